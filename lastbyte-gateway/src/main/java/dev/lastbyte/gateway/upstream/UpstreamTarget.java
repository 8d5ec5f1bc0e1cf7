// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A provider, as connections to it are made and requests to it are addressed.
 *
 * @param name the name under which clients ask for it
 * @param priorKnowledge whether HTTP/2 is spoken from the first byte on (RFC 9113 §3.3)
 * @param host the name or address to connect to; an IPv6 address without its brackets
 * @param authority what the {@code Host} header says (RFC 9110 §7.2)
 * @param basePath what stands before the rest of a request's path; empty or begins with a slash
 * @param proxy what opens connections to it, or null if it is reached directly
 */
public record UpstreamTarget(
    String name,
    boolean tls,
    boolean priorKnowledge,
    String host,
    int port,
    String authority,
    String basePath,
    @Nullable ProxyAddress proxy) {

  /** What no name of the public DNS ends with (RFC 6761, RFC 6762, RFC 8375, RFC 9476). */
  private static final List<String> PRIVATE_SUFFIXES =
      List.of(".localhost", ".local", ".internal", ".home.arpa", ".lan");

  /** Whether it is on this machine or a private network, as far as its URL tells. */
  public boolean isPrivate() {
    InetAddress address = NetUtil.createInetAddressFromIpAddressString(host);
    if (address != null) {
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || address.isSiteLocalAddress()
          || address.isLinkLocalAddress()
          || isUniqueLocal(address);
    }
    String name = host.toLowerCase(Locale.ROOT);
    return name.indexOf('.') < 0 || PRIVATE_SUFFIXES.stream().anyMatch(name::endsWith);
  }

  /** Whether it is of {@code fc00::/7} (RFC 4193) or of {@code 100.64.0.0/10} (RFC 6598). */
  private static boolean isUniqueLocal(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4
        ? bytes[0] == 100 && (bytes[1] & 0xc0) == 0x40
        : (bytes[0] & 0xfe) == 0xfc;
  }
}
