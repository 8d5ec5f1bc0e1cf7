// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.DecisiveObservation;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.Origin;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Clocks;
import dev.lastbyte.core.facts.Closing;
import dev.lastbyte.core.facts.Completion;
import dev.lastbyte.core.facts.CorrelationId;
import dev.lastbyte.core.facts.Delivery;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.Exposure;
import dev.lastbyte.core.facts.Exposure.Effect;
import dev.lastbyte.core.facts.Exposure.Visible;
import dev.lastbyte.core.facts.Phase;
import dev.lastbyte.core.facts.ResponseAdvice;
import dev.lastbyte.core.facts.Seen;
import dev.lastbyte.core.facts.SideObservations;
import dev.lastbyte.core.privacy.Token;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * No combination of the facts that a retry verdict reads leads to an unsafe automatic retry. By
 * enumeration, not by examples: every cause, effect, visibility, delivery, storage, known id,
 * status and policy, whether or not they can occur together.
 */
class NoUnsafeRetryTest {

  private static final Stamp AT = new Stamp(0, 1, Vantage.GATEWAY_UP);
  private static final int[] STATUSES = {0, 200, 408, 429, 500, 503};

  private record Combination(
      Cause cause,
      Effect effect,
      Visible visible,
      Delivery delivery,
      Known stores,
      boolean idKnown,
      int status,
      boolean canRetract) {

    RetryVerdict verdict() {
      RetryPolicy standard = RetryPolicy.standard();
      RetryPolicy policy = canRetract ? standard.retracting() : standard;
      return RetryVerdict.of(facts(), diagnosis(), policy);
    }

    private Diagnosis diagnosis() {
      return new Diagnosis(
          cause,
          Phase.TEXT,
          Origin.UNKNOWN,
          Certainty.PROVEN,
          Certainty.UNKNOWN,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new DecisiveObservation(DecisiveObservation.Observation.ANY_ENDING, Cause.UNKNOWN),
          false);
    }

    private AttemptFacts facts() {
      var request =
          new RequestDescribed(
              AT, Dialect.OPENAI_CHAT, null, Known.YES, stores, Known.UNKNOWN, 1, 0);
      var response = new ResponseStarted(AT, status, Framing.CHUNKED, Media.EVENT_STREAM, null);
      var id = new CorrelationId(Correlation.RESPONSE_ID, new Token("resp_1"));
      return new AttemptFacts(
          1,
          new Ending.Unseen(),
          List.of(),
          0,
          Phase.TEXT,
          delivery,
          new Exposure(visible, effect, Effect.NONE, Effect.NONE),
          new Completion(Completion.State.UNPROVEN, null),
          new Closing(Closing.By.UNKNOWN, Closing.How.UNKNOWN),
          new Clocks(0, null, 0, 0),
          List.of(),
          new Seen<>(1, request),
          status == 0 ? null : new Seen<>(2, response),
          null,
          idKnown ? List.of(id) : List.of(),
          new SideObservations(
              null, true, null, null, null, null, null, List.of(), null, null, null, false, null,
              List.of(), List.of(), null, null),
          ResponseAdvice.SILENT);
    }

    Combination with(Effect worse) {
      return new Combination(cause, worse, visible, delivery, stores, idKnown, status, canRetract);
    }

    Combination with(Visible worse) {
      return new Combination(cause, effect, worse, delivery, stores, idKnown, status, canRetract);
    }
  }

  private static long everyCombination(BiConsumer<Combination, RetryVerdict> check) {
    long count = 0;
    for (Cause cause : Cause.values()) {
      for (Effect effect : Effect.values()) {
        for (Visible visible : Visible.values()) {
          for (Delivery delivery : Delivery.values()) {
            for (Known stores : Known.values()) {
              for (int status : STATUSES) {
                for (int bits = 0; bits < 4; bits++) {
                  var combination =
                      new Combination(
                          cause,
                          effect,
                          visible,
                          delivery,
                          stores,
                          (bits & 1) != 0,
                          status,
                          (bits & 2) != 0);
                  check.accept(combination, combination.verdict());
                  count++;
                }
              }
            }
          }
        }
      }
    }
    return count;
  }

  @Test
  void onceAnEffectMayHaveHappened_nothingIsRetriedByItself() {
    long checked =
        everyCombination((combination, verdict) -> {
          if (combination.effect.mayHaveHappened()
              && verdict.safety() == RetrySafety.SAFE_AUTO_RETRY) {
            throw new AssertionError("unsafe: " + combination);
          }
        });

    System.out.println("combinations of facts checked for an unsafe retry: " + checked);
    assertThat(checked).isGreaterThan(500_000);
  }

  @Test
  void visibleText_isNeverRepeatedByItself_unlessItCanBeRetractedOrTakenUpAgain() {
    everyCombination((combination, verdict) -> {
      boolean shown = combination.visible == Visible.TEXT || combination.visible == Visible.UNKNOWN;
      if (shown && !combination.canRetract && verdict.safety() == RetrySafety.SAFE_AUTO_RETRY) {
        throw new AssertionError("would repeat text: " + combination);
      }
    });
  }

  @Test
  void moreDamage_neverGivesALaxerVerdict() {
    everyCombination((combination, verdict) -> {
      for (Effect worse : Effect.values()) {
        if (worse.mayHaveHappened() && !combination.effect.mayHaveHappened()) {
          assertNotLaxer(combination, verdict, combination.with(worse));
        }
      }
      if (combination.visible == Visible.NOTHING) {
        assertNotLaxer(combination, verdict, combination.with(Visible.TEXT));
      }
    });
  }

  private static void assertNotLaxer(
      Combination combination, RetryVerdict verdict, Combination worse) {
    if (worse.verdict().safety().compareTo(verdict.safety()) < 0) {
      throw new AssertionError(worse + " is laxer than " + combination);
    }
  }

  @Test
  void theVerdictIsTheStrictestOfItsFourAnswers_andItsStepFitsIt() {
    everyCombination((combination, verdict) -> {
      boolean replays = verdict.recovery() instanceof Recovery.Replay;
      if (verdict.answers().size() != 4
          || (replays && verdict.safety() != RetrySafety.SAFE_AUTO_RETRY)) {
        throw new AssertionError(verdict + " for " + combination);
      }
    });
  }
}
