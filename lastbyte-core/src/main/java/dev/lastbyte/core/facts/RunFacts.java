// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.log.RunLog;
import java.util.List;

/**
 * What the log proves about a run.
 *
 * @param attempts in order; never empty, since a run that left no attempt is told as its first one
 */
public record RunFacts(List<AttemptFacts> attempts) {

  private static final int FIRST_ATTEMPT = 1;

  /** The facts of a run. */
  public static RunFacts of(RunLog log) {
    List<Integer> numbers = log.attempts().isEmpty() ? List.of(FIRST_ATTEMPT) : log.attempts();
    return new RunFacts(numbers.stream().map(number -> AttemptFacts.of(log, number)).toList());
  }

  /** The attempt that decides how the run ended. */
  public AttemptFacts last() {
    return attempts.getLast();
  }
}
