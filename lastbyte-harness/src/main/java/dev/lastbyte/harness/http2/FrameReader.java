// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

import dev.lastbyte.harness.script.Field;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does what the client's frames say, one after the other. */
final class FrameReader {
  private static final int INITIAL_WINDOW_SIZE = 4;
  private static final int TABLE_BYTES = 4096;
  private static final int BLOCK_LIMIT_BYTES = 64 * 1024;

  private final Http2Connection connection;
  private final SendWindows windows;
  private final Map<Integer, Http2Stream> streams;
  private final FieldDecoder decoder = new FieldDecoder(TABLE_BYTES);
  private int lastStream;

  FrameReader(Http2Connection connection, SendWindows windows, Map<Integer, Http2Stream> streams) {
    this.connection = connection;
    this.windows = windows;
    this.streams = streams;
  }

  /** The highest stream that was begun. */
  int lastStream() {
    return lastStream;
  }

  /** Reads until the client ends its side. */
  void readAll(InputStream in) throws IOException {
    for (Http2Frame frame = Http2Frame.read(in); frame != null; frame = Http2Frame.read(in)) {
      take(frame, in);
    }
  }

  private void take(Http2Frame frame, InputStream in) throws IOException {
    switch (frame.type()) {
      case Http2Frame.DATA -> data(frame);
      case Http2Frame.HEADERS -> headers(frame, in);
      case Http2Frame.RST_STREAM -> reset(frame);
      case Http2Frame.SETTINGS -> settings(frame);
      case Http2Frame.PING -> ping(frame);
      case Http2Frame.WINDOW_UPDATE -> windows.widen(frame.stream(), frame.number());
      case Http2Frame.PUSH_PROMISE, Http2Frame.CONTINUATION ->
          throw new Http2Exception(
              ErrorCode.PROTOCOL_ERROR, "a client must not send frame type " + frame.type());
      default -> {
        // GOAWAY, priorities, and unknown types (RFC 9113 §5.5) change nothing here
      }
    }
  }

  private void data(Http2Frame frame) throws IOException {
    Http2Stream stream = streams.get(frame.stream());
    byte[] content = frame.content();
    if (stream == null) {
      requireKnown(frame);
      connection.allow(frame.payload().length);
      return;
    }
    stream.request().feed(content);
    int padding = frame.payload().length - content.length;
    if (padding > 0) {
      connection.allow(frame.stream(), padding);
    }
    if (frame.has(Http2Frame.END_STREAM)) {
      stream.request().end(true);
    }
  }

  private void headers(Http2Frame frame, InputStream in) throws IOException {
    List<Field> fields = decoder.decode(block(frame, in));
    Http2Stream open = streams.get(frame.stream());
    if (open != null) {
      // trailers: nothing that we look for stands there
      open.request().end(true);
      return;
    }
    if (frame.stream() % 2 == 0 || frame.stream() <= lastStream) {
      throw new Http2Exception(
          ErrorCode.PROTOCOL_ERROR, "a stream must be odd and new, but was " + frame.stream());
    }
    lastStream = frame.stream();
    begin(new Http2Stream(frame.stream(), fields, connection), frame.has(Http2Frame.END_STREAM));
  }

  private void begin(Http2Stream stream, boolean whole) throws IOException {
    if (!isRequest(stream.fields())) {
      stream.reset(ErrorCode.PROTOCOL_ERROR.code());
      return;
    }
    if (whole) {
      stream.request().end(true);
    }
    connection.begin(stream);
  }

  /** Whether the fields that every request has are there, and none is in capitals (§8.2.1). */
  private static boolean isRequest(List<Field> fields) {
    return List.of(":method", ":scheme", ":path").stream()
            .allMatch(name -> fields.stream().anyMatch(field -> field.name().equals(name)))
        && fields.stream().noneMatch(field -> field.name().matches(".*[A-Z].*"));
  }

  /** The whole block of fields, which may go on in frames of its own (§6.10). */
  private static byte[] block(Http2Frame first, InputStream in) throws IOException {
    var block = new ByteArrayOutputStream();
    block.writeBytes(first.content());
    for (Http2Frame frame = first; !frame.has(Http2Frame.END_HEADERS); ) {
      frame = continuation(first, Http2Frame.read(in));
      block.writeBytes(frame.payload());
      if (block.size() > BLOCK_LIMIT_BYTES) {
        throw new Http2Exception(
            ErrorCode.ENHANCE_YOUR_CALM, "a header block must have at most 65536 bytes");
      }
    }
    return block.toByteArray();
  }

  private static Http2Frame continuation(Http2Frame first, @Nullable Http2Frame next)
      throws IOException {
    if (next == null) {
      throw new EOFException("a connection must not end within a header block");
    }
    if (next.type() != Http2Frame.CONTINUATION || next.stream() != first.stream()) {
      throw new Http2Exception(ErrorCode.PROTOCOL_ERROR, "a header block must go on until its end");
    }
    return next;
  }

  private void reset(Http2Frame frame) throws IOException {
    frame.requireLength(4);
    Http2Stream stream = streams.get(frame.stream());
    if (stream == null) {
      requireKnown(frame);
    } else {
      stream.leave(StreamClose.STREAM_RESET);
    }
  }

  private void settings(Http2Frame frame) throws IOException {
    if (frame.has(Http2Frame.ACK)) {
      return;
    }
    if (frame.stream() != 0) {
      throw new Http2Exception(
          ErrorCode.PROTOCOL_ERROR, "settings must be of the connection, not of a stream");
    }
    if (frame.payload().length % 6 != 0) {
      throw new Http2Exception(ErrorCode.FRAME_SIZE_ERROR, "a setting must have six bytes");
    }
    ByteBuffer settings = ByteBuffer.wrap(frame.payload());
    while (settings.hasRemaining()) {
      short name = settings.getShort();
      int value = settings.getInt();
      if (name == INITIAL_WINDOW_SIZE) {
        windows.initial(value);
      }
    }
    connection.write(new Http2Frame(Http2Frame.SETTINGS, Http2Frame.ACK, 0, new byte[0]));
  }

  private void ping(Http2Frame frame) throws IOException {
    frame.requireLength(8);
    if (!frame.has(Http2Frame.ACK)) {
      connection.write(new Http2Frame(Http2Frame.PING, Http2Frame.ACK, 0, frame.payload()));
    }
  }

  /** A stream that has ended may still be spoken of; one that never was may not (§5.1). */
  private void requireKnown(Http2Frame frame) throws Http2Exception {
    if (frame.stream() == 0 || frame.stream() > lastStream) {
      throw new Http2Exception(
          ErrorCode.PROTOCOL_ERROR, "a frame must be of a stream that was begun");
    }
  }
}
