// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.CloseEvent.WebSocketClosed;
import org.jspecify.annotations.Nullable;

/**
 * What the code of a close frame says of the reason for it. A server that sends one has looked at
 * the connection: whatever it was, it was not dead.
 *
 * <p>Source: RFC 6455 §7.4.1 and IANA's registry of WebSocket close codes (1012 to 1014, 3000,
 * 3003, 3008).
 */
final class CloseCodes {

  private CloseCodes() {}

  /** The cause that a close names, or null if it names none. */
  static @Nullable Cause causeOf(CloseEvent closed) {
    return closed instanceof WebSocketClosed frame ? causeOf(frame.code()) : null;
  }

  private static @Nullable Cause causeOf(int code) {
    return switch (code) {
      // Going away, and a restart: another connection takes the same request.
      case 1001, 1012 -> Cause.CONN_GOAWAY;
      case 1002, 1003, 1007 -> Cause.PROVIDER_INVALID_REQUEST;
      case 1008, 3003 -> Cause.PROVIDER_FORBIDDEN;
      case 1009 -> Cause.PROVIDER_TOO_LARGE;
      case 1011 -> Cause.PROVIDER_SERVER_ERROR;
      case 1013 -> Cause.PROVIDER_OVERLOADED;
      case 1014 -> Cause.PROVIDER_BAD_GATEWAY;
      case 3000 -> Cause.PROVIDER_AUTH;
      case 3008 -> Cause.PROVIDER_GATEWAY_TIMEOUT;
      default -> null; // Normal, none at all, or an application's own.
    };
  }
}
