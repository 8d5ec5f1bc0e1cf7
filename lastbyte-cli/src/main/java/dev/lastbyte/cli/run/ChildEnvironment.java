// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import dev.lastbyte.cli.options.HostAndPort;
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

  /**
   * A provider as clients are pointed at it.
   *
   * @param suffix what a base URL has behind the provider's own one
   * @param variables the variables that are read, the first one that is set counts
   */
  private record Pointer(String upstream, String suffix, List<String> variables) {}

  private static final List<Pointer> POINTERS =
      List.of(
          new Pointer("openai", "/v1", List.of("OPENAI_BASE_URL", "OPENAI_API_BASE")),
          new Pointer("anthropic", "", List.of("ANTHROPIC_BASE_URL")),
          new Pointer("gemini", "", List.of("GOOGLE_GEMINI_BASE_URL")),
          new Pointer("ollama", "", List.of("OLLAMA_HOST")));

  private static final String NO_PROXY = "127.0.0.1,localhost";

  private final Map<String, String> inherited;

  ChildEnvironment(Map<String, String> before) {
    this.inherited = before;
  }

  /** The upstreams that the environment asks for, as {@code NAME=URL}. */
  List<String> upstreams() {
    List<String> upstreams = new ArrayList<>();
    for (Pointer pointer : POINTERS) {
      String base = givenBase(pointer);
      if (base != null) {
        upstreams.add(pointer.upstream() + "=" + base);
      }
    }
    return upstreams;
  }

  /** What to set for a child whose requests are to go to a gateway there. */
  Map<String, String> variablesFor(InetSocketAddress gateway) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (Pointer pointer : POINTERS) {
      String path = pointer.upstream() + (givenBase(pointer) == null ? pointer.suffix() : "");
      String url = "http://" + HostAndPort.text(gateway) + "/" + path;
      pointer.variables().forEach(variable -> variables.put(variable, url));
    }
    variables.put("NO_PROXY", noProxy("NO_PROXY"));
    variables.put("no_proxy", noProxy("no_proxy"));
    return variables;
  }

  private @Nullable String givenBase(Pointer pointer) {
    for (String variable : pointer.variables()) {
      String value = inherited.get(variable);
      if (value != null && !value.isBlank()) {
        return value.contains("://") ? value : ollama(value);
      }
    }
    return null;
  }

  /** OLLAMA_HOST may be a host, or a host and a port. */
  private static String ollama(String host) {
    return "http://" + host + (host.contains(":") ? "" : ":11434");
  }

  private String noProxy(String variable) {
    String there = inherited.get(variable);
    return there == null || there.isBlank() ? NO_PROXY : there + "," + NO_PROXY;
  }
}
