// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every scenario in every dialect and framing. */
record EveryCase(Scenario scenario, Dialect dialect, Framing framing) {
  static final String CANONICAL_BODY = "{\"model\":\"m\",\"stream\":true,\"store\":false}";

  static List<EveryCase> all() {
    var cases = new ArrayList<EveryCase>();
    for (Scenario scenario : Scenarios.all()) {
      for (Dialect dialect : Dialect.values()) {
        Arrays.stream(Framing.values())
            .filter(scenario.framings()::contains)
            .forEach(framing -> cases.add(new EveryCase(scenario, dialect, framing)));
      }
    }
    return cases;
  }

  Script script() {
    return scenario.script(dialect, framing);
  }

  boolean diesWhenReused() {
    return scenario.name().startsWith("reused-");
  }

  @Override
  public String toString() {
    return scenario + " " + dialect.token() + " " + framing.token();
  }
}
