// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.admin;

import dev.lastbyte.gateway.local.LocalResponse;
import dev.lastbyte.wire.http.RequestHead;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** A request to the gateway itself, gathered until its small body is whole. */
public final class AdminRequest {

  /** The largest body taken. */
  static final int MAX_BODY_BYTES = 256 * 1024;

  private final RequestHead head;
  private final String path;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(256);

  public AdminRequest(RequestHead head, String path) {
    this.head = head;
    this.path = path;
  }

  /**
   * Copies the next piece of the body.
   *
   * @param whole whether it is the last one
   * @return the response, or null if more is to come
   */
  @Nullable
  public LocalResponse feed(ByteBuf piece, boolean whole, AdminEndpoint endpoint) {
    if (head.chunked()) {
      return LocalResponse.error(411, "length_required", "send the body with a content-length");
    }
    if (head.contentLength() > MAX_BODY_BYTES) {
      return LocalResponse.error(
          413, "body_too_large", "a body may have at most " + MAX_BODY_BYTES + " bytes");
    }
    byte[] bytes = new byte[piece.readableBytes()];
    piece.readBytes(bytes);
    body.writeBytes(bytes);
    return whole ? endpoint.respond(head, path, body.toByteArray()) : null;
  }
}
