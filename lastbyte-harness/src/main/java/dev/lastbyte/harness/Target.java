// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.util.Arrays;
import java.util.Optional;

/** What a request is for, read from its path and headers alone. */
sealed interface Target {

  /** An answer in a dialect, as a scenario has it. */
  record Play(Dialect dialect, Scenario scenario, Framing framing) implements Target {}

  /** The server itself. */
  record Control(String path) implements Target {}

  /** Nothing that there is. */
  record Nothing(String why) implements Target {}

  String CONTROL = "/_harness/";
  String SCENARIO_HEADER = "x-lastbyte-scenario";

  /** The target of {@code /<scenario>/v1/…}, {@code /v1/…} or {@code /_harness/…}. */
  static Target of(RequestHead head) {
    String path = head.path();
    if (path.startsWith(CONTROL)) {
      return new Control(path.substring(CONTROL.length()));
    }
    int second = path.indexOf('/', 1);
    boolean named = second > 0 && !path.startsWith("/v1/");
    String scenario =
        named ? path.substring(1, second) : head.headers().getOrDefault(SCENARIO_HEADER, "ok");
    return play(scenario, named ? path.substring(second) : path);
  }

  private static Target play(String segment, String path) {
    Optional<Dialect> dialect =
        Arrays.stream(Dialect.values()).filter(each -> path.endsWith(each.route())).findFirst();
    try {
      var selected = select(segment);
      return dialect
          .<Target>map(spoken -> new Play(spoken, selected.scenario(), selected.framing()))
          .orElseGet(() -> new Nothing("unknown route " + Tokens.cleaned(path)));
    } catch (IllegalArgumentException e) {
      return new Nothing(e.getMessage() + "; GET /_harness/scenarios lists them all");
    }
  }

  private static Selected select(String segment) {
    int dot = segment.indexOf('.');
    Scenario scenario = Scenarios.named(dot < 0 ? segment : segment.substring(0, dot));
    Framing framing = dot < 0 ? Framing.CHUNKED : framing(segment.substring(dot + 1));
    if (!scenario.listens()) {
      throw new IllegalArgumentException(scenario + " has an address of its own");
    }
    scenario.segment(framing);
    return new Selected(scenario, framing);
  }

  private static Framing framing(String token) {
    return Arrays.stream(Framing.values())
        .filter(framing -> framing.token().equals(token))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("unknown framing " + Tokens.cleaned(token)));
  }

  /** A scenario and its framing, as a segment of a path names them. */
  record Selected(Scenario scenario, Framing framing) {}
}
