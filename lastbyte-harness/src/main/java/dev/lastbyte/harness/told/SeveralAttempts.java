// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.told;

import static dev.lastbyte.harness.scenario.composition.KeyTokens.CONFIRM;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.NEVER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.SAFE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Runs whose last attempt decides the cause, and all of whose attempts decide what is safe. */
final class SeveralAttempts {

  private static final int TOOLS = 1;

  /** A request that fails for the third time is not sent again unasked. */
  private static final int MOST_REPEATS = 2;

  private SeveralAttempts() {}

  /**
   * What one attempt does.
   *
   * @param retrySafety what it alone leaves safe
   */
  private record Act(
      String name, String cause, String retrySafety, UnaryOperator<RunScript> steps) {}

  /** What an earlier attempt may have left behind. */
  private static List<Act> before() {
    return List.of(
        new Act("empty", "", SAFE, script -> script.providerClosed("fin", 0, "unknown")),
        new Act("error-500", "", SAFE, script -> script.responded(500).bodyEnded()),
        new Act("text-reset", "", CONFIRM, SeveralAttempts::textThenReset),
        new Act("text-retracted", "", SAFE, script -> textThenReset(script).outputRetracted()),
        new Act(
            "tool-done",
            "",
            CONFIRM,
            script -> toolBegun(script).toolDone().providerClosed("rst", 1_200, "unknown")),
        new Act(
            "tool-open",
            "",
            CONFIRM,
            script -> toolBegun(script).providerClosed("rst", 1_200, "unknown")));
  }

  /** How a run may end. */
  private static List<Act> last() {
    return List.of(
        new Act(
            "empty",
            "wait.empty_reply",
            SAFE,
            script -> script.providerClosed("fin", 0, "unknown")),
        new Act(
            "error-500",
            "provider.server_error",
            SAFE,
            script -> script.responded(500).bodyEnded()),
        new Act("error-401", "provider.auth", NEVER, script -> script.responded(401).bodyEnded()),
        new Act("text-reset", "stream.reset", CONFIRM, SeveralAttempts::textThenReset),
        new Act("whole", "none", "not_needed", script -> script.responded(200).text().finished()));
  }

  private static RunScript textThenReset(RunScript script) {
    return script
        .responded(200)
        .text()
        .after(Duration.ofMillis(700))
        .providerClosed("rst", 1_200, "unknown");
  }

  private static RunScript toolBegun(RunScript script) {
    return script.responded(200).toolReady().after(Duration.ofMillis(50)).toolStarted();
  }

  static List<ToldRun> all() {
    List<ToldRun> runs = new ArrayList<>();
    for (Act first : before()) {
      for (Act end : last()) {
        runs.add(told(List.of(first), end));
        for (Act second : before()) {
          runs.add(told(List.of(first, second), end));
        }
      }
    }
    return runs;
  }

  private static ToldRun told(List<Act> earlier, Act end) {
    RunScript script = RunScript.begin();
    boolean asks = false;
    for (Act act : earlier) {
      act.steps().apply(sent(script)).after(Duration.ofMillis(10)).retryScheduled();
      script.after(Duration.ofMillis(500));
      // text that was shown can be taken back, also by a later attempt; what a tool did cannot
      asks = act.retrySafety().equals(CONFIRM) || (asks && !retracts(act, earlier));
    }
    boolean twice = earlier.size() == 2 && earlier.stream().allMatch(SeveralAttempts::runsTool);
    boolean isRepeatedEffect = twice && end.cause().equals("none");
    boolean mayRepeat = !asks && earlier.size() < MOST_REPEATS;
    String own = end.retrySafety();
    return end.steps()
        .apply(sent(script))
        .is(
            "attempts/%s-%s".formatted(earlier.stream().map(Act::name).toList(), end.name()),
            isRepeatedEffect ? "tool.duplicate_effect" : end.cause(),
            isRepeatedEffect ? NEVER : own.equals(SAFE) && !mayRepeat ? CONFIRM : own);
  }

  /** The call has the same id in each attempt, so that it is the same call. */
  private static boolean runsTool(Act act) {
    return act.name().startsWith("tool");
  }

  private static boolean retracts(Act act, List<Act> earlier) {
    return act.name().equals("text-retracted")
        && earlier.stream().noneMatch(SeveralAttempts::runsTool);
  }

  private static RunScript sent(RunScript script) {
    return script
        .attempt(TOOLS)
        .connected(Duration.ofMillis(20))
        .requested()
        .after(Duration.ofMillis(400));
  }
}
