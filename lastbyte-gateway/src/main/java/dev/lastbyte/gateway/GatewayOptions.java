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
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a gateway is set up. Its text holds neither token nor key.
 *
 * <pre>{@code
 * GatewayOptions.builder(new InetSocketAddress("127.0.0.1", 7077))
 *     .upstreams(List.of(Upstream.parse("openai=https://api.openai.com")))
 *     .build();
 * }</pre>
 *
 * @param listen where to listen; port 0 takes a free one. Where others than this machine can come
 *     from, the gateway starts only with TLS and a token
 * @param upstreams where requests go, each under a name of its own
 * @param proxies which provider is reached through which proxy
 * @param trustedCertificates a PEM file of authorities beside the JDK's own, or null for none
 * @param http2Upstream whether HTTP/2 is spoken to providers that offer it also for clients that
 *     speak HTTP/1.1; if not, such a client's bytes go on as they came
 * @param connectTimeout how long a step on the way to a provider may take, at most a day; zero for
 *     no limit but the kernel's
 * @param maxIdle how long an unused connection to a provider is kept
 * @param maxConnections how many connections of clients are served at once
 * @param maxHeadTime how long a request may take from its first byte until it can be passed on
 * @param maxClientIdle how long a client's connection may stay without a request; not below {@code
 *     maxHeadTime}
 * @param drainTimeout how long {@link Gateway#close()} waits for open runs
 * @param shadowDrainTimeout how long a response is read on after its client has gone; zero for not
 *     at all
 * @param recovery when a request is sent again by the gateway itself
 * @param tls the certificate that clients are served with, or null for no TLS
 * @param accessToken what clients must send to be served, or null for nothing
 * @param allowedHosts further names under which the gateway's own pages may be asked for, in lower
 *     case
 * @param hashKey what conversations are hashed with, to know them again
 * @param listener hears of what happens
 */
public record GatewayOptions(
    InetSocketAddress listen,
    List<Upstream> upstreams,
    ProxyRules proxies,
    @Nullable Path trustedCertificates,
    boolean http2Upstream,
    Duration connectTimeout,
    Duration maxIdle,
    int maxConnections,
    Duration maxHeadTime,
    Duration maxClientIdle,
    Duration drainTimeout,
    Duration shadowDrainTimeout,
    RecoveryOptions recovery,
    @Nullable TlsFiles tls,
    @Nullable String accessToken,
    Set<String> allowedHosts,
    HashKey hashKey,
    GatewayListener listener) {

  /** How long a key for the hashes of conversations is. */
  public static final int KEY_BYTES = HashKey.BYTES;

  private static final Duration MIN_CONNECT_TIMEOUT = Duration.ofMillis(1);
  private static final Duration MAX_CONNECT_TIMEOUT = Duration.ofDays(1);

  /**
   * @throws IllegalArgumentException if a value is out of its bounds, two upstreams have one name,
   *     the address to listen on does not exist, or the token is too short or could not be sent in
   *     a header
   */
  public GatewayOptions {
    require(!listen.isUnresolved(), "the address to listen on must exist", listen);
    requireDistinct(upstreams);
    require(
        connectTimeout.isZero()
            || (connectTimeout.compareTo(MIN_CONNECT_TIMEOUT) >= 0
                && connectTimeout.compareTo(MAX_CONNECT_TIMEOUT) <= 0),
        "a time to connect in must be 1 ms to 1 day",
        connectTimeout);
    require(!maxIdle.isNegative(), "maxIdle must not be negative", maxIdle);
    require(maxConnections > 0, "maxConnections must be positive", maxConnections);
    require(
        maxHeadTime.isPositive() && maxClientIdle.compareTo(maxHeadTime) >= 0,
        "maxHeadTime must be positive and maxClientIdle not below it",
        List.of(maxHeadTime, maxClientIdle));
    require(!drainTimeout.isNegative(), "drainTimeout must not be negative", drainTimeout);
    require(
        !shadowDrainTimeout.isNegative(),
        "shadowDrainTimeout must not be negative",
        shadowDrainTimeout);
    if (accessToken != null) {
      AccessToken.requireUsable(accessToken);
    }
    upstreams = List.copyOf(upstreams);
    allowedHosts =
        allowedHosts.stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The defaults, at this address. */
  public static Builder builder(InetSocketAddress listen) {
    return new Builder(listen);
  }

  /** A builder that begins with these options. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * Checks that an address which other machines can reach has TLS and a token.
   *
   * @throws IllegalArgumentException if others than this machine can reach the address, and there
   *     is no TLS or no token
   */
  public GatewayOptions requireProtected() {
    security().requireProtected(listen);
    return this;
  }

  /** Address and upstreams only: no part of it is a secret. */
  @Override
  public String toString() {
    return "GatewayOptions[listen="
        + listen
        + ", upstreams="
        + upstreams.stream().map(Upstream::name).toList()
        + "]";
  }

  ListenerSecurity security() {
    return new ListenerSecurity(
        tls == null ? null : tls.certificate(),
        tls == null ? null : tls.privateKey(),
        accessToken == null ? null : AccessToken.of(accessToken),
        allowedHosts);
  }

  ClientTimeouts clientTimeouts() {
    return new ClientTimeouts(maxHeadTime, maxClientIdle);
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

  /** Sets options one by one. For one thread. */
  public static final class Builder {

    private final InetSocketAddress listen;
    private List<Upstream> upstreams = List.of();
    private ProxyRules proxies = ProxyRules.none();
    private @Nullable Path trustedCertificates;
    private boolean http2Upstream;
    private Duration connectTimeout = Duration.ZERO;
    private Duration maxIdle = Duration.ofSeconds(55);
    private int maxConnections = 10_000;
    private Duration maxHeadTime = Duration.ofSeconds(30);
    private Duration maxClientIdle = Duration.ofMinutes(10);
    private Duration drainTimeout = Duration.ofSeconds(5);
    private Duration shadowDrainTimeout = Duration.ZERO;
    private RecoveryOptions recovery = RecoveryOptions.off();
    private @Nullable TlsFiles tls;
    private @Nullable String accessToken;
    private Set<String> allowedHosts = Set.of();
    private HashKey hashKey;
    private GatewayListener listener = GatewayListener.none();

    private Builder(InetSocketAddress listen) {
      this.listen = listen;
      this.hashKey = HashKey.random(new SecureRandom());
    }

    private Builder(GatewayOptions from) {
      this.listen = from.listen;
      this.upstreams = from.upstreams;
      this.proxies = from.proxies;
      this.trustedCertificates = from.trustedCertificates;
      this.http2Upstream = from.http2Upstream;
      this.connectTimeout = from.connectTimeout;
      this.maxIdle = from.maxIdle;
      this.maxConnections = from.maxConnections;
      this.maxHeadTime = from.maxHeadTime;
      this.maxClientIdle = from.maxClientIdle;
      this.drainTimeout = from.drainTimeout;
      this.shadowDrainTimeout = from.shadowDrainTimeout;
      this.recovery = from.recovery;
      this.tls = from.tls;
      this.accessToken = from.accessToken;
      this.allowedHosts = from.allowedHosts;
      this.hashKey = from.hashKey;
      this.listener = from.listener;
    }

    /** Where requests go; nowhere by default. */
    public Builder upstreams(List<Upstream> upstreams) {
      this.upstreams = upstreams;
      return this;
    }

    /** Which proxies lead to providers; none by default. */
    public Builder proxies(ProxyRules proxies) {
      this.proxies = proxies;
      return this;
    }

    /** Trusts the authorities of a PEM file beside the JDK's own. */
    public Builder trustedCertificates(Path trustedCertificates) {
      this.trustedCertificates = trustedCertificates;
      return this;
    }

    /**
     * Speaks HTTP/2 to providers that offer it also for clients that speak HTTP/1.1; by default
     * such a client's bytes go on as they came.
     */
    public Builder preferHttp2Upstream() {
      this.http2Upstream = true;
      return this;
    }

    /**
     * Gives up a step on the way to a provider that takes longer: an address that does not answer,
     * after which the next one of its name is tried; a proxy that does not; a TLS handshake that
     * does not end. By default only the kernel gives up, and only the first.
     *
     * @throws IllegalArgumentException if it is below a millisecond
     */
    public Builder connectTimeout(Duration connectTimeout) {
      require(
          connectTimeout.compareTo(MIN_CONNECT_TIMEOUT) >= 0,
          "a time to connect in must be 1 ms to 1 day",
          connectTimeout);
      this.connectTimeout = connectTimeout;
      return this;
    }

    /**
     * How long an unused connection to a provider is kept; 55 s by default, below the 60 s after
     * which common intermediaries drop one.
     */
    public Builder maxIdle(Duration maxIdle) {
      this.maxIdle = maxIdle;
      return this;
    }

    /** How many connections of clients are served at once; 10,000 by default. */
    public Builder maxConnections(int maxConnections) {
      this.maxConnections = maxConnections;
      return this;
    }

    /**
     * Limits for clients that send slowly, or nothing.
     *
     * @param maxHeadTime how long a request may take from its first byte until it can be passed on;
     *     30 s by default. The client is sent 408 then, or up to as much later
     * @param maxClientIdle how long a client's connection may stay without a request; 10 min by
     *     default, longer than clients keep one, since the gateway's end would race with their next
     *     request
     */
    public Builder clientTimeouts(Duration maxHeadTime, Duration maxClientIdle) {
      this.maxHeadTime = maxHeadTime;
      this.maxClientIdle = maxClientIdle;
      return this;
    }

    /** How long {@link Gateway#close()} waits for open runs; 5 s by default. */
    public Builder drainTimeout(Duration drainTimeout) {
      this.drainTimeout = drainTimeout;
      return this;
    }

    /**
     * Reads a response on after its client has gone, to say what would have become of it: a
     * provider that could stop then goes on, and may bill for it. Never by default.
     *
     * @param shadowDrainTimeout how long; at most 64 responses at once
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder shadowDrainTimeout(Duration shadowDrainTimeout) {
      require(
          shadowDrainTimeout.isPositive(),
          "shadowDrainTimeout must be positive",
          shadowDrainTimeout);
      this.shadowDrainTimeout = shadowDrainTimeout;
      return this;
    }

    /**
     * Sends a request again where retry safety says that it is safe and the client has no byte of a
     * response: an error is held back until that is known. Never by default.
     *
     * @param maxAttempts how often a request may be sent, the first time included
     * @param retryWindow no attempt begins later than this after the first one
     * @throws IllegalArgumentException if there would be no attempt, or no time
     */
    public Builder recovery(int maxAttempts, Duration retryWindow) {
      require(retryWindow.isPositive(), "retryWindow must be positive", retryWindow);
      this.recovery = new RecoveryOptions(maxAttempts, retryWindow);
      return this;
    }

    /**
     * Speaks TLS to clients; without it by default.
     *
     * @param certificate a PEM file with the certificate and those that signed it
     * @param privateKey a PEM file with its private key (PKCS#8), not encrypted
     */
    public Builder tls(Path certificate, Path privateKey) {
      this.tls = new TlsFiles(certificate, privateKey);
      return this;
    }

    /** Serves only clients that send this token; all of them by default. */
    public Builder accessToken(String accessToken) {
      this.accessToken = accessToken;
      return this;
    }

    /** Further names under which the gateway's own pages may be asked for; none by default. */
    public Builder allowedHosts(Set<String> allowedHosts) {
      this.allowedHosts = allowedHosts;
      return this;
    }

    /**
     * The key for the hashes by which a conversation is known again; by default a random one, which
     * ends with these options.
     *
     * @throws IllegalArgumentException if it has not {@value #KEY_BYTES} bytes
     */
    public Builder hashKey(byte[] hashKey) {
      this.hashKey = HashKey.of(hashKey);
      return this;
    }

    /** Hears of what happens; no listener by default. */
    public Builder listener(GatewayListener listener) {
      this.listener = listener;
      return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException if they cannot be used, as {@link GatewayOptions} says
     */
    public GatewayOptions build() {
      return new GatewayOptions(
          listen,
          upstreams,
          proxies,
          trustedCertificates,
          http2Upstream,
          connectTimeout,
          maxIdle,
          maxConnections,
          maxHeadTime,
          maxClientIdle,
          drainTimeout,
          shadowDrainTimeout,
          recovery,
          tls,
          accessToken,
          allowedHosts,
          hashKey,
          listener);
    }
  }
}
