// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.websocket;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One frame (RFC 6455 §5.2). A client's must be masked, a server's never are. */
final class WebSocketFrame {
  static final int CONTINUATION = 0x0;
  static final int TEXT = 0x1;
  static final int BINARY = 0x2;
  static final int CLOSE = 0x8;
  static final int PING = 0x9;
  static final int PONG = 0xA;

  /** The longest that a message, and so a frame, may be. */
  static final int LONGEST_BYTES = 16 * 1024 * 1024;

  private static final int CONTROL_LONGEST_BYTES = 125;
  private static final int FIN = 0x80;
  private static final int RESERVED = 0x70;
  private static final int MASKED = 0x80;

  private final int opcode;
  private final boolean last;
  private final byte[] payload;

  private WebSocketFrame(int opcode, boolean last, byte[] payload) {
    this.opcode = opcode;
    this.last = last;
    this.payload = payload;
  }

  /**
   * A client's next frame, or null where it ended the connection in order before one began.
   *
   * @throws WebSocketException if it is not as a client's frame must be
   */
  static @Nullable WebSocketFrame read(InputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    int second = next(in);
    int opcode = first & 0x0f;
    require((first & RESERVED) == 0, WebSocketException.PROTOCOL, "reserved bits must be 0");
    require(isKnown(opcode), WebSocketException.PROTOCOL, "an opcode must be one of RFC 6455");
    require((second & MASKED) != 0, WebSocketException.PROTOCOL, "a client must mask its frames");
    boolean last = (first & FIN) != 0;
    int length = length(second & 0x7f, in);
    if (opcode >= CLOSE) {
      boolean small = last && length <= CONTROL_LONGEST_BYTES;
      require(
          small,
          WebSocketException.PROTOCOL,
          "a control frame must be whole and at most 125 bytes");
    }
    byte[] mask = bytes(4, in);
    byte[] payload = bytes(length, in);
    for (int i = 0; i < length; i++) {
      payload[i] ^= mask[i % 4];
    }
    return new WebSocketFrame(opcode, last, payload);
  }

  /** A whole frame of a server, as it goes onto the wire. */
  static byte[] bytes(int opcode, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(10 + payload.length).put((byte) (FIN | opcode));
    if (payload.length <= CONTROL_LONGEST_BYTES) {
      frame.put((byte) payload.length);
    } else if (payload.length <= 0xffff) {
      frame.put((byte) 126).putShort((short) payload.length);
    } else {
      frame.put((byte) 127).putLong(payload.length);
    }
    frame.put(payload).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }

  int opcode() {
    return opcode;
  }

  /** Whether it ends its message. */
  boolean isLast() {
    return last;
  }

  byte[] payload() {
    return payload;
  }

  private static boolean isKnown(int opcode) {
    return opcode <= BINARY || (opcode >= CLOSE && opcode <= PONG);
  }

  private static int length(int first, InputStream in) throws IOException {
    long length =
        switch (first) {
          case 126 -> ByteBuffer.wrap(bytes(2, in)).getShort() & 0xffffL;
          case 127 -> ByteBuffer.wrap(bytes(8, in)).getLong();
          default -> first;
        };
    require(
        length >= 0 && length <= LONGEST_BYTES,
        WebSocketException.TOO_BIG,
        "a frame must have at most 16777216 bytes");
    return (int) length;
  }

  private static byte[] bytes(int count, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw cut();
    }
    return bytes;
  }

  private static int next(InputStream in) throws IOException {
    int next = in.read();
    if (next < 0) {
      throw cut();
    }
    return next;
  }

  private static EOFException cut() {
    return new EOFException("a connection must not end within a frame");
  }

  private static void require(boolean held, int closeCode, String rule) throws WebSocketException {
    if (!held) {
      throw new WebSocketException(closeCode, rule);
    }
  }
}
