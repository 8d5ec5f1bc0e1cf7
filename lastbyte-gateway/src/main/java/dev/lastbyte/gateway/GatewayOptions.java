// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.gateway.client.ClientTimeouts;
import dev.lastbyte.gateway.security.AccessToken;
import dev.lastbyte.gateway.security.ListenerSecurity;
import dev.lastbyte.wire.conversation.HashKey;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a gateway is set up. A value: each of its methods gives another one.
 *
 * <pre>{@code
 * GatewayOptions.listeningOn(new InetSocketAddress("127.0.0.1", 7077))
 *     .serving(List.of(Upstream.parse("openai=https://api.openai.com")));
 * }</pre>
 */
public final class GatewayOptions {

  /** How long a key for the hashes of conversations is. */
  public static final int KEY_BYTES = HashKey.BYTES;

  private final InetSocketAddress listen;
  private List<Upstream> upstreams = List.of();
  private @Nullable Path trustedCertificates;
  private Duration maxIdle = Duration.ofSeconds(55);
  private Duration drainTimeout = Duration.ofSeconds(5);
  private int maxConnections = 10_000;
  private Duration maxHeadTime = Duration.ofSeconds(30);
  private Duration maxClientIdle = Duration.ofMinutes(10);
  private ProxyRules proxies = ProxyRules.none();
  private Duration connectTimeout = Duration.ZERO;
  private HashKey key = HashKey.random(new SecureRandom());
  private RecoveryOptions recovery = RecoveryOptions.off();
  private Duration shadowDrainTimeout = Duration.ZERO;
  private GatewayListener listener = GatewayListener.none();
  private boolean http2Upstream;
  private ListenerSecurity security = ListenerSecurity.unrestricted();

  private GatewayOptions(InetSocketAddress listen) {
    this.listen = listen;
  }

  /**
   * The defaults, at this address.
   *
   * @param listen where to listen; port 0 takes a free one. Where others than this machine can come
   *     from, the gateway starts only with TLS and a token
   * @throws IllegalArgumentException if there is no such address
   */
  public static GatewayOptions listeningOn(InetSocketAddress listen) {
    require(!listen.isUnresolved(), "the address to listen on must exist", listen);
    return new GatewayOptions(listen);
  }

  private GatewayOptions with(Consumer<GatewayOptions> change) {
    var other = new GatewayOptions(listen);
    other.upstreams = upstreams;
    other.trustedCertificates = trustedCertificates;
    other.maxIdle = maxIdle;
    other.drainTimeout = drainTimeout;
    other.maxConnections = maxConnections;
    other.maxHeadTime = maxHeadTime;
    other.maxClientIdle = maxClientIdle;
    other.proxies = proxies;
    other.connectTimeout = connectTimeout;
    other.key = key;
    other.recovery = recovery;
    other.shadowDrainTimeout = shadowDrainTimeout;
    other.listener = listener;
    other.http2Upstream = http2Upstream;
    other.security = security;
    change.accept(other);
    return other;
  }

  /**
   * The same with these upstreams; with none by default.
   *
   * @throws IllegalArgumentException if two of them have one name
   */
  public GatewayOptions upstreams(List<Upstream> upstreams) {
    requireDistinct(upstreams);
    return with(other -> other.upstreams = List.copyOf(upstreams));
  }

  /** The same, trusting the authorities of a PEM file beside the JDK's own. */
  public GatewayOptions trustedCertificates(Path trustedCertificates) {
    return with(other -> other.trustedCertificates = trustedCertificates);
  }

  /**
   * The same with another limit for unused connections to a provider; 55 s by default, below the 60
   * s after which common intermediaries drop one.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public GatewayOptions maxIdle(Duration maxIdle) {
    require(!maxIdle.isNegative(), "maxIdle must not be negative", maxIdle);
    return with(other -> other.maxIdle = maxIdle);
  }

  /**
   * The same with another deadline for {@link Gateway#close()}; 5 s by default.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public GatewayOptions drainTimeout(Duration drain) {
    require(!drain.isNegative(), "drain must not be negative", drain);
    return with(other -> other.drainTimeout = drain);
  }

  /**
   * The same with another bound on client connections; 10,000 by default.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public GatewayOptions maxConnections(int maxConnections) {
    require(maxConnections > 0, "maxConnections must be positive", maxConnections);
    return with(other -> other.maxConnections = maxConnections);
  }

  /**
   * The same with other limits for clients that send slowly, or nothing.
   *
   * @param maxHeadTime how long a request may take from its first byte until it can be passed on;
   *     30 s by default. The client is told 408 then, or up to as much later
   * @param maxClientIdle how long a client's connection may stay without a request; 10 min by
   *     default, longer than clients keep one, since our end would race with their next request
   * @throws IllegalArgumentException if the first is not positive, or the second below it
   */
  public GatewayOptions clientTimeouts(Duration maxHeadTime, Duration maxClientIdle) {
    require(
        maxHeadTime.isPositive() && maxClientIdle.compareTo(maxHeadTime) >= 0,
        "maxHeadTime must be positive and maxClientIdle not below it",
        List.of(maxHeadTime, maxClientIdle));
    return with(other -> {
      other.maxHeadTime = maxHeadTime;
      other.maxClientIdle = maxClientIdle;
    });
  }

