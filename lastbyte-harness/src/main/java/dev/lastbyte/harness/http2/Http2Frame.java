// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One frame (RFC 9113 §4.1); a type that we do not know is a frame too. */
final class Http2Frame {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PUSH_PROMISE = 5;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;

  static final int ACK = 0x1;
  static final int END_STREAM = 0x1;
  static final int END_HEADERS = 0x4;
  static final int PADDED = 0x8;
  static final int PRIORITY = 0x20;

  /** The longest payload that both sides may send, as neither asks for more (§4.2). */
  static final int LONGEST_BYTES = 16_384;

  private static final int HEAD_BYTES = 9;
  private static final int STREAM_BITS = 0x7fff_ffff;

  private final int type;
  private final int flags;
  private final int stream;
  private final byte[] payload;

  Http2Frame(int type, int flags, int stream, byte[] payload) {
    this.type = type;
    this.flags = flags;
    this.stream = stream;
    this.payload = payload;
  }

  /** A frame whose payload is one number or several, of four bytes each. */
  static Http2Frame ofNumbers(int type, int stream, int... numbers) {
    ByteBuffer payload = ByteBuffer.allocate(4 * numbers.length);
    for (int number : numbers) {
      payload.putInt(number);
    }
    return new Http2Frame(type, 0, stream, payload.array());
  }

  /** Settings with one entry (§6.5.1). */
  static Http2Frame ofSetting(int name, int value) {
    byte[] payload = ByteBuffer.allocate(6).putShort((short) name).putInt(value).array();
    return new Http2Frame(SETTINGS, 0, 0, payload);
  }

  /**
   * The next frame on the connection, or null where the client ended it in order before one began.
   *
   * @throws Http2Exception if it is longer than we take
   */
  static @Nullable Http2Frame read(InputStream in) throws IOException {
    byte[] head = in.readNBytes(HEAD_BYTES);
    if (head.length == 0) {
      return null;
    }
    if (head.length < HEAD_BYTES) {
      throw new EOFException("a connection must not end within a frame");
    }
    int length = ((head[0] & 0xff) << 16) | ((head[1] & 0xff) << 8) | (head[2] & 0xff);
    if (length > LONGEST_BYTES) {
      throw new Http2Exception(
          ErrorCode.FRAME_SIZE_ERROR, "a frame must have at most 16384 bytes, but had " + length);
    }
    byte[] payload = in.readNBytes(length);
    if (payload.length < length) {
      throw new EOFException("a connection must not end within a frame");
    }
    int stream = ByteBuffer.wrap(head, 5, 4).getInt() & STREAM_BITS;
    return new Http2Frame(head[3], head[4], stream, payload);
  }

  /** The frame as it goes onto the wire. */
  byte[] bytes() {
    return ByteBuffer.allocate(HEAD_BYTES + payload.length)
        .put((byte) (payload.length >> 16))
        .putShort((short) payload.length)
        .put((byte) type)
        .put((byte) flags)
        .putInt(stream)
        .put(payload)
        .array();
  }

  int type() {
    return type;
  }

  /** The stream that it belongs to; 0 is the connection itself. */
  int stream() {
    return stream;
  }

  byte[] payload() {
    return payload;
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** The payload without padding (§6.1) and priority (§6.2). */
  byte[] content() throws Http2Exception {
    int from = 0;
    int to = payload.length;
    if (has(PADDED)) {
      from = 1;
      to -= to == 0 ? 0 : payload[0] & 0xff;
    }
    if (type == HEADERS && has(PRIORITY)) {
      from += 5;
    }
    if (from > to) {
      throw new Http2Exception(
          ErrorCode.PROTOCOL_ERROR, "padding must be shorter than the frame it is in");
    }
    return Arrays.copyOfRange(payload, from, to);
  }

  /** The number of four bytes that the payload must be. */
  int number() throws Http2Exception {
    requireLength(4);
    return ByteBuffer.wrap(payload).getInt();
  }

  void requireLength(int bytes) throws Http2Exception {
    if (payload.length != bytes) {
      throw new Http2Exception(
          ErrorCode.FRAME_SIZE_ERROR,
          "frame type %d must have %d bytes, but had %d".formatted(type, bytes, payload.length));
    }
  }
}
