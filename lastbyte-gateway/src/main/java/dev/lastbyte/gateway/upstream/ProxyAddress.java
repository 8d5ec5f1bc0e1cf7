// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

/**
 * A proxy on the way to one provider. Its text holds no part of its login, so that printing one
 * gives none away.
 */
public final class ProxyAddress {

  private final String host;
  private final int port;
  private final String connectRequest;

  /**
   * @param connectRequest the request that opens a connection to the provider, as it goes onto the
   *     wire (RFC 9110 §9.3.6)
   */
  public ProxyAddress(String host, int port, String connectRequest) {
    this.host = host;
    this.port = port;
    this.connectRequest = connectRequest;
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  String connectRequest() {
    return connectRequest;
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
