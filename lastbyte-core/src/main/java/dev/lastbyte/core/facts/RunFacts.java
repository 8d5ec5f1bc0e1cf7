// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.log.RunLog;
import java.util.ArrayList;
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
    List<Integer> numbers = log.attempts();
    List<Integer> told = numbers.isEmpty() ? List.of(FIRST_ATTEMPT) : numbers;
    return new RunFacts(told.stream().map(number -> AttemptFacts.of(log, number)).toList());
  }

  /** Every tool call of the run; a call that several attempts executed counts their starts. */
  public List<ToolCall> toolsOfAllAttempts() {
    List<ToolCall> all = new ArrayList<>();
    for (AttemptFacts attempt : attempts) {
      attempt.tools().forEach(call -> merge(call, all));
    }
    return all;
  }

  private static void merge(ToolCall call, List<ToolCall> all) {
    for (int i = 0; i < all.size(); i++) {
      ToolCall known = all.get(i);
      if (call.id() != null && call.id().equals(known.id())) {
        all.set(i, call.startedAlso(known.timesStarted()));
        return;
      }
    }
    all.add(call);
  }

  /** The attempt that decides how the run ended. */
  public AttemptFacts last() {
    return attempts.getLast();
  }
}
