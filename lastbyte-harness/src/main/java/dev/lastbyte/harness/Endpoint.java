// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

/** Where a scenario is met: at the server's own ports, or at an address that fails by itself. */
public enum Endpoint {
  /** The server. */
  SERVER(true),
  /** A port where nothing listens. */
  REFUSING_PORT(false),
  /** A name that no resolver knows (RFC 6761 §6.4). */
  UNKNOWN_NAME(false),
  /** A port that answers no SYN. */
  FULL_BACKLOG(false),
  /** A server with a certificate of an authority that no client trusts. */
  UNTRUSTED_CERTIFICATE(true),
  /** A server with a certificate for another host. */
  WRONG_HOST_CERTIFICATE(true),
  /** A port that answers every hello with a fatal alert. */
  HANDSHAKE_ALERT(false),
  /** A port that answers every hello with a FIN. */
  HANDSHAKE_FIN(false),
  /** A port that answers no hello. */
  HANDSHAKE_STALL(false),
  /** The server, behind a proxy that opens tunnels. */
  PROXY(true),
  /** The server, behind a proxy that answers 403. */
  PROXY_403(true),
  /** The server, behind a proxy that answers 407. */
  PROXY_407(true),
  /** The server, behind a proxy that ends without a response. */
  PROXY_EOF(true);

  private final boolean served;

  Endpoint(boolean served) {
    this.served = served;
  }

  /** Whether a request that does arrive, against all odds, is answered. */
  public boolean isServed() {
    return served;
  }
}
