// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway.soak;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What can happen to a stream, and how often something does. */
final class Plans {

  private static final List<Dialect> DIALECTS =
      List.of(Dialect.OPENAI_CHAT, Dialect.OPENAI_RESPONSES, Dialect.ANTHROPIC_MESSAGES);

  private static final List<String> WHOLE = List.of("ok", "ok-tool", "long-reasoning-healthy");

  /** Those that end by {@code stall} are left by their client. */
  private static final List<String> FAULTS =
      List.of(
          "after-headers-fin",
          "created-fin",
          "created-stall",
          "reasoning-fin",
          "reasoning-rst",
          "reasoning-eof",
          "reasoning-stall",
          "text-fin",
          "text-rst",
          "text-eof",
          "text-stall",
          "reasoned-text-stall",
          "between-events-eof",
          "mid-frame-fin",
          "mid-frame-rst",
          "mid-utf8-rst",
          "mid-chunk-header-fin",
          "text-tool-args-fin",
          "text-tool-args-stall",
          "tool-ready-rst",
          "done-fin",
          "error-event");

  private final List<Plan> whole = in(WHOLE);
  private final List<Plan> faults = in(FAULTS);
  private final Random random;
  private final int faultPercent;

  Plans(Random random, int faultPercent) {
    this.random = random;
    this.faultPercent = faultPercent;
  }

  Plan draw() {
    List<Plan> drawn = random.nextInt(100) < faultPercent ? faults : whole;
    return drawn.get(random.nextInt(drawn.size()));
  }

  private static List<Plan> in(List<String> names) {
    List<Plan> plans = new ArrayList<>();
    for (String name : names) {
      Scenario scenario = Scenarios.named(name);
      DIALECTS.stream()
          .filter(scenario.dialects()::contains)
          .forEach(dialect -> plans.add(Plan.of(scenario, dialect)));
    }
    return plans;
  }
}
