// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.Ending.END_OF_MESSAGE;

import dev.lastbyte.harness.ClientPart;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.speech.Finish;
import dev.lastbyte.harness.speech.Speech;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What looks like trouble and is none: nobody may call any of it a fault. */
final class Healthy {
  private static final Duration SLOW = Duration.ofSeconds(20);
  private static final int HEARTBEATS = 5;

  private Healthy() {}

  static List<Scenario> all() {
    return List.of(
        well("happy-path", Tale.of(Speech::opening, Speech::text, Speech::answerEnd)),
        well("slow-but-healthy", Healthy::slow),
        well("sleep-resume", Healthy::slow).acted(new ClientPart.HoldsStill()),
        well(
            "long-reasoning-healthy",
            Tale.of(Speech::opening, Speech::reasoning, Speech::text, Speech::answerEnd)),
        well("slow-prefill-alive", Healthy::slowPrefill).in(Groups.BEATING),
        well(
            "max-tokens-normal-end",
            Tale.of(Speech::opening, Speech::text, speech -> speech.end(Finish.LENGTH))),
        well(
                "parallel-tools-healthy",
                Tale.of(
                    Speech::opening,
                    Speech::toolHalf,
                    Speech::toolWhole,
                    Speech::toolHalf,
                    Speech::toolWhole,
                    Speech::toolEnd))
            .in(Groups.PIECEMEAL_TOOLS));
  }

  private static Entry well(String name, Tale.Story story) {
    return Entry.of(name, new Plot.Streams(story, END_OF_MESSAGE), Keys.derived());
  }

  /** Twenty seconds between one event and the next. */
  private static Tale slow(Dialect dialect) {
    var steps = new ArrayList<Step>();
    for (Step step : Tale.of(Speech::opening, Speech::text, Speech::answerEnd).in(dialect).told()) {
      steps.add(new Step.Pause(SLOW));
      steps.add(step);
    }
    return new Tale(steps, 0);
  }

  /** A long wait for the first token, with heartbeats in it. */
  private static Tale slowPrefill(Dialect dialect) {
    Speech speech = Speech.in(dialect);
    var steps = new ArrayList<Step>(speech.opening());
    for (int i = 0; i < HEARTBEATS; i++) {
      steps.add(new Step.Pause(SLOW));
      steps.add(speech.heartbeat());
    }
    steps.addAll(speech.text());
    steps.addAll(speech.answerEnd());
    return new Tale(steps, 0);
  }
}
