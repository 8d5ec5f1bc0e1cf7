// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Exposure.Visible;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Replays recorded runs through a candidate policy and counts what it would have done. Holds at
 * most {@value #MOST_CASES} cases of each kind; the counts are of all. Not thread-safe.
 */
public final class Backtest {

  /** The most cases kept of each kind. */
  public static final int MOST_CASES = 1_000;

  /**
   * An attempt about which something is to be said.
   *
   * @param attempt its number in the run, from 1
   * @param code of its diagnosis
   * @param standard the standard policy's verdict
   * @param candidate the candidate's
   */
  public record Case(
      Token run, int attempt, String code, RetrySafety standard, RetrySafety candidate) {}

  /** How often the candidate turned the standard policy's verdict on a code into another. */
  public record Change(String code, RetrySafety standard, RetrySafety candidate, long count) {}

  private record Turned(String code, RetrySafety standard, RetrySafety candidate) {}

  private final RetryPolicy candidate;
  private final List<Case> unsafe = new ArrayList<>();
  private final List<Case> needless = new ArrayList<>();
  private final List<Case> changed = new ArrayList<>();

  // At most as many as the taxonomy has codes.
  private final Map<Turned, Long> turned = new HashMap<>();
  private long runs;
  private long failures;
  private long unsafeCount;
  private long needlessCount;
  private long changedCount;

  private Backtest(RetryPolicy candidate) {
    this.candidate = candidate;
  }

  /** A test of {@code candidate} against the standard policy, with nothing replayed yet. */
  public static Backtest of(RetryPolicy candidate) {
    return new Backtest(candidate);
  }

  /** Replays one run. */
  public void replay(RunLog log) {
    runs++;
    RunFacts run = RunFacts.of(log);
    for (AttemptFacts facts : run.attempts()) {
      Diagnosis diagnosis = Diagnoser.diagnose(facts);
      if (diagnosis.failed()) {
        failures++;
        judge(log.header().run(), run.upTo(facts), diagnosis);
      }
    }
  }

  private void judge(Token run, RunFacts facts, Diagnosis diagnosis) {
    RetrySafety standard = RetryVerdict.of(facts, diagnosis, RetryPolicy.standard()).safety();
    RetrySafety now = RetryVerdict.of(facts, diagnosis, candidate).safety();
    var told = new Case(run, facts.last().attempt(), diagnosis.code(), standard, now);
    if (now == RetrySafety.SAFE_AUTO_RETRY && countsAsExposure(facts)) {
      unsafeCount++;
      keep(unsafe, told);
    }
    if (now == RetrySafety.USER_CONFIRMED_RETRY && !countsAsExposure(facts) && passes(diagnosis)) {
      needlessCount++;
      keep(needless, told);
    }
    if (now != standard) {
      changedCount++;
      keep(changed, told);
      turned.merge(new Turned(told.code(), standard, now), 1L, Long::sum);
    }
  }

  /**
   * What a replay would repeat, by the facts alone: declarations of the policy do not count here.
   */
  private static boolean countsAsExposure(RunFacts facts) {
    boolean shown = facts.exposure().visible() == Visible.TEXT;
    return shown || facts.exposure().effect().mayHaveHappened();
  }

  private static boolean passes(Diagnosis diagnosis) {
    return switch (Retryability.after(diagnosis.cause())) {
      case TEMPORARY, AFTER_PAUSE -> true;
      case NOT_NEEDED, AT_RESET, PERMANENT, WANTED, UNEXPLAINED, UNCLEAR -> false;
    };
  }

  private static void keep(List<Case> cases, Case told) {
    if (cases.size() < MOST_CASES) {
      cases.add(told);
    }
  }

  /**
   * What was found so far.
   *
   * @param failures attempts that failed, of all runs
   * @param unsafe replays by itself where the facts alone say that a replay repeats something
   * @param needless questions to a person where the facts say that nothing would be repeated
   * @param changed verdicts that differ from the standard policy's
   * @param changes the same by code, the most frequent first
   */
  public record Result(
      long runs,
      long failures,
      long unsafeCount,
      long needlessCount,
      long changedCount,
      List<Case> unsafe,
      List<Case> needless,
      List<Case> changed,
      List<Change> changes) {}

  /** What was found so far. */
  public Result result() {
    return new Result(
        runs,
        failures,
        unsafeCount,
        needlessCount,
        changedCount,
        List.copyOf(unsafe),
        List.copyOf(needless),
        List.copyOf(changed),
        changes());
  }

  private List<Change> changes() {
    return turned.entrySet().stream()
        .map(of -> change(of.getKey(), of.getValue()))
        .sorted(Comparator.comparingLong(Change::count).reversed().thenComparing(Change::code))
        .toList();
  }

  private static Change change(Turned turned, long count) {
    return new Change(turned.code(), turned.standard(), turned.candidate(), count);
  }
}
