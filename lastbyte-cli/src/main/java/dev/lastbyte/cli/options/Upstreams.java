// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.options;

import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.gateway.ProxyRules;
import dev.lastbyte.gateway.Upstream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The upstreams of a gateway: the standard ones, and those on the command line. */
public final class Upstreams {

  private Upstreams() {}

  /**
   * The standard upstreams, overridden and followed by the given ones. Only the given ones are
   * looked up, unless a proxy does that, and meanwhile all else goes on: a machine without a
   * network may start a gateway that it uses later, and a resolver may take its time.
   *
   * @param warn is told, on a thread of its own, of a given host that has no address
   * @throws InvalidInputException if a proxy leads to none of them
   * @throws IllegalArgumentException if one is not {@code NAME=URL}
   */
  public static List<Upstream> of(List<String> given, ProxyRules proxies, Consumer<String> warn) {
    Map<String, Upstream> byName = new LinkedHashMap<>();
    for (StandardProvider provider : StandardProvider.values()) {
      byName.put(provider.upstream(), new Upstream(provider.upstream(), provider.base()));
    }
    for (String text : given) {
      Upstream upstream = Upstream.parse(text);
      if (proxies.proxyFor(upstream) == null) {
        Thread.ofVirtual().start(() -> lookUp(upstream, warn));
      }
      byName.put(upstream.name(), upstream);
    }
    requireKnown(proxies, byName.keySet());
    return List.copyOf(byName.values());
  }

  private static void requireKnown(ProxyRules proxies, Set<String> names) {
    for (String led : proxies.upstreamsWithProxy()) {
      if (!names.contains(led)) {
        throw new InvalidInputException(
            "--proxy " + led + "=...: there is no such upstream; there are " + names);
      }
    }
  }

  private static void lookUp(Upstream upstream, Consumer<String> warn) {
    String host = upstream.base().getHost();
    try {
      InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      warn.accept(
          "upstream '"
              + upstream.name()
              + "': no address is known for host '"
              + host
              + "'; check its spelling, or the network: until it has one, its requests get 502");
    }
  }
}
