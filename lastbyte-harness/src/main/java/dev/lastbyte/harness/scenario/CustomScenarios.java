// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.scenario.composition.AnswerKeys;
import dev.lastbyte.harness.scenario.composition.KeyDerivation;
import dev.lastbyte.harness.scenario.composition.ScenarioBehavior;
import dev.lastbyte.harness.scenario.composition.ScenarioEntry;
import dev.lastbyte.harness.script.Script;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Scenarios of a user's own. Their keys are derived from their scripts. */
public final class CustomScenarios {
  private static final String TIMER = "watchdog.";

  private CustomScenarios() {}

  /** What happens to a request for a stream, in any dialect and framing of the scenario. */
  public interface Tells {
    /** The script of it. */
    Script script(Dialect dialect, Framing framing);
  }

  /**
   * A scenario in those dialects and framings. A request for a whole body gets one.
   *
   * @param key says what the author knows better than the derivation
   */
  public static Scenario of(
      String name,
      Set<Dialect> dialects,
      Set<Framing> framings,
      Tells tells,
      UnaryOperator<AnswerKey> key) {
    ScenarioBehavior behavior =
        (dialect, framing, requestContext) ->
            requestContext.streaming()
                ? tells.script(dialect, framing)
                : ScenarioBehavior.WHOLE.script(dialect, framing, requestContext);
    ScenarioEntry entry =
        ScenarioEntry.of(name, behavior, changed(key))
            .withDialects(dialects)
            .withFramings(framings);
    String cause = entry.truth(dialects.iterator().next(), framings.iterator().next()).cause();
    return cause.startsWith(TIMER)
        ? entry.withClientBehavior(new ClientBehavior.GivesUp(cause.substring(TIMER.length())))
        : entry;
  }

  private static AnswerKeys changed(UnaryOperator<AnswerKey> key) {
    return new AnswerKeys() {
      @Override
      public AnswerKey truth(Case keyCase) {
        return key.apply(keyCase.derived());
      }

      @Override
      public AnswerKey seen(Case keyCase, Vantage vantage) {
        return key.apply(KeyDerivation.seen(keyCase.script(), keyCase.framing(), vantage));
      }
    };
  }
}
