// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import dev.lastbyte.harness.script.EndAction;

/** How a response travels, and so how its body says where it ends. */
public enum Framing {
  /** Chunked transfer coding: whole only when the last chunk came (RFC 9112 §7.1). */
  CHUNKED("chunked"),
  /** A content-length: whole when that many bytes came (RFC 9112 §6.3, rule 6). */
  LENGTH("length"),
  /** No length at all: the end of the connection is the end of the body (RFC 9112 §6.3, rule 8). */
  CLOSE_DELIMITED("close-delimited"),
  /** Chunked, inside TLS. */
  TLS("tls"),
  /** HTTP/2 frames (RFC 9113). */
  H2("h2"),
  /** One WebSocket message an event (RFC 6455). */
  WEBSOCKET("websocket");

  private final String token;

  Framing(String token) {
    this.token = token;
  }

  /** The name in ledgers and in the suffix of a scenario, such as {@code close-delimited}. */
  public String token() {
    return token;
  }

  /** Whether a wire of this framing can do that. */
  public boolean has(EndAction endAction) {
    return switch (endAction) {
      case EndAction.ResetStream unused -> this == H2;
      case EndAction.GoAway unused -> this == H2;
      case EndAction.WebSocketClose unused -> this == WEBSOCKET;
      case EndAction.HalfOpen unused -> this == WEBSOCKET;
      case EndAction.TlsCloseWithoutNotify unused -> this == TLS || this == H2 || this == WEBSOCKET;
      // an announced length has no room for what never ends
      case EndAction.Heartbeats unused -> this != LENGTH;
      case EndAction.Drip unused -> this != LENGTH;
      case EndAction.EndOfMessage unused -> this != CLOSE_DELIMITED;
      case EndAction.Fin unused -> true;
      case EndAction.Rst unused -> true;
      case EndAction.HalfClose unused -> true;
      case EndAction.Stall unused -> true;
      case EndAction.Unreached unused -> true;
      case EndAction.Refuse unused -> true;
    };
  }
}
