// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.gateway.admin.AdminEndpoint;
import dev.lastbyte.gateway.upstream.UpstreamTarget;
import java.util.Map;

/** Where a request goes, by its target (RFC 9112 §3.2). */
sealed interface Route {

  /**
   * To a provider.
   *
   * @param target the request target as the provider gets it
   */
  record ToUpstream(UpstreamTarget upstream, String target) implements Route {}

  /**
   * To the gateway itself.
   *
   * @param path what follows {@code /_lastbyte/}, without a query
   */
  record ToAdmin(String path) implements Route {}

  /** To the page that says what this is. */
  record ToFrontPage() implements Route {}

  /** To nothing that is known. */
  record Unknown() implements Route {}

  /** The route of a request target, which is trusted to hold no control character. */
  static Route of(String target, Map<String, UpstreamTarget> upstreams) {
    if (!target.startsWith("/")) {
      return new Unknown(); // an absolute or authority form is for a forward proxy
    }
    int query = target.indexOf('?');
    int pathEnd = query < 0 ? target.length() : query;
    int slash = target.indexOf('/', 1);
    int nameEnd = slash < 0 || slash > pathEnd ? pathEnd : slash;
    String name = target.substring(1, nameEnd);
    if (name.isEmpty()) {
      return pathEnd == 1 ? new ToFrontPage() : new Unknown();
    }
    if (name.equals(AdminEndpoint.SEGMENT)) {
      return new ToAdmin(target.substring(Math.min(nameEnd + 1, pathEnd), pathEnd));
    }
    UpstreamTarget upstream = upstreams.get(name);
    return upstream == null
        ? new Unknown()
        : new ToUpstream(upstream, targetAt(upstream, target.substring(nameEnd)));
  }

  private static String targetAt(UpstreamTarget upstream, String rest) {
    String target = upstream.basePath() + rest;
    return target.startsWith("/") ? target : "/" + target;
  }
}
