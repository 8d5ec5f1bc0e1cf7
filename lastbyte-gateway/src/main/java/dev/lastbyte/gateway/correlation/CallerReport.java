// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.LocalEvent.OutputShown;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolMaterialised;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.ToolEvent.ToolRepeated;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.core.recovery.RetryVerdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the word of a program counts for a run. Without the run's key it can only raise caution.
 * With it, it counts while the run goes on, but not against a call that the wire saw whole; and
 * after the end only as far as the verdict does not become less cautious. Pure functions.
 */
public final class CallerReport {

  /** What becomes of a report. */
  public sealed interface Outcome {}

  /** The events that count, which may say less than was told. */
  public record Accepted(List<RunEvent> events) implements Outcome {}

  /** None of it counts. */
  public enum Refusal implements Outcome {
    /** It takes the run's key to say so. */
    KEY_NEEDED,
    /** It says of a call that the wire saw whole that it did not run. */
    CALL_WAS_WHOLE,
    /** The run is over, and would be judged with less caution. */
    RUN_IS_OVER
  }

  private CallerReport() {}

  /** What counts of a report by a program without the run's key. */
  public static Outcome withoutKey(List<RunEvent> events) {
    return events.stream().allMatch(CallerReport::onlyRaisesCaution)
        ? new Accepted(events)
        : Refusal.KEY_NEEDED;
  }

  /**
   * What counts of a report by a program with the run's key.
   *
   * @param log the run until now, or null if that is not known any more
   * @param over whether the run is over
   */
  public static Outcome withKey(List<RunEvent> events, @Nullable RunLog log, boolean over) {
    List<RunEvent> counted = events;
    if (log != null) {
      Set<Token> whole = wholeCalls(log);
      boolean anyWhole = log.events().stream().anyMatch(ToolCallReady.class::isInstance);
      if (events.stream().anyMatch(event -> deniesCall(event, whole, anyWhole))) {
        return Refusal.CALL_WAS_WHOLE;
      }
      counted = events.stream().map(event -> withoutClaim(event, whole, anyWhole)).toList();
    }
    if (over && !counted.stream().allMatch(CallerReport::onlyRaisesCaution)) {
      if (log == null || caution(log.plus(counted)) < caution(log)) {
        return Refusal.RUN_IS_OVER;
      }
    }
    return new Accepted(counted);
  }

  /** How cautious the verdict on a run is; nothing is sent again by itself from 1 on. */
  static int caution(RunLog log) {
    RunFacts facts = RunFacts.of(log);
    Diagnosis diagnosis = Diagnoser.diagnose(facts);
    return switch (RetryVerdict.of(facts, diagnosis, RetryPolicy.standard()).safety()) {
      case SAFE_AUTO_RETRY -> 0;
      case USER_CONFIRMED_RETRY, NOT_NEEDED -> 1;
      case NO_RETRY -> 2;
    };
  }

  /** Whether an event makes no verdict less cautious, wherever it stands in a run. */
  private static boolean onlyRaisesCaution(RunEvent event) {
    return switch (event) {
      case ToolStarted started -> started.effect().mayHurtTwice();
      case ToolMaterialised task -> task.effect().mayHurtTwice();
      case ToolEnded ended -> ran(ended.outcome());
      case ToolResultSent sent -> true;
      case ToolRepeated repeated -> true;
      case OutputShown shown -> true;
      case RunEnded ended -> false;
      default -> false; // whatever explains an end may explain it as one that passes
    };
  }

  private static boolean ran(ToolOutcome outcome) {
    return switch (outcome) {
      case DONE, FAILED, TIMED_OUT, INTERRUPTED -> true;
      case INVALID_ARGUMENTS, DROPPED -> false;
    };
  }

  private static boolean deniesCall(RunEvent event, Set<Token> whole, boolean anyWhole) {
    return event instanceof ToolEnded ended
        && !ran(ended.outcome())
        && isAboutWholeCall(ended, whole, anyWhole);
  }

  /** What a tool does is for its owner's policy to say, not for each call. */
  private static RunEvent withoutClaim(RunEvent event, Set<Token> whole, boolean anyWhole) {
    return switch (event) {
      case ToolStarted started
          when !started.effect().mayHurtTwice() && isAboutWholeCall(started, whole, anyWhole) ->
          new ToolStarted(started.stamp(), started.call(), ToolEffect.UNKNOWN);
      case ToolMaterialised task
          when !task.effect().mayHurtTwice() && isAboutWholeCall(task, whole, anyWhole) ->
          new ToolMaterialised(task.stamp(), task.call());
      default -> event;
    };
  }

  private static boolean isAboutWholeCall(ToolEvent event, Set<Token> whole, boolean anyWhole) {
    return event.call() == null ? anyWhole : whole.contains(event.call());
  }

  private static Set<Token> wholeCalls(RunLog log) {
    Set<Token> whole = new HashSet<>();
    for (RunEvent event : log.events()) {
      if (event instanceof ToolCallStarted started
          && started.call() != null
          && isReady(log, started)) {
        whole.add(started.call());
      }
    }
    return whole;
  }

  private static boolean isReady(RunLog log, ToolCallStarted call) {
    return log.events().stream()
        .anyMatch(event ->
            event instanceof ToolCallReady ready
                && ready.index() == call.index()
                && ready.attempt() == call.attempt());
  }
}
