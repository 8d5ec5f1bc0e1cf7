// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.security;

import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How clients are let in.
 *
 * @param certificate a PEM file for TLS, or null for none
 * @param privateKey its key; null if there is no certificate
 * @param token what clients must send, or null for nothing
 * @param hosts further names of the gateway itself, in lower case
 */
public record ListenerSecurity(
    @Nullable Path certificate,
    @Nullable Path privateKey,
    @Nullable AccessToken token,
    Set<String> hosts) {

  /** What clients are served with, or null for no TLS. */
  @Nullable
  public SslContext tls() {
    return certificate == null || privateKey == null
        ? null
        : ListenerTls.of(certificate, privateKey, UpstreamTls.HTTP2_OR_HTTP1);
  }

  /**
   * Checks that an address which other machines can reach has TLS and a token.
   *
   * @throws IllegalArgumentException if others than this machine can reach the address, and there
   *     is no TLS or no token
   */
  public void requireProtected(InetSocketAddress listen) {
    boolean alone = listen.getAddress().isLoopbackAddress();
    if (!alone && (token == null || certificate == null)) {
      throw new IllegalArgumentException(
          "where others can come from, as to "
              + listen.getHostString()
              + ":"
              + listen.getPort()
              + ", the gateway needs a certificate (TLS) and a token; without them it listens on"
              + " loopback only, for example on 127.0.0.1:7077");
    }
  }

  public AccessControl accessControl(InetSocketAddress listen) {
    return new AccessControl(token, new AllowedHosts(listen.getAddress(), hosts));
  }
}
