// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How clients come in.
 *
 * @param certificate a PEM file for TLS, or null for none
 * @param privateKey its key; null if there is no certificate
 * @param token what clients must know, or null for nothing
 * @param hosts further names of the gateway itself, in lower case
 */
record Entrance(
    @Nullable Path certificate,
    @Nullable Path privateKey,
    @Nullable AccessToken token,
    Set<String> hosts) {

  /** Open to everybody who can reach it. */
  static Entrance open() {
    return new Entrance(null, null, null, Set.of());
  }

  Entrance withTls(Path certificate, Path privateKey) {
    return new Entrance(certificate, privateKey, token, hosts);
  }

  Entrance withToken(AccessToken token) {
    return new Entrance(certificate, privateKey, token, hosts);
  }

  Entrance withHosts(Set<String> hosts) {
    Set<String> names = new HashSet<>();
    hosts.forEach(host -> names.add(host.toLowerCase(Locale.ROOT)));
    return new Entrance(certificate, privateKey, token, Set.copyOf(names));
  }

  /** What clients are served with, or null for no TLS. */
  @Nullable SslContext tls() {
    return certificate == null || privateKey == null
        ? null
        : ListenerTls.of(certificate, privateKey, UpstreamTls.BOTH);
  }

  /**
   * @throws IllegalArgumentException if others than this machine can reach the address, and there
   *     is no TLS or no token
   */
  void requireGuarded(InetSocketAddress listen) {
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

  Guard guard(InetSocketAddress listen) {
    return new Guard(token, new OwnHosts(listen.getAddress(), hosts));
  }
}
