// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import dev.lastbyte.cli.options.HostAndPort;
import dev.lastbyte.cli.options.StandardProvider;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables by which clients are told their base URL. What one was set to before becomes the
 * upstream, so that a client still reaches what it was meant to reach.
 */
final class ChildEnvironment {

  private static final String NO_PROXY = "127.0.0.1,localhost";

  private final Map<String, String> inherited;

  ChildEnvironment(Map<String, String> before) {
    this.inherited = before;
  }

  /** The upstreams that the environment asks for, as {@code NAME=URL}. */
  List<String> upstreams() {
    List<String> upstreams = new ArrayList<>();
    for (StandardProvider provider : StandardProvider.values()) {
      String base = givenBase(provider);
      if (base != null) {
        upstreams.add(provider.upstream() + "=" + base);
      }
    }
    return upstreams;
  }

  /** What to set for a child whose requests are to go to a gateway there. */
  Map<String, String> variablesFor(InetSocketAddress gateway) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (StandardProvider provider : StandardProvider.values()) {
      String path = provider.upstream() + (givenBase(provider) == null ? provider.suffix() : "");
      String url = "http://" + HostAndPort.text(gateway) + "/" + path;
      provider.variables().forEach(variable -> variables.put(variable, url));
    }
    variables.put("NO_PROXY", noProxy("NO_PROXY"));
    variables.put("no_proxy", noProxy("no_proxy"));
    return variables;
  }

  private @Nullable String givenBase(StandardProvider provider) {
    for (String variable : provider.variables()) {
      String value = inherited.get(variable);
      if (value != null && !value.isBlank()) {
        return provider.urlOf(value);
      }
    }
    return null;
  }

  private String noProxy(String variable) {
    String there = inherited.get(variable);
    return there == null || there.isBlank() ? NO_PROXY : there + "," + NO_PROXY;
  }
}
