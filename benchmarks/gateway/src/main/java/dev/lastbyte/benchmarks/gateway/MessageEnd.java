// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Finds the end of an HTTP/1.1 message with a length, or with chunks and no trailers. No more than
 * the benchmark's own messages need: one message at a time, its head in one piece.
 */
final class MessageEnd {

  /** The last five bytes of {@code 0\r\n\r\n}, as they are shifted in. */
  private static final long LAST_CHUNK = 0x300D0A0D0AL;

  private static final long FIVE_BYTES = 0xFFFFFFFFFFL;
  private static final long UNKNOWN = -1;

  private boolean inBody;
  private long left = UNKNOWN;
  private long tail;

  /**
   * Whether the message ends with these bytes.
   *
   * @throws IOException if the message is no request and no response with status 200
   */
  boolean ends(ByteBuffer bytes) throws IOException {
    if (!inBody && !enterBody(bytes)) {
      return false;
    }
    boolean ended = left == UNKNOWN ? endsWithLastChunk(bytes) : (left -= bytes.remaining()) <= 0;
    if (ended) {
      inBody = false;
      left = UNKNOWN;
      tail = 0;
    }
    return ended;
  }

  private boolean enterBody(ByteBuffer bytes) throws IOException {
    int headEnd = headEnd(bytes);
    if (headEnd < 0) {
      throw new IOException("a head came in pieces");
    }
    var ascii = new byte[headEnd - bytes.position()];
    bytes.get(ascii);
    String head = new String(ascii, StandardCharsets.US_ASCII);
    if (!head.startsWith("HTTP/1.1 200") && !head.startsWith("POST ")) {
      throw new IOException("unexpected: " + head);
    }
    left = length(head.toLowerCase(Locale.ROOT));
    inBody = true;
    return bytes.hasRemaining() || left == 0;
  }

  private static int headEnd(ByteBuffer bytes) {
    for (int i = bytes.position() + 3; i < bytes.limit(); i++) {
      if (bytes.get(i) == '\n' && bytes.get(i - 1) == '\r' && bytes.get(i - 2) == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static long length(String head) {
    String name = "\ncontent-length:";
    int at = head.indexOf(name);
    return at < 0
        ? UNKNOWN
        : Long.parseLong(head.substring(at + name.length(), head.indexOf('\r', at)).strip());
  }

  private boolean endsWithLastChunk(ByteBuffer bytes) {
    for (int i = Math.max(bytes.position(), bytes.limit() - 5); i < bytes.limit(); i++) {
      tail = (tail << 8 | (bytes.get(i) & 0xFF)) & FIVE_BYTES;
    }
    return tail == LAST_CHUNK;
  }
}
