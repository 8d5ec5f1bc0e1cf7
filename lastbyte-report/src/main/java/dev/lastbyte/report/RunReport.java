// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.recovery.RetryPolicy;
import java.util.List;

/**
 * A run with everything that is said of it, computed once.
 *
 * @param attempts in order, never empty; the last one decides how the run ended
 */
public record RunReport(RunLog log, List<AttemptReport> attempts) {

  /** Reads a run under the standard policy. */
  public static RunReport of(RunLog log) {
    return of(log, RetryPolicy.standard());
  }

  /** Reads a run under a policy. */
  public static RunReport of(RunLog log, RetryPolicy policy) {
    RunFacts run = RunFacts.of(log);
    List<AttemptReport> attempts =
        run.attempts().stream()
            .map(attempt -> AttemptReport.lastOf(run.upTo(attempt), policy))
            .toList();
    return new RunReport(log, attempts);
  }

  /** The attempt that decides how the run ended. */
  public AttemptReport last() {
    return attempts.getLast();
  }

  /** The diagnosis of the run. */
  public Diagnosis diagnosis() {
    return last().diagnosis();
  }

  /** Whether an attempt failed and a later one made it good. */
  public boolean recovered() {
    return !diagnosis().mayHaveFailed()
        && attempts.stream().anyMatch(attempt -> attempt.diagnosis().failed());
  }
}
