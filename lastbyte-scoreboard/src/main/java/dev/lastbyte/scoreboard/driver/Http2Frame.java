// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard.driver;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One frame of HTTP/2 (RFC 9113 §4.1). */
final class Http2Frame {

  static final int DATA = 0x0;
  static final int HEADERS = 0x1;
  static final int RST_STREAM = 0x3;
  static final int SETTINGS = 0x4;
  static final int PING = 0x6;
  static final int WINDOW_UPDATE = 0x8;
  static final int END_STREAM = 0x1;
  static final int ACK = 0x1;
  static final int END_HEADERS = 0x4;
  static final int HEAD_BYTES = 9;

  private static final int LONGEST_SHORT_LENGTH = 126;

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

  int type() {
    return type;
  }

  int stream() {
    return stream;
  }

  byte[] payload() {
    return payload;
  }

  /** A frame whose payload is one number. */
  static Http2Frame of(int type, int stream, int number) {
    return new Http2Frame(type, 0, stream, ByteBuffer.allocate(4).putInt(number).array());
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  int number() {
    return ByteBuffer.wrap(payload).getInt();
  }

  byte[] bytes() {
    return ByteBuffer.allocate(HEAD_BYTES + payload.length)
        .put((byte) (payload.length >>> 16))
        .putShort((short) payload.length)
        .put((byte) type)
        .put((byte) flags)
        .putInt(stream)
        .put(payload)
        .array();
  }

  /** Fields as names and values in turn, none of them indexed (RFC 7541 §6.2.2). */
  static byte[] block(String... fields) {
    var block = new ByteArrayOutputStream();
    for (int i = 0; i < fields.length; i += 2) {
      block.write(0);
      literal(block, fields[i]);
      literal(block, fields[i + 1]);
    }
    return block.toByteArray();
  }

  /** RFC 7541 §5.2; a length of two bytes at most. */
  private static void literal(ByteArrayOutputStream to, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    int beyond = bytes.length - LONGEST_SHORT_LENGTH - 1;
    if (beyond < 0) {
      to.write(bytes.length);
    } else if (beyond <= LONGEST_SHORT_LENGTH) {
      to.write(LONGEST_SHORT_LENGTH + 1);
      to.write(beyond);
    } else {
      throw new IllegalArgumentException("a text of " + bytes.length + " bytes is too long");
    }
    to.writeBytes(bytes);
  }
}
