// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.http;

import dev.lastbyte.core.event.ResponseEvent.Framing;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Follows one response: interim heads, its final head, then its body to the end. */
public final class ResponseReader {

  private static final byte[] START = "HTTP/".getBytes(StandardCharsets.US_ASCII);

  private final boolean toHead;
  private HeadScanner scanner = new HeadScanner(true);
  private @Nullable ResponseHead head;
  private @Nullable ResponseHead interim;
  private @Nullable BodyFraming body;
  private Framing framing = Framing.NONE;
  private @Nullable Refusal refusal;

  /**
   * @param toHead whether it is the response to a HEAD request, so that it has no body
   */
  public ResponseReader(boolean toHead) {
    this.toHead = toHead;
  }

  /** Takes what belongs to one head; returns the index after its last byte. */
  public int feedHead(byte[] bytes, int from, int to) {
    int at = scanner.feed(bytes, from, to);
    refusal = scanner.refusal();
    if (scanner.isComplete()) {
      parse();
    }
    return at;
  }

  private void parse() {
    try {
      ResponseHead parsed = ResponseHead.parse(scanner.bytes(), scanner.length());
      if (parsed.isInterim()) {
        interim = parsed;
        scanner = new HeadScanner(true);
        return;
      }
      framing = framingOf(parsed);
      body =
          switch (framing) {
            case NONE -> new SizedBody(0);
            case LENGTH -> new SizedBody(parsed.contentLength());
            case CHUNKED -> ChunkedBody.ofResponse();
            // A head of HTTP/1.1 always tells its framing, so that the last two do not come here.
            case CLOSE_DELIMITED, FRAMES, UNKNOWN -> new CloseDelimitedBody();
          };
      head = parsed;
    } catch (RefusedException e) {
      refusal = e.refusal();
    }
  }

  /** RFC 9112 §6.3, rules 1 to 8; an upgraded connection lasts until it is closed. */
  private Framing framingOf(ResponseHead parsed) {
    return switch (parsed.status()) {
      case 101 -> Framing.CLOSE_DELIMITED;
      case 204, 304 -> Framing.NONE;
      default -> toHead ? Framing.NONE : parsed.framing();
    };
  }

  /** Whether bytes came that no head can begin with (RFC 9112 §4). */
  public boolean isNotHttp() {
    return head == null && scanner.doesNotStartWith(START);
  }

  /** Takes what belongs to the body; returns the index after its last byte. */
  public int feedBody(byte[] bytes, int from, int to, PayloadSink sink) {
    if (body == null) {
      return from;
    }
    int at = body.feed(bytes, from, to, sink);
    if (body.isBroken()) {
      refusal = Refusal.BAD_CHUNK;
    }
    return at;
  }

  /** Gives away the interim head that {@link #feedHead} took last, or null if it took none. */
  public @Nullable ResponseHead takeInterim() {
    ResponseHead taken = interim;
    interim = null;
    return taken;
  }

  /** The final head, or null while it is not complete, or malformed. */
  public @Nullable ResponseHead head() {
    return head;
  }

  /** How the end of the body is marked; none before the head is complete. */
  public Framing framing() {
    return framing;
  }

  /** What is malformed, or null. */
  public @Nullable Refusal refusal() {
    return refusal;
  }

  /** Whether the framing said that the message ended. */
  public boolean isWhole() {
    return body != null && body.isWhole();
  }

  /**
   * The fields behind the last chunk of a message that is whole (RFC 9112 §7.1.2), or null if there
   * are none that can be read.
   */
  public @Nullable HeaderFields trailers() {
    return body instanceof ChunkedBody chunked ? chunked.trailers() : null;
  }
}
