// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.wire.conversation.HashKey;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a gateway is set up.
 *
 * <pre>{@code
 * GatewayOptions.listeningOn(new InetSocketAddress("127.0.0.1", 7077))
 *     .serving(List.of(Upstream.parse("openai=https://api.openai.com")));
 * }</pre>
 *
 * @param listen where to listen; loopback only. Port 0 takes a free one
 * @param upstreams where requests go, by name
 * @param trustedCertificates a PEM file of authorities trusted beside the JDK's own when an
 *     upstream speaks TLS, or null
 * @param maxIdle how long an unused connection to a provider is kept; 55 s by default, below the 60
 *     s after which common intermediaries drop one
 * @param drain how long {@link Gateway#close()} lets open runs go on; 5 s by default
 * @param maxConnections the most client connections at a time; 10,000 by default
 * @param key what conversations are hashed with, so that retries are known again; one that ends
 *     with the process by default
 * @param listener who hears of what happens; nobody by default
 */
public record GatewayOptions(
    InetSocketAddress listen,
    List<Upstream> upstreams,
    @Nullable Path trustedCertificates,
    Duration maxIdle,
    Duration drain,
    int maxConnections,
    HashKey key,
    GatewayListener listener) {

  /**
   * @throws IllegalArgumentException if the address is not a loopback address, two upstreams have
   *     one name, or a bound is not positive
   */
  public GatewayOptions {
    if (listen.isUnresolved() || !listen.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "the gateway has no authentication yet and listens on loopback only, for example"
              + " 127.0.0.1:7077, but was asked for "
              + listen.getHostString()
              + ":"
              + listen.getPort());
    }
    if (maxIdle.isNegative() || drain.isNegative() || maxConnections < 1) {
      throw new IllegalArgumentException(
          "maxIdle and drain must not be negative and maxConnections must be positive, but were "
              + List.of(maxIdle, drain, maxConnections));
    }
    upstreams = List.copyOf(upstreams);
    requireDistinct(upstreams);
  }

  /** The defaults, at this address. */
  public static GatewayOptions listeningOn(InetSocketAddress listen) {
    return new GatewayOptions(
        listen,
        List.of(),
        null,
        Duration.ofSeconds(55),
        Duration.ofSeconds(5),
        10_000,
        HashKey.random(new SecureRandom()),
        GatewayListener.none());
  }

  /** The same with these upstreams. */
  public GatewayOptions serving(List<Upstream> upstreams) {
    return new GatewayOptions(
        listen, upstreams, trustedCertificates, maxIdle, drain, maxConnections, key, listener);
  }

  /** The same, trusting the authorities of a PEM file beside the JDK's own. */
  public GatewayOptions trusting(Path trustedCertificates) {
    return new GatewayOptions(
        listen, upstreams, trustedCertificates, maxIdle, drain, maxConnections, key, listener);
  }

  /** The same with another limit for unused connections to a provider. */
  public GatewayOptions keepingIdleFor(Duration maxIdle) {
    return new GatewayOptions(
        listen, upstreams, trustedCertificates, maxIdle, drain, maxConnections, key, listener);
  }

  /** The same with another deadline for {@link Gateway#close()}. */
  public GatewayOptions drainingFor(Duration drain) {
    return new GatewayOptions(
        listen, upstreams, trustedCertificates, maxIdle, drain, maxConnections, key, listener);
  }

  /** The same with another bound on client connections. */
  public GatewayOptions holdingAtMost(int maxConnections) {
    return new GatewayOptions(
        listen, upstreams, trustedCertificates, maxIdle, drain, maxConnections, key, listener);
  }

  /** The same with another key for the hashes of conversations. */
  public GatewayOptions hashingWith(HashKey key) {
    return new GatewayOptions(
        listen, upstreams, trustedCertificates, maxIdle, drain, maxConnections, key, listener);
  }

  /** The same with somebody who listens. */
  public GatewayOptions telling(GatewayListener listener) {
    return new GatewayOptions(
        listen, upstreams, trustedCertificates, maxIdle, drain, maxConnections, key, listener);
  }

  private static void requireDistinct(List<Upstream> upstreams) {
    Set<String> names = new HashSet<>();
    for (Upstream upstream : upstreams) {
      if (!names.add(upstream.name())) {
        throw new IllegalArgumentException(
            "each upstream needs a name of its own, but '" + upstream.name() + "' was given twice");
      }
    }
  }
}
