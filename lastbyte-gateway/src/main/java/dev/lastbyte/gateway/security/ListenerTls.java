// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.security;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import javax.net.ssl.SSLException;

/** TLS towards clients: the JDK's engine, and the gateway's certificate. */
public final class ListenerTls {

  private ListenerTls() {}

  /**
   * The context that the listener's handshakes are made with.
   *
   * @param certificate a PEM file with the certificate and those that signed it
   * @param key a PEM file with its private key (PKCS#8), not encrypted
   * @param protocols what is chosen from by ALPN
   * @throws IllegalArgumentException if either cannot be used
   */
  public static SslContext of(Path certificate, Path key, ApplicationProtocolConfig protocols) {
    try {
      return SslContextBuilder.forServer(certificate.toFile(), key.toFile())
          .sslProvider(SslProvider.JDK)
          .applicationProtocolConfig(protocols)
          .build();
    } catch (SSLException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the certificate and its key must be readable PEM files that belong together, the key as"
              + " PKCS#8 without a password, but were '"
              + certificate
              + "' and '"
              + key
              + "'",
          e);
    }
  }
}
