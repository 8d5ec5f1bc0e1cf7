// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.composition.Ending.END_OF_MESSAGE;

import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.provider.DialectStream;
import dev.lastbyte.harness.provider.ProviderDialects;
import dev.lastbyte.harness.scenario.composition.AnswerKeys;
import dev.lastbyte.harness.scenario.composition.DialectGroups;
import dev.lastbyte.harness.scenario.composition.ScenarioBehavior;
import dev.lastbyte.harness.scenario.composition.ScenarioEntry;
import dev.lastbyte.harness.scenario.composition.StreamPrefix;
import dev.lastbyte.harness.script.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What looks like trouble and is none: a diagnosis must call none of it a fault. */
final class Healthy {
  private static final Duration SLOW = Duration.ofSeconds(20);
  private static final int HEARTBEATS = 5;

  private Healthy() {}

  static List<Scenario> all() {
    return List.of(
        well(
            "happy-path",
            StreamPrefix.of(
                DialectStream::opening, DialectStream::text, DialectStream::responseEnd)),
        well("slow-but-healthy", Healthy::slow),
        well("sleep-resume", Healthy::slow).withClientBehavior(new ClientBehavior.HoldsStill()),
        well(
            "long-reasoning-healthy",
            StreamPrefix.of(
                DialectStream::opening,
                DialectStream::reasoning,
                DialectStream::text,
                DialectStream::responseEnd)),
        well("slow-prefill-alive", Healthy::slowPrefill).withDialects(DialectGroups.BEATING),
        well(
                "parallel-tools-healthy",
                StreamPrefix.of(
                    DialectStream::opening,
                    DialectStream::toolArgumentsBegin,
                    DialectStream::toolArgumentsEnd,
                    DialectStream::toolArgumentsBegin,
                    DialectStream::toolArgumentsEnd,
                    DialectStream::toolEnd))
            .withDialects(DialectGroups.PIECEMEAL_TOOLS));
  }

  private static ScenarioEntry well(String name, StreamPrefix.Template template) {
    return ScenarioEntry.of(
        name,
        new ScenarioBehavior.StreamedResponse(template, END_OF_MESSAGE),
        AnswerKeys.derived());
  }

  /** Twenty seconds between one event and the next. */
  private static StreamPrefix slow(Dialect dialect) {
    var steps = new ArrayList<Step>();
    for (Step step :
        StreamPrefix.of(DialectStream::opening, DialectStream::text, DialectStream::responseEnd)
            .in(dialect)
            .leadingSteps()) {
      steps.add(new Step.Pause(SLOW));
      steps.add(step);
    }
    return new StreamPrefix(steps, 0);
  }

  /** A long wait for the first token, with heartbeats in it. */
  private static StreamPrefix slowPrefill(Dialect dialect) {
    DialectStream dialectStream = ProviderDialects.of(dialect).stream();
    var steps = new ArrayList<Step>(dialectStream.opening());
    for (int i = 0; i < HEARTBEATS; i++) {
      steps.add(new Step.Pause(SLOW));
      steps.add(dialectStream.heartbeat());
    }
    steps.addAll(dialectStream.text());
    steps.addAll(dialectStream.responseEnd());
    return new StreamPrefix(steps, 0);
  }
}
