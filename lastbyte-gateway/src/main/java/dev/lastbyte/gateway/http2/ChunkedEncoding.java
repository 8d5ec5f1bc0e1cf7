// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.http2;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Content in the chunked coding (RFC 9112 §7.1). */
final class ChunkedEncoding {

  private static final byte[] LINE_END = {'\r', '\n'};
  private static final byte[] LAST = "0\r\n".getBytes(StandardCharsets.US_ASCII);

  private ChunkedEncoding() {}

  /** One chunk of it, which is not empty; taken over. */
  static ByteBuf of(ByteBuf content) {
    String size = Integer.toHexString(content.readableBytes()) + "\r\n";
    return Unpooled.wrappedBuffer(
        Unpooled.wrappedBuffer(size.getBytes(StandardCharsets.US_ASCII)),
        content,
        Unpooled.wrappedBuffer(LINE_END));
  }

  /** What comes after the last one. */
  static ByteBuf last() {
    return Unpooled.wrappedBuffer(LAST, LINE_END);
  }

  /** The same with fields in it, each of which has its line's end. */
  static ByteBuf last(ByteBuf trailers) {
    return Unpooled.wrappedBuffer(
        Unpooled.wrappedBuffer(LAST), trailers, Unpooled.wrappedBuffer(LINE_END));
  }
}
