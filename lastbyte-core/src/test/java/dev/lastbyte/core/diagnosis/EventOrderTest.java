// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Completion;
import dev.lastbyte.core.facts.Delivery;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.story.Stories;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Arrival order does not matter, and what was proven stays proven as more of a run is seen. */
class EventOrderTest {

  static final List<Long> SEEDS = LongStream.rangeClosed(1, 20).boxed().toList();
  static final Set<Cause> CAUSES = EnumSet.allOf(Cause.class);

  private static RunLog log(Cause cause) {
    return Stories.of(cause).log();
  }

  @ParameterizedTest(name = "seed {0}")
  @FieldSource("SEEDS")
  void eventsThatArriveInAnyOrder_giveTheSameDiagnosis(long seed) {
    var random = new Random(seed);
    for (Cause cause : CAUSES) {
      RunLog log = log(cause);
      List<RunEvent> shuffled = new ArrayList<>(log.events());
      Collections.shuffle(shuffled, random);

      assertThat(Diagnoser.diagnose(RunFacts.of(new RunLog(log.header(), shuffled, 0))))
          .as("seed %d, %s", seed, cause)
          .isEqualTo(Diagnoser.diagnose(RunFacts.of(log)));
    }
  }

  @ParameterizedTest
  @FieldSource("CAUSES")
  void everyPrefix_keepsWhatWasProvenBefore(Cause cause) {
    RunLog log = log(cause);
    AttemptFacts before = null;
    for (int length = 1; length <= log.events().size(); length++) {
      var prefix = new RunLog(log.header(), log.events().subList(0, length), 0);
      AttemptFacts now = RunFacts.of(prefix).last();
      if (before != null) {
        assertNothingIsTakenBack(before, now);
      }
      before = now;
    }
  }

  private static void assertNothingIsTakenBack(AttemptFacts before, AttemptFacts now) {
    if (before.completion().state() == Completion.State.PROVEN) {
      assertThat(now.completion()).isEqualTo(before.completion());
    }
    if (before.delivery() == Delivery.RECEIVED) {
      assertThat(now.delivery()).isEqualTo(Delivery.RECEIVED);
    }
    if (before.exposure().effect().mayHaveHappened()) {
      assertThat(now.exposure().effect().mayHaveHappened()).isTrue();
    }
    assertCauseStandsOrIsRefined(Diagnoser.diagnose(before), Diagnoser.diagnose(now));
  }

  /**
   * A proven cause stands. More is said only of a client that left, and of what tools did later.
   */
  private static void assertCauseStandsOrIsRefined(Diagnosis before, Diagnosis now) {
    if (before.confidence() != Certainty.PROVEN || before.cause() == now.cause()) {
      return;
    }
    Set<Cause.Group> refined =
        switch (before.cause()) {
          case ABORT_DOWNSTREAM_GONE -> Set.of(Cause.Group.ABORT, Cause.Group.WATCHDOG);
          case NONE -> Set.of(Cause.Group.TOOL, Cause.Group.STREAM);
          default -> Set.of();
        };
    assertThat(refined)
        .as("%s may become %s", before.code(), now.code())
        .contains(now.cause().group());
  }
}
