// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.wire.http.RequestHead;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** A request to the gateway itself, gathered until its small body is whole. */
final class OwnRequest {

  /** The largest body taken. */
  static final int MAX_BODY_BYTES = 256 * 1024;

  private final RequestHead head;
  private final String path;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(256);

  OwnRequest(RequestHead head, String path) {
    this.head = head;
    this.path = path;
  }

  /**
   * Copies the next piece of the body.
   *
   * @param whole whether it is the last one
   * @return the answer, or null if more is to come
   */
  @Nullable Answer take(ByteBuf piece, boolean whole, OwnPages pages) {
    if (head.chunked()) {
      return Answer.error(411, "length_required", "send the body with a content-length");
    }
    if (head.contentLength() > MAX_BODY_BYTES) {
      return Answer.error(
          413, "body_too_large", "a body may have at most " + MAX_BODY_BYTES + " bytes");
    }
    byte[] bytes = new byte[piece.readableBytes()];
    piece.readBytes(bytes);
    body.writeBytes(bytes);
    return whole ? pages.answer(head, path, body.toByteArray()) : null;
  }
}
