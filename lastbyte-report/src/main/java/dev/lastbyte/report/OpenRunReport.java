// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report;

import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.report.words.Numbers;
import dev.lastbyte.report.words.PhaseWords;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What is known of a run that goes on, as it was last written down.
 *
 * @param facts those of its last attempt, with clocks of this moment
 * @param ageNanos how long ago it began
 */
public record OpenRunReport(RunLog log, AttemptFacts facts, long ageNanos) {

  /** The run at that time of the wall clock. */
  public static OpenRunReport of(RunLog log, long nowEpochMillis) {
    long sinceBegun = nowEpochMillis - log.header().startedAtEpochMillis();
    long age = TimeUnit.MILLISECONDS.toNanos(Math.max(0, sinceBegun));
    return new OpenRunReport(log, RunFacts.of(endedAt(age, log)).last(), age);
  }

  /** The log as it would be if it were over now: what its clocks show is of this moment then. */
  private static RunLog endedAt(long ageNanos, RunLog log) {
    List<Integer> attempts = log.attempts();
    int attempt = attempts.isEmpty() ? Stamp.WHOLE_RUN : attempts.getLast();
    return log.plus(List.of(new ProcessLost(new Stamp(ageNanos, attempt, Vantage.GATEWAY_UP))));
  }

  /** Its phase, its age, and for how long no byte was seen: what stands in place of a verdict. */
  public String state() {
    return "open@"
        + facts.phase().code()
        + ", "
        + Numbers.duration(ageNanos)
        + ", silent "
        + Numbers.duration(facts.clocks().byteSilenceNanos());
  }

  /** All of it, as Markdown. */
  public String markdown() {
    return """
    # Goes on

    | | |
    |---|---|
    | run | %s |
    | started | %s |
    | age | %s |
    | phase | %s: %s |
    | silent in bytes | %s |
    | silent in content | %s |

    Of a run that goes on the gateway writes down what it knows after 1 second, and again \
    whenever it is twice as old. Bytes may have come since; when it ends, all is known.\
    """
        .formatted(
            log.header().run(),
            Instant.ofEpochMilli(log.header().startedAtEpochMillis()),
            Numbers.duration(ageNanos),
            facts.phase().code(),
            PhaseWords.when(facts.phase()),
            Numbers.duration(facts.clocks().byteSilenceNanos()),
            Numbers.duration(facts.clocks().contentSilenceNanos()));
  }
}
