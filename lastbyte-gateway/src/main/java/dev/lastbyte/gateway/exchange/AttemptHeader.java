// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Tells a client that the response it gets is not that of the first attempt. */
final class AttemptHeader {

  private AttemptHeader() {}

  /**
   * Puts the field {@code x-lastbyte-attempts} behind the status line, which ends in these bytes.
   */
  static ByteBuf insertAfterStatusLine(ByteBuf bytes, int attempts) {
    int end = bytes.indexOf(bytes.readerIndex(), bytes.writerIndex(), (byte) '\n') + 1;
    String field = "x-lastbyte-attempts: " + attempts + "\r\n";
    CompositeByteBuf marked = bytes.alloc().compositeBuffer(3);
    marked.addComponent(true, bytes.readRetainedSlice(end - bytes.readerIndex()));
    marked.addComponent(true, Unpooled.copiedBuffer(field, StandardCharsets.US_ASCII));
    marked.addComponent(true, bytes);
    return marked;
  }

  /** Whether the status line ends in these bytes. */
  static boolean hasStatusLine(ByteBuf bytes) {
    return bytes.indexOf(bytes.readerIndex(), bytes.writerIndex(), (byte) '\n') >= 0;
  }
}
