// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.security;

import dev.lastbyte.wire.http.HeaderFields;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names under which the gateway's own pages are asked for. A page in a browser must not reach
 * them, be it by a request across origins or by a name that was made to point here (DNS rebinding).
 *
 * @param listenAddress where the gateway listens
 * @param names further names, in lower case
 */
record AllowedHosts(InetAddress listenAddress, Set<String> names) {

  /** Whether a request may see the gateway's own pages. */
  boolean allows(HeaderFields fields) {
    String host = fields.first("host");
    String origin = fields.first("origin");
    return host != null && isOwn(host) && (origin == null || isOf(origin, host));
  }

  /**
   * Whether a request may go on to an upstream on this machine or a private network: as above, but
   * a page that this machine itself serves at another port may ask too.
   */
  boolean allowsToPrivateUpstream(HeaderFields fields) {
    String host = fields.first("host");
    String origin = fields.first("origin");
    return (host == null || isOwn(host)) && (origin == null || isOwnOrigin(origin));
  }

  /** Whether no page of the web can be of that origin. */
  private boolean isOwnOrigin(String origin) {
    int scheme = origin.indexOf("://");
    if (scheme < 0) {
      return false; // "null", as pages in a sandbox say
    }
    boolean web = origin.regionMatches(true, 0, "http", 0, "http".length());
    return !web || isOwn(origin.substring(scheme + "://".length()));
  }

  /** Whether a page of that origin was served by that host itself. */
  private static boolean isOf(String origin, String host) {
    return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
  }

  private boolean isOwn(String host) {
    int colon = host.lastIndexOf(':');
    String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("localhost") || names.contains(lower) || isOwn(addressOf(name));
  }

  private boolean isOwn(@Nullable InetAddress address) {
    return address != null && (address.isLoopbackAddress() || address.equals(listenAddress));
  }

  private static @Nullable InetAddress addressOf(String name) {
    boolean bracketed = name.startsWith("[") && name.endsWith("]");
    return NetUtil.createInetAddressFromIpAddressString(
        bracketed ? name.substring(1, name.length() - 1) : name);
  }
}
