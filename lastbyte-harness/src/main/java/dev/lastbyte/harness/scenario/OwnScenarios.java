// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.ClientPart;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.script.Script;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Scenarios that somebody else tells. Their keys are derived from what they tell. */
public final class OwnScenarios {
  private static final String TIMER = "watchdog.";

  private OwnScenarios() {}

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
    Plot plot =
        (dialect, framing, occasion) ->
            occasion.streaming()
                ? tells.script(dialect, framing)
                : Plot.WHOLE.script(dialect, framing, occasion);
    Entry entry = Entry.of(name, plot, changed(key)).in(dialects).framed(framings);
    String cause = entry.truth(dialects.iterator().next(), framings.iterator().next()).cause();
    return cause.startsWith(TIMER)
        ? entry.acted(new ClientPart.GivesUp(cause.substring(TIMER.length())))
        : entry;
  }

  private static Keys changed(UnaryOperator<AnswerKey> key) {
    return new Keys() {
      @Override
      public AnswerKey truth(Asking asking) {
        return key.apply(asking.derived());
      }

      @Override
      public AnswerKey seen(Asking asking, Vantage vantage) {
        return key.apply(Derivation.seen(asking.script(), asking.framing(), vantage));
      }
    };
  }
}
