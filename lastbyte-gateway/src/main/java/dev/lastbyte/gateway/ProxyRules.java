// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which provider is reached through which proxy. This machine itself never is, unless an upstream
 * has a proxy of its own.
 */
public final class ProxyRules {

  private static final ProxyRules NONE = new ProxyRules(null, null, List.of(), Map.of());

  private final @Nullable HttpProxy forHttp;
  private final @Nullable HttpProxy forHttps;
  private final List<String> direct;
  private final Map<String, HttpProxy> own;

  private ProxyRules(
      @Nullable HttpProxy forHttp,
      @Nullable HttpProxy forHttps,
      List<String> direct,
      Map<String, HttpProxy> own) {
    this.forHttp = forHttp;
    this.forHttps = forHttps;
    this.direct = direct;
    this.own = own;
  }

  /** No proxy for anything. */
  public static ProxyRules none() {
    return NONE;
  }

  /** One proxy for all. */
  public static ProxyRules forAll(HttpProxy proxy) {
    return NONE.withProxy(proxy);
  }

  /**
   * What {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} say, in lower case first.
   *
   * @param environment the value of a variable, or null
   * @throws IllegalArgumentException if a proxy cannot be read; the message names the variable
   */
  public static ProxyRules fromEnvironment(Function<String, @Nullable String> environment) {
    var rules =
        new ProxyRules(
            proxy("HTTP_PROXY", environment),
            proxy("HTTPS_PROXY", environment),
            List.of(),
            Map.of());
    String direct = lowerOrUpperCase("NO_PROXY", environment);
    return direct == null ? rules : rules.withoutProxyFor(direct);
  }

  private static @Nullable HttpProxy proxy(
      String name, Function<String, @Nullable String> environment) {
    String value = lowerOrUpperCase(name, environment);
    try {
      return value == null ? null : HttpProxy.parse(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable String lowerOrUpperCase(
      String name, Function<String, @Nullable String> environment) {
    String lower = environment.apply(name.toLowerCase(Locale.ROOT));
    String value = lower == null || lower.isBlank() ? environment.apply(name) : lower;
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** The same with one proxy for all. */
  public ProxyRules withProxy(HttpProxy proxy) {
    return new ProxyRules(proxy, proxy, direct, own);
  }

  /**
   * The same, but directly to these.
   *
   * @param hosts names, which stand for all below them too, and addresses, each with a port if it
   *     counts for that port only, separated by commas; {@code *} for all
   */
  public ProxyRules withoutProxyFor(String hosts) {
    List<String> items =
        Arrays.stream(hosts.split(",", -1))
            .map(item -> item.strip().toLowerCase(Locale.ROOT))
            .filter(item -> !item.isEmpty())
            .toList();
    return new ProxyRules(forHttp, forHttps, items, own);
  }

  /**
   * The same, but to that upstream through a proxy of its own, wherever the upstream is.
   *
   * @param upstream its name
   */
  public ProxyRules withProxyFor(String upstream, HttpProxy proxy) {
    Map<String, HttpProxy> all = new HashMap<>(own);
    all.put(upstream, proxy);
    return new ProxyRules(forHttp, forHttps, direct, Map.copyOf(all));
  }

  /** The names of the upstreams that have a proxy of their own. */
  public Set<String> upstreamsWithProxy() {
    return own.keySet();
  }

  /** The proxy to go through, or null for none. */
  public @Nullable HttpProxy proxyFor(Upstream upstream) {
    HttpProxy named = own.get(upstream.name());
    return named == null ? generalProxyFor(upstream) : named;
  }

  private @Nullable HttpProxy generalProxyFor(Upstream upstream) {
    HttpProxy proxy = upstream.tls() ? forHttps : forHttp;
    return proxy == null || isDirect(upstream) ? null : proxy;
  }

  private boolean isDirect(Upstream upstream) {
    String host = upstream.host().toLowerCase(Locale.ROOT);
    return isThisMachine(host)
        || direct.stream().anyMatch(item -> covers(item, host, upstream.port()));
  }

  private static boolean isThisMachine(String host) {
    InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host);
    return literal == null
        ? host.equals("localhost") || host.endsWith(".localhost")
        : literal.isLoopbackAddress();
  }

  private static boolean covers(String item, String host, int port) {
    if (item.equals("*") || item.equals(host)) {
      return true;
    }
    String name = item.endsWith(":" + port) ? item.substring(0, item.lastIndexOf(':')) : item;
    String bare = name.startsWith("*.") ? name.substring(2) : withoutDot(unbracketed(name));
    return host.equals(bare) || host.endsWith("." + bare);
  }

  private static String withoutDot(String name) {
    return name.startsWith(".") ? name.substring(1) : name;
  }

  private static String unbracketed(String name) {
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }
}