  /** The same through these proxies; through none by default. */
  public GatewayOptions proxies(ProxyRules proxies) {
    return with(other -> other.proxies = proxies);
  }

  /**
   * The same, giving up a step on the way to a provider that takes longer than that: an address
   * that does not answer, after which the next one of its name is tried; a proxy that does not; a
   * TLS handshake that does not end. By default only the kernel gives up, and only the first.
   *
   * @throws IllegalArgumentException if it is below a millisecond, or above a day
   */
  public GatewayOptions connectTimeout(Duration maxDuration) {
    require(
        maxDuration.compareTo(Duration.ofMillis(1)) >= 0
            && maxDuration.compareTo(Duration.ofDays(1)) <= 0,
        "a time to connect in must be 1 ms to 1 day",
        maxDuration);
    return with(other -> other.connectTimeout = maxDuration);
  }

  /**
   * The same with another key for the hashes by which a conversation is known again; by default one
   * that ends with this value.
   *
   * @throws IllegalArgumentException if it has not {@value #KEY_BYTES} bytes
   */
  public GatewayOptions hashKey(byte[] key) {
    HashKey made = HashKey.of(key);
    return with(other -> other.key = made);
  }

  /**
   * The same, sending a request again by itself where retry safety says that it is safe and the
   * client has no byte of an answer: an error is held back until that is known; never by default.
   *
   * @param maxAttempts how often a request may be sent, the first time included
   * @param within no attempt begins later than this after the first one
   * @throws IllegalArgumentException if there would be no attempt, or no time
   */
  public GatewayOptions recovery(int maxAttempts, Duration within) {
    require(maxAttempts > 0, "mostAttempts must be positive", maxAttempts);
    require(within.isPositive(), "within must be positive", within);
    return with(other -> other.recovery = new RecoveryOptions(maxAttempts, within));
  }

  /**
   * The same, reading an answer on after its client has gone, to say what would have become of it:
   * a provider that could stop then goes on, and may bill for it. Never by default.
   *
   * @param maxDuration how long; at most {@value ShadowDrains#MAX} answers at once
   * @throws IllegalArgumentException if it is not positive
   */
  public GatewayOptions shadowDrainTimeout(Duration maxDuration) {
    require(maxDuration.isPositive(), "longest must be positive", maxDuration);
    return with(other -> other.shadowDrainTimeout = maxDuration);
  }

  /**
   * The same, speaking HTTP/2 to providers that offer it also for clients that speak HTTP/1.1; by
   * default such a client's bytes go on as they came.
   */
  public GatewayOptions preferHttp2Upstream() {
    return with(other -> other.http2Upstream = true);
  }

  /**
   * The same, speaking TLS to clients; without it by default.
   *
   * @param certificate a PEM file with the certificate and those that signed it
   * @param privateKey a PEM file with its private key (PKCS#8), not encrypted
   */
  public GatewayOptions tls(Path certificate, Path privateKey) {
    return with(other -> other.security = security.withTls(certificate, privateKey));
  }

  /**
   * The same, serving only those who send this token; everybody by default.
   *
   * @throws IllegalArgumentException if it is too short, or could not be sent in a header
   */
  public GatewayOptions accessToken(String token) {
    return with(other -> other.security = security.withToken(AccessToken.of(token)));
  }

  /** The same, known to its own pages' readers by these names too; by none by default. */
  public GatewayOptions allowedHosts(Set<String> hosts) {
    return with(other -> other.security = security.withHosts(hosts));
  }

  /** The same with somebody who hears of what happens; nobody by default. */
  public GatewayOptions listener(GatewayListener listener) {
    return with(other -> other.listener = listener);
  }

  /** Where to listen. */
  public InetSocketAddress listen() {
    return listen;
  }

  /** Where requests go, by name. */
  public List<Upstream> upstreams() {
    return upstreams;
  }

  @Nullable Path trustedCertificates() {
    return trustedCertificates;
  }

  Duration maxIdle() {
    return maxIdle;
  }

  Duration drainTimeout() {
    return drainTimeout;
  }

  int maxConnections() {
    return maxConnections;
  }

  ClientTimeouts clientTimeouts() {
    return new ClientTimeouts(maxHeadTime, maxClientIdle);
  }

  /** Which provider is reached through which proxy. */
  public ProxyRules proxies() {
    return proxies;
  }

  /** How long a step on the way to a provider may take; zero for no limit. */
  Duration connectTimeout() {
    return connectTimeout;
  }

  HashKey hashKey() {
    return key;
  }

  /**
   * Refuses to let in whoever comes.
   *
   * @throws IllegalArgumentException if others than this machine can reach the address, and there
   *     is no TLS or no token
   */
  public GatewayOptions requireProtected() {
    security.requireProtected(listen);
    return this;
  }

  ListenerSecurity security() {
    return security;
  }

  boolean http2Upstream() {
    return http2Upstream;
  }

  RecoveryOptions recovery() {
    return recovery;
  }

  Duration shadowDrainTimeout() {
    return shadowDrainTimeout;
  }

  GatewayListener listener() {
    return listener;
  }

  private static void require(boolean right, String rule, Object given) {
    if (!right) {
      throw new IllegalArgumentException(rule + ", but was " + given);
    }
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
