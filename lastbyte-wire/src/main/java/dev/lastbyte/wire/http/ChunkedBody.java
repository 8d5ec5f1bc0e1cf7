// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.http;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A chunked body (RFC 9112 §7.1). Strict: every line ends with CRLF, a size has at most 15 digits.
 * Extensions are run over and trailers kept, at most {@value #MAX_LINES_BYTES} bytes a line set. In
 * a request, which a provider might read in another way, neither may hold a control byte, and no
 * trailer may frame or route a message (RFC 9110 §6.5.1).
 */
final class ChunkedBody implements BodyFraming {

  private static final int MAX_DIGITS = 15;
  private static final int MAX_LINES_BYTES = 16 * 1024;

  private enum State {
    SIZE,
    EXTENSION,
    SIZE_LF,
    PAYLOAD,
    PAYLOAD_CR,
    PAYLOAD_LF,
    TRAILER_START,
    TRAILER,
    TRAILER_LF,
    LAST_LF,
    WHOLE,
    BROKEN
  }

  private static final Set<String> FRAMING_OR_ROUTING =
      Set.of(
          "connection",
          "content-encoding",
          "content-length",
          "content-range",
          "content-type",
          "expect",
          "host",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final boolean request;
  private State state = State.SIZE;
  private long size;
  private int digits;
  private int skipped;
  private @Nullable ByteArrayOutputStream trailers;

  private ChunkedBody(boolean request) {
    this.request = request;
  }

  static ChunkedBody ofRequest() {
    return new ChunkedBody(true);
  }

  static ChunkedBody ofResponse() {
    return new ChunkedBody(false);
  }

  @Override
  public int feed(byte[] bytes, int from, int to, PayloadSink sink) {
    int at = from;
    while (at < to && state != State.WHOLE) {
      switch (state) {
        case PAYLOAD -> at = payload(bytes, at, to, sink);
        case BROKEN -> at = to;
        case SIZE,
            EXTENSION,
            SIZE_LF,
            PAYLOAD_CR,
            PAYLOAD_LF,
            TRAILER_START,
            TRAILER,
            TRAILER_LF,
            LAST_LF ->
            state = after(bytes[at++]);
        case WHOLE -> {}
      }
    }
    return at;
  }

  private int payload(byte[] bytes, int at, int to, PayloadSink sink) {
    int taken = (int) Math.min(size, to - at);
    size -= taken;
    if (size == 0) {
      state = State.PAYLOAD_CR;
    }
    sink.payload(bytes, at, at + taken);
    return at + taken;
  }

  private State after(byte b) {
    return switch (state) {
      case SIZE -> afterSizeByte(b);
      case EXTENSION -> b == '\r' ? State.SIZE_LF : skip(b, State.EXTENSION);
      case SIZE_LF -> b == '\n' ? afterSizeLine() : State.BROKEN;
      case PAYLOAD_CR -> b == '\r' ? State.PAYLOAD_LF : State.BROKEN;
      case PAYLOAD_LF -> b == '\n' ? State.SIZE : State.BROKEN;
      case TRAILER_START -> b == '\r' ? State.LAST_LF : keep(b, State.TRAILER);
      case TRAILER -> keep(b, b == '\r' ? State.TRAILER_LF : State.TRAILER);
      case TRAILER_LF -> b == '\n' ? afterTrailer(b) : State.BROKEN;
      case LAST_LF -> b == '\n' ? State.WHOLE : State.BROKEN;
      case PAYLOAD, WHOLE, BROKEN -> state;
    };
  }

  private State afterSizeByte(byte b) {
    int digit = Character.digit(b, 16);
    if (digit >= 0 && digits < MAX_DIGITS) {
      size = size << 4 | digit;
      digits++;
      return State.SIZE;
    }
    if (digits == 0) {
      return State.BROKEN;
    }
    return switch (b) {
      case '\r' -> State.SIZE_LF;
      case ';', ' ', '\t' -> State.EXTENSION;
      default -> State.BROKEN;
    };
  }

  private State afterSizeLine() {
    digits = 0;
    skipped = 0;
    return size == 0 ? State.TRAILER_START : State.PAYLOAD;
  }

  private State skip(byte b, State next) {
    boolean refused = b == '\n' || (request && isControl(b));
    return refused || ++skipped > MAX_LINES_BYTES ? State.BROKEN : next;
  }

  private State afterTrailer(byte lineFeed) {
    kept().write(lineFeed);
    return request && !areHarmless(kept().toByteArray()) ? State.BROKEN : State.TRAILER_START;
  }

  private static boolean isControl(byte b) {
    return (b >= 0 && b < ' ' && b != '\t' && b != '\r') || b == 0x7f;
  }

  private static boolean areHarmless(byte[] lines) {
    try {
      HeaderFields fields = new HeadLines(lines, lines.length, true).fields();
      for (int i = 0; i < fields.count(); i++) {
        if (FRAMING_OR_ROUTING.contains(fields.name(i))) {
          return false;
        }
      }
      return true;
    } catch (RefusedException malformed) {
      return false;
    }
  }

  private State keep(byte b, State next) {
    kept().write(b);
    return skip(b, next);
  }

  private ByteArrayOutputStream kept() {
    if (trailers == null) {
      trailers = new ByteArrayOutputStream();
    }
    return trailers;
  }

  /** The fields behind the last chunk, or null if there are none that can be read. */
  @Nullable HeaderFields trailers() {
    if (trailers == null || !isWhole()) {
      return null;
    }
    try {
      return new HeadLines(trailers.toByteArray(), trailers.size(), true).fields();
    } catch (RefusedException malformed) {
      return null;
    }
  }

  @Override
  public boolean isWhole() {
    return state == State.WHOLE;
  }

  @Override
  public boolean isBroken() {
    return state == State.BROKEN;
  }
}
