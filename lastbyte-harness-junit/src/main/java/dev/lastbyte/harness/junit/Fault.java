// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.junit;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.Scenarios;

/** What the server of one test does. */
record Fault(Scenario scenario, Dialect dialect, Framing framing, boolean gated) {

  /**
   * What the annotation says.
   *
   * @throws IllegalArgumentException if there is no such scenario, or not so
   */
  static Fault of(LlmFault annotation) {
    Scenario scenario = Scenarios.named(annotation.value());
    if (!exists(scenario, annotation.dialect(), annotation.framing())) {
      throw new IllegalArgumentException(
          "dialect and framing must be of %s and of %s, as %s has them, but were %s and %s"
              .formatted(
                  scenario.dialects().stream().sorted().toList(),
                  scenario.framings().stream().sorted().toList(),
                  scenario.name(),
                  annotation.dialect(),
                  annotation.framing()));
    }
    return new Fault(scenario, annotation.dialect(), annotation.framing(), annotation.gated());
  }

  static boolean exists(Scenario scenario, Dialect dialect, Framing framing) {
    return scenario.dialects().contains(dialect) && scenario.framings().contains(framing);
  }

  /** Such as {@code text-rst openai-chat chunked}. */
  @Override
  public String toString() {
    return scenario.name() + " " + dialect.token() + " " + framing.token();
  }
}
