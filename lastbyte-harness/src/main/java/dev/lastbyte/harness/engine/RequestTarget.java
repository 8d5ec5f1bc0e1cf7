// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.ScenarioSet;
import dev.lastbyte.harness.text.Tokens;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request is for, read from its path and headers alone. */
public sealed interface RequestTarget {

  /**
   * A response in a dialect, as a scenario has it.
   *
   * @param gate the gate that holds back the last act; null where there is none
   */
  record ScenarioTarget(Dialect dialect, Scenario scenario, Framing framing, @Nullable String gate)
      implements RequestTarget {}

  /** The server itself. */
  record ControlTarget(String path) implements RequestTarget {}

  /** Nothing that there is; the reply says why. */
  record RejectedTarget(Reply reply) implements RequestTarget {}

  /** The target of {@code /<scenario>/v1/…}, {@code /v1/…} or {@code /_harness/…}. */
  static RequestTarget of(RequestHead head, Transport transport, ScenarioSet scenarios) {
    String path = head.path();
    if (path.startsWith(OWN)) {
      return new ControlTarget(path.substring(OWN.length()));
    }
    int second = path.indexOf('/', 1);
    boolean named =
        second > 0 && Arrays.stream(Dialect.values()).noneMatch(dialect -> dialect.isWhole(path));
    String segment =
        named
            ? path.substring(1, second)
            : head.headers().getOrDefault(SCENARIO_HEADER, scenarios.usual());
    try {
      String route = named ? path.substring(second) : path;
      return play(scenarios, ScenarioPath.parse(segment, transport), transport, head, route);
    } catch (IllegalArgumentException e) {
      return nothing(e.getMessage() + "; GET /_harness/scenarios lists them all");
    }
  }

  private static RequestTarget play(
      ScenarioSet scenarios,
      ScenarioPath segment,
      Transport transport,
      RequestHead head,
      String path) {
    Optional<Dialect> dialect = Dialect.of(path);
    if (dialect.isEmpty()) {
      return nothing("unknown route " + Tokens.cleaned(path));
    }
    Scenario scenario = scenarios.named(segment.scenario());
    if (!scenario.endpoint().isServed()) {
      throw new IllegalArgumentException(scenario + " has an address of its own");
    }
    Framing named = segment.framing();
    Framing framing = named == null ? transport.framing(scenario) : named;
    scenario.segment(framing);
    if (!scenario.dialects().contains(dialect.get())) {
      throw new IllegalArgumentException(scenario + " is not told in " + dialect.get().token());
    }
    String gate = segment.gate() == null ? head.header(GATE_HEADER) : segment.gate();
    return new ScenarioTarget(dialect.get(), scenario, framing, gate);
  }

  private static RejectedTarget nothing(String why) {
    return new RejectedTarget(Reply.error(404, "Not Found", why));
  }

  /** Where the server's own routes begin. */
  String OWN = "/_harness/";

  /** Names the scenario where the path does not. */
  String SCENARIO_HEADER = "x-lastbyte-scenario";

  /** Names the gate where the path does not. */
  String GATE_HEADER = "x-lastbyte-gate";
}
