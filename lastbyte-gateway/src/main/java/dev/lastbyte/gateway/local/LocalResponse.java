// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.local;

import dev.lastbyte.core.privacy.Token;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A response of the gateway's own. It always ends the connection, so that nothing which is left of
 * its request can be taken for the next one.
 *
 * @param status the HTTP status
 * @param json the body; empty for none
 * @param run the run whose request it responds to, or null if there is none
 * @param proxyStatus why the provider's own response is not there, or null if that is no matter
 */
public record LocalResponse(
    int status, String json, @Nullable Token run, @Nullable String proxyStatus) {

  private static final int UNAUTHORIZED = 401;
  private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
  private static final int INTERNAL_SERVER_ERROR = 500;

  public static LocalResponse ok(String json) {
    return new LocalResponse(200, json, null, null);
  }

  public static LocalResponse noContent() {
    return new LocalResponse(204, "", null, null);
  }

  /**
   * An error.
   *
   * @param code a stable word for programs
   * @param message a sentence for people, without any part of the request
   */
  public static LocalResponse error(int status, String code, String message) {
    return new LocalResponse(
        status,
        JsonBodies.error(code, message),
        null,
        status >= INTERNAL_SERVER_ERROR ? ProxyStatusHeader.of(code) : null);
  }

  /**
   * The response to what is no request, or one that two readers could read in two ways.
   *
   * @param reason a stable word
   */
  public static LocalResponse malformed(String reason) {
    return error(
        400,
        "malformed_request",
        "this is not an HTTP/1.1 request that is safe to pass: " + reason);
  }

  public LocalResponse forRun(Token run) {
    return new LocalResponse(status, json, run, proxyStatus);
  }

  public ByteBuf encode() {
    var head = new StringBuilder("HTTP/1.1 ").append(status).append(' ').append(reasonPhrase());
    head.append("\r\nconnection: close");
    if (run != null) {
      head.append("\r\nx-lastbyte-run: ").append(run);
    }
    if (status == UNAUTHORIZED) {
      head.append("\r\nwww-authenticate: Lastbyte-Run-Key");
    }
    if (status == PROXY_AUTHENTICATION_REQUIRED) {
      head.append("\r\nproxy-authenticate: Basic realm=\"lastbyte\"");
    }
    if (proxyStatus != null) {
      head.append("\r\nproxy-status: ").append(proxyStatus);
    }
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    if (body.length > 0) {
      head.append("\r\ncontent-type: application/json\r\ncontent-length: ").append(body.length);
    }
    head.append("\r\n\r\n");
    byte[] start = head.toString().getBytes(StandardCharsets.US_ASCII);
    return Unpooled.wrappedBuffer(start, body);
  }

  private String reasonPhrase() {
    return switch (status) {
      case 200 -> "OK";
      case 204 -> "No Content";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 407 -> "Proxy Authentication Required";
      case 408 -> "Request Timeout";
      case 409 -> "Conflict";
      case 411 -> "Length Required";
      case 413 -> "Content Too Large";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      default -> "";
    };
  }
}
