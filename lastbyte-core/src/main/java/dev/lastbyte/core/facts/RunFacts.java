// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.facts.Exposure.Effect;
import dev.lastbyte.core.facts.Exposure.Visible;
import dev.lastbyte.core.facts.ToolCall.Repeat;
import dev.lastbyte.core.log.RunLog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the log proves about a run.
 *
 * @param attempts in order; never empty, since a run that left no attempt is told as its first one
 */
public record RunFacts(List<AttemptFacts> attempts) {

  private static final int FIRST_ATTEMPT = 1;

  /**
   * @throws IllegalArgumentException if there is no attempt
   */
  public RunFacts {
    attempts = List.copyOf(attempts);
    if (attempts.isEmpty()) {
      throw new IllegalArgumentException("a run has at least one attempt");
    }
  }

  /** The facts of a run. */
  public static RunFacts of(RunLog log) {
    List<Integer> numbers = log.attempts();
    List<Integer> told = numbers.isEmpty() ? List.of(FIRST_ATTEMPT) : numbers;
    return new RunFacts(told.stream().map(number -> AttemptFacts.of(log, number)).toList());
  }

  /** The run as it stood when that attempt had ended; the attempt must be one of the run's. */
  public RunFacts upTo(AttemptFacts attempt) {
    return new RunFacts(attempts.subList(0, attempts.indexOf(attempt) + 1));
  }

  /** The attempt that decides how the run ended. */
  public AttemptFacts last() {
    return attempts.getLast();
  }

  /** What the user and the outside world saw of all attempts together. */
  public Exposure exposure() {
    Visible visible = Visible.NOTHING;
    Effect told = Effect.NONE;
    Effect unseen = Effect.NONE;
    Effect atProvider = Effect.NONE;
    for (AttemptFacts attempt : attempts) {
      Exposure one = attempt.exposure();
      visible = one.visible().compareTo(visible) > 0 ? one.visible() : visible;
      told = told.orWorse(one.told());
      unseen = unseen.orWorse(one.unseen());
      atProvider = atProvider.orWorse(one.atProvider());
    }
    return new Exposure(visible, told, unseen, atProvider);
  }

  /** The aborts that were asked for in the attempts of the run, in their order. */
  public List<Seen<AbortRequested>> aborts() {
    return attempts.stream().flatMap(RunFacts::abortsOf).distinct().toList();
  }

  /** The aborts of one attempt, whether they ended it or came later. */
  static Stream<Seen<AbortRequested>> abortsOf(AttemptFacts attempt) {
    return Stream.concat(Stream.of(attempt.ending()), attempt.later().stream())
        .filter(Ending.Aborted.class::isInstance)
        .map(ending -> ((Ending.Aborted) ending).seen());
  }

  /** Every tool call of the run; one that several attempts made counts their executions. */
  public List<ToolCall> toolsOfAllAttempts() {
    List<ToolCall> all = new ArrayList<>();
    List<ToolCall> before = new ArrayList<>();
    for (AttemptFacts attempt : attempts) {
      List<ToolCall> calls = attempt.tools();
      all.removeIf(known -> calls.stream().anyMatch(known::mayEqual) || calls.contains(known));
      calls.forEach(call -> all.add(before.contains(call) ? call : call.after(before)));
      before.addAll(calls);
    }
    return all;
  }

  /**
   * The call that was executed more than once, within an attempt or in several, and may change
   * something; the surest one, or null if there is none.
   */
  public @Nullable ToolCall repeatedCall() {
    ToolCall found = null;
    for (ToolCall call : toolsOfAllAttempts()) {
      found = surer(found, call);
    }
    return found;
  }

  private static @Nullable ToolCall surer(@Nullable ToolCall found, ToolCall next) {
    if (next.repeat() == Repeat.NONE || !next.effect().mayHurtTwice()) {
      return found;
    }
    return found == null || next.repeat().compareTo(found.repeat()) > 0 ? next : found;
  }
}
