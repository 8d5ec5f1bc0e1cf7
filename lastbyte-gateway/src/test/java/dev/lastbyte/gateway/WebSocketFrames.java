// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Frames of a WebSocket as they stand on the wire (RFC 6455 §5.2). */
final class WebSocketFrames {

  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;

  private static final byte[] MASK = {0x12, (byte) 0xF3, 0x00, 0x7A};

  private WebSocketFrames() {}

  static byte[] server(String text) {
    return frame(0x80 | TEXT, text.getBytes(UTF_8), false);
  }

  static byte[] client(String text) {
    return frame(0x80 | TEXT, text.getBytes(UTF_8), true);
  }

  static byte[] close(int code, boolean masked) {
    return frame(0x80 | CLOSE, new byte[] {(byte) (code >> 8), (byte) code}, masked);
  }

  static byte[] ping(boolean masked) {
    return frame(0x80 | PING, new byte[] {1, 2, 3}, masked);
  }

  /** A message in three fragments with a ping between them. */
  static byte[] fragmented(String text, boolean masked) {
    byte[] all = text.getBytes(UTF_8);
    int third = all.length / 3;
    return joined(
        frame(TEXT, Arrays.copyOf(all, third), masked),
        ping(masked),
        frame(0, Arrays.copyOfRange(all, third, 2 * third), masked),
        frame(0x80, Arrays.copyOfRange(all, 2 * third, all.length), masked));
  }

  /** A message as permessage-deflate has it (RFC 7692 §7.2.1). */
  static byte[] deflated(Deflater deflater, String text, boolean masked) {
    deflater.setInput(text.getBytes(UTF_8));
    byte[] buffer = new byte[text.length() + 100];
    int size = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
    return frame(0xC0 | TEXT, Arrays.copyOf(buffer, size - 4), masked);
  }

  static byte[] frame(int first, byte[] payload, boolean masked) {
    var out = new ByteArrayOutputStream();
    int mask = masked ? 0x80 : 0;
    out.write(first);
    if (payload.length < 126) {
      out.write(mask | payload.length);
    } else if (payload.length <= 0xFFFF) {
      out.write(mask | 126);
      out.write(payload.length >> 8);
      out.write(payload.length);
    } else {
      out.write(mask | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        out.write((int) ((long) payload.length >> shift));
      }
    }
    if (masked) {
      out.writeBytes(MASK);
    }
    for (int i = 0; i < payload.length; i++) {
      out.write(masked ? payload[i] ^ MASK[i & 3] : payload[i]);
    }
    return out.toByteArray();
  }

  static byte[] joined(byte[]... frames) {
    var out = new ByteArrayOutputStream();
    for (byte[] frame : frames) {
      out.writeBytes(frame);
    }
    return out.toByteArray();
  }
}
