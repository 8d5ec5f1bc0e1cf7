// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.gateway.correlation.WriteKey;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The header fields that the gateway itself adds to a response. */
final class OwnResponseFields {

  private static final int STATUS_AT = "HTTP/1.1 ".length();

  private OwnResponseFields() {}

  /**
   * Where fields can be put: behind the status line that ends in these bytes, but not behind that
   * of an interim response (RFC 9110 §15.2), whose head begins and ends in them; -1 for nowhere.
   */
  static int position(ByteBuf bytes) {
    int head = bytes.readerIndex();
    int line = lineEnd(bytes, head);
    while (line > 0 && isInterim(bytes, head)) {
      int next = line;
      do {
        head = next;
        next = lineEnd(bytes, head);
      } while (next - head > 2);
      head = next;
      line = next < 0 ? -1 : lineEnd(bytes, head);
    }
    return line;
  }

  private static int lineEnd(ByteBuf bytes, int from) {
    int feed = bytes.indexOf(from, bytes.writerIndex(), (byte) '\n');
    return feed < 0 ? -1 : feed + 1;
  }

  /** Whether a status line says 1xx, but for 101, after which no other one comes. */
  private static boolean isInterim(ByteBuf bytes, int line) {
    int status = line + STATUS_AT;
    return bytes.writerIndex() > status + 2
        && bytes.getByte(line) == 'H'
        && bytes.getByte(status) == '1'
        && !(bytes.getByte(status + 1) == '0' && bytes.getByte(status + 2) == '1');
  }

  /**
   * Puts the fields there; takes over {@code bytes}.
   *
   * @param attempts the number of the attempt that the response is to; 0 to say none
   * @param key the run's key, or null to say none
   */
  static ByteBuf insertAt(ByteBuf bytes, int position, int attempts, @Nullable String key) {
    String fields =
        (attempts == 0 ? "" : "x-lastbyte-attempts: " + attempts + "\r\n")
            + (key == null ? "" : WriteKey.HEADER + ": " + key + "\r\n");
    CompositeByteBuf marked = bytes.alloc().compositeBuffer(3);
    marked.addComponent(true, bytes.readRetainedSlice(position - bytes.readerIndex()));
    marked.addComponent(true, Unpooled.copiedBuffer(fields, StandardCharsets.US_ASCII));
    marked.addComponent(true, bytes);
    return marked;
  }
}
