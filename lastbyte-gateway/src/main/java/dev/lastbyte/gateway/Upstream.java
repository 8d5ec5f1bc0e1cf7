// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.gateway.upstream.UpstreamTarget;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A provider, and the name under which the gateway serves it.
 *
 * @param name the first segment of the path that leads to it
 * @param base {@code http}, {@code https}, or {@code h2c} for a provider that is known to speak
 *     HTTP/2 without TLS (RFC 9113 §3.3), with an optional path and never a slash at its end
 */
public record Upstream(String name, URI base) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /**
   * @throws IllegalArgumentException if the name or the URL cannot be used; the message says what
   *     would be right
   */
  public Upstream {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "an upstream's name is 1 to 64 of [a-z0-9._-] and begins with a letter or a digit, but"
              + " was '"
              + name
              + "'");
    }
    requireUsable(base);
    base = URI.create(withoutSlashAtEnd(base.toString()));
  }

  /**
   * Reads {@code name=URL}, as in {@code openai=https://api.openai.com}.
   *
   * @throws IllegalArgumentException if it is anything else; the message says what would be right
   */
  public static Upstream parse(String given) {
    int equals = given.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "an upstream is given as name=URL, for example openai=https://api.openai.com, but was '"
              + given
              + "'");
    }
    try {
      return new Upstream(given.substring(0, equals), new URI(given.substring(equals + 1)));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "the URL of upstream '"
              + given.substring(0, equals)
              + "' cannot be read at character "
              + e.getIndex()
              + ": "
              + e.getReason(),
          e);
    }
  }

  private static void requireUsable(URI base) {
    String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https") && !scheme.equals("h2c")) {
      throw new IllegalArgumentException(
          "an upstream's URL begins with http:// or https://, or with h2c:// where HTTP/2 is"
              + " spoken without TLS, but was '"
              + base
              + "'");
    }
    // Not repeated in the message: these are the places where people put keys.
    if (base.getRawUserInfo() != null
        || base.getRawQuery() != null
        || base.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "an upstream's URL is scheme, host, port and path; it must not hold a user, a query or a"
              + " fragment");
    }
    if (base.getHost() == null || base.getPort() == 0 || base.getPort() > 0xFFFF) {
      throw new IllegalArgumentException(
          "an upstream's URL needs a host, and a port from 1 to 65535 if any, but was '"
              + base
              + "'");
    }
  }

  private static String withoutSlashAtEnd(String url) {
    return url.endsWith("/") ? withoutSlashAtEnd(url.substring(0, url.length() - 1)) : url;
  }

  /** The provider as connections to it are made, through the proxy that the rules give it. */
  UpstreamTarget target(ProxyRules rules) {
    HttpProxy proxy = rules.proxyFor(this);
    return new UpstreamTarget(
        name,
        tls(),
        priorKnowledge(),
        host(),
        port(),
        authority(),
        basePath(),
        proxy == null ? null : proxy.addressFor(this));
  }

  boolean tls() {
    return "https".equalsIgnoreCase(base.getScheme());
  }

  /** Whether HTTP/2 is spoken from the first byte on. */
  boolean priorKnowledge() {
    return "h2c".equalsIgnoreCase(base.getScheme());
  }

  /** The name or address to dial; an IPv6 address without its brackets. */
  String host() {
    String host = base.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  int port() {
    return base.getPort() > 0 ? base.getPort() : tls() ? HTTPS_PORT : HTTP_PORT;
  }

  /** What the {@code Host} header says (RFC 9110 §7.2). */
  String authority() {
    return base.getRawAuthority();
  }

  /** What stands before the rest of a request's path; empty or begins with a slash. */
  String basePath() {
    return base.getRawPath();
  }
}
