// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * No run of up to three attempts, whatever happened in each and whatever of it was lost, leads to
 * an unsafe automatic retry. Told as events and judged against what was told, not against facts.
 *
 * <p>Pruned by symmetry: which of two earlier attempts came first makes no difference; an earlier
 * attempt asks, shows or does one thing, since what several do is the worst of them; the last one
 * of two does all of them at once and ends in every way.
 */
@Timeout(300)
class NoUnsafeRunTest {

  private static final RunHeader HEADER = new RunHeader(new Token("r"), 0, null);
  private static final long ATTEMPT_NANOS = 10_000_000_000L;

  private long checked;
  private long automatic;

  private void check(List<AttemptKind> attempts, long lost) {
    List<RunEvent> events = new ArrayList<>();
    for (int i = 0; i < attempts.size(); i++) {
      attempts.get(i).tell(i + 1, i * ATTEMPT_NANOS, events);
    }
    var log = new RunLog(HEADER, events, lost);
    RunFacts run = RunFacts.of(log);
    RetryVerdict verdict = RetryVerdict.of(run, Diagnoser.diagnose(run), RetryPolicy.standard());
    checked++;
    if (verdict.safety() == RetrySafety.SAFE_AUTO_RETRY) {
      automatic++;
      boolean isUnsafe =
          attempts.stream().anyMatch(AttemptKind::mayHaveHadAnEffect) || isSeen(attempts);
      boolean mayHideATool = lost > 0 && attempts.stream().anyMatch(AttemptKind::offersTools);
      boolean wasUnwanted = attempts.getLast().wasAborted();
      if (isUnsafe || mayHideATool || wasUnwanted) {
        throw new AssertionError("unsafe: " + attempts + ", lost " + lost);
      }
    }
  }

  private static boolean isSeen(List<AttemptKind> attempts) {
    boolean seen = false;
    for (AttemptKind attempt : attempts) {
      seen = !attempt.tookBack() && (seen || attempt.standsOnTheScreen());
    }
    return seen;
  }

  @Test
  void noSequenceOfUpToThreeAttempts_isRetriedByItselfOnceAnEffectMayHaveHappened() {
    List<AttemptKind> earlier = AttemptKind.followed();
    for (AttemptKind last : AttemptKind.endingInEveryWay()) {
      check(List.of(last), 0);
      check(List.of(last), 1);
      earlier.forEach(first -> check(List.of(first, last), 0));
    }
    for (AttemptKind last : AttemptKind.doingOneThing()) {
      for (int i = 0; i < earlier.size(); i++) {
        check(List.of(earlier.get(i), last), 1);
        for (int j = i; j < earlier.size(); j++) {
          check(List.of(earlier.get(i), earlier.get(j), last), 0);
        }
      }
    }

    System.out.println(
        "runs of up to three attempts checked for an unsafe retry: "
            + checked
            + ", of which retried by themselves: "
            + automatic);
    assertThat(checked).isGreaterThan(100_000);
    assertThat(automatic).as("something is still retried").isPositive();
  }

  @Test
  void whichOfTwoEarlierAttemptsCameFirst_makesNoDifference() {
    List<AttemptKind> earlier = AttemptKind.followed();
    AttemptKind refused = AttemptKind.refusedAtTheDial();
    for (AttemptKind one : earlier) {
      for (AttemptKind other : earlier) {
        assertThat(safety(one, other, refused))
            .as("%s, %s", one, other)
            .isEqualTo(safety(other, one, refused));
      }
    }
  }

  private static RetrySafety safety(AttemptKind... attempts) {
    List<RunEvent> events = new ArrayList<>();
    for (int i = 0; i < attempts.length; i++) {
      attempts[i].tell(i + 1, i * ATTEMPT_NANOS, events);
    }
    RunFacts run = RunFacts.of(new RunLog(HEADER, events, 0));
    return RetryVerdict.of(run, Diagnoser.diagnose(run), RetryPolicy.standard()).safety();
  }

  @Test
  void everyKindOfEffectAndEnding_isAmongThem() {
    Set<AttemptKind.Tool> tools = EnumSet.noneOf(AttemptKind.Tool.class);
    Set<AttemptKind.End> ends = EnumSet.noneOf(AttemptKind.End.class);
    AttemptKind.endingInEveryWay()
        .forEach(kind -> {
          tools.add(kind.tool());
          ends.add(kind.end());
        });

    assertThat(tools).containsExactlyInAnyOrder(AttemptKind.Tool.values());
    assertThat(ends).containsExactlyInAnyOrder(AttemptKind.End.values());
  }
}
