// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.gateway.upstream.ProxyAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that opens connections to providers (RFC 9110 §9.3.6). Its text holds no part of its
 * login, so that printing one gives none away.
 */
public final class HttpProxy {

  private static final int STANDARD_PORT = 80;

  private final String host;
  private final int port;
  private final @Nullable String authorization;

  private HttpProxy(String host, int port, @Nullable String authorization) {
    this.host = host;
    this.port = port;
    this.authorization = authorization;
  }

  /**
   * Reads {@code http://user:password@host:port}, of which only the host is a must.
   *
   * @throws IllegalArgumentException if it is anything else; the message repeats none of it, since
   *     it may hold a password
   */
  public static HttpProxy parse(String given) {
    try {
      var url = new URI(given.contains("://") ? given : "http://" + given);
      if (!"http".equalsIgnoreCase(url.getScheme())) {
        throw new IllegalArgumentException(
            "a proxy's URL begins with http://; one that is reached by TLS or SOCKS cannot be"
                + " used");
      }
      if (url.getHost() == null || url.getPort() == 0 || url.getPort() > 0xFFFF) {
        throw unreadable(null);
      }
      return new HttpProxy(
          unbracketed(url.getHost()),
          url.getPort() < 0 ? STANDARD_PORT : url.getPort(),
          basic(url.getRawUserInfo()));
    } catch (URISyntaxException e) {
      throw unreadable(e.getReason());
    }
  }

  private static IllegalArgumentException unreadable(@Nullable String reason) {
    return new IllegalArgumentException(
        "a proxy is given as http://[user:password@]host[:port], and what was given is not"
            + (reason == null ? "" : ": " + reason));
  }

  /** RFC 7617 §2. */
  private static @Nullable String basic(@Nullable String userInfo) {
    if (userInfo == null) {
      return null;
    }
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    String password = colon < 0 ? "" : userInfo.substring(colon + 1);
    String login = decoded(user) + ":" + decoded(password);
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  /** In a URL's login a plus sign is a plus sign. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Where it is, and the request that opens a connection to a provider. */
  ProxyAddress addressFor(Upstream upstream) {
    String target = upstream.base().getHost() + ":" + upstream.port();
    String login = authorization == null ? "" : "Proxy-Authorization: " + authorization + "\r\n";
    return new ProxyAddress(
        host, port, "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + login + "\r\n");
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
