// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard;

import dev.lastbyte.core.recovery.RetrySafety;
import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.report.RunReport;
import dev.lastbyte.scoreboard.driver.Trial;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One trial and what was said of it.
 *
 * @param report null if the play came to no end
 * @param error why it came to none; null if it did
 */
public record Row(Trial trial, @Nullable RunReport report, @Nullable String error) {

  static Row of(Trial trial, RunReport report) {
    return new Row(trial, report, null);
  }

  static Row ofError(Trial trial, Exception why) {
    return new Row(trial, null, String.valueOf(why));
  }

  /** Each statement; none if the play came to no end. */
  public List<AspectResult> results() {
    AnswerKey key = trial.key();
    AnswerKey truth = trial.truth();
    RunReport said = report;
    return said == null
        ? List.of()
        : Arrays.stream(Aspect.values()).map(aspect -> aspect.compare(key, truth, said)).toList();
  }

  /** The statements that are not what the key says. */
  public List<AspectResult> disagreements() {
    return results().stream()
        .filter(result -> result.outcome().compareTo(Outcome.CANNOT_KNOW) > 0)
        .toList();
  }

  /** Where it failed in truth, which is what rows are grouped by. */
  public String group() {
    return trial.truth().headline();
  }

  /** That of its worst statement. */
  public Outcome outcome() {
    return report == null
        ? Outcome.WRONG
        : results().stream().map(AspectResult::outcome).reduce(Outcome.RIGHT, Outcome::orWorse);
  }

  /** Whether it would be tried again by itself where that is not proven safe. */
  public boolean isUnsafe() {
    String safe = RetrySafety.SAFE_AUTO_RETRY.code();
    return report != null
        && report.last().verdict().safety() == RetrySafety.SAFE_AUTO_RETRY
        && !trial.key().retrySafety().equals(safe);
  }

  /** Whether nothing was wrong, and something was said to be. */
  public boolean isFlaggedControl() {
    return report != null && trial.key().headline().equals("none") && report.diagnosis().failed();
  }
}
