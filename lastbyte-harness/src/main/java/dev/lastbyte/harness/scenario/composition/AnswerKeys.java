// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario.composition;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.script.Script;
import java.util.function.UnaryOperator;

/** The keys of a scenario: the truth, and what each vantage can know of it. */
public interface AnswerKeys {

  /** What is asked about. */
  record Case(Script script, Dialect dialect, Framing framing) {
    public AnswerKey derived() {
      return KeyDerivation.truth(script, framing);
    }
  }

  /** What happened. */
  AnswerKey truth(Case keyCase);

  /** The best that can be known of it from there. */
  default AnswerKey seen(Case keyCase, Vantage vantage) {
    return truth(keyCase);
  }

  /** All of it from the meaning of the script. */
  static AnswerKeys derived() {
    return new AnswerKeys() {
      @Override
      public AnswerKey truth(Case keyCase) {
        return keyCase.derived();
      }

      @Override
      public AnswerKey seen(Case keyCase, Vantage vantage) {
        return KeyDerivation.seen(keyCase.script(), keyCase.framing(), vantage);
      }
    };
  }

  /** The same with something changed, from everywhere. */
  static AnswerKeys derivedWith(UnaryOperator<AnswerKey> change) {
    return keyCase -> change.apply(keyCase.derived());
  }

  /** Derived, and yet caused by something that the script does not say. */
  static AnswerKeys caused(String cause, String origin, String headline, String retrySafety) {
    return derivedWith(key -> key.causedBy(cause, origin, headline, retrySafety));
  }

  /** The truth is another, and the agent's own vantage knows it. */
  default AnswerKeys withTruth(UnaryOperator<AnswerKey> truth) {
    AnswerKeys before = this;
    return new AnswerKeys() {
      @Override
      public AnswerKey truth(Case keyCase) {
        return truth.apply(before.truth(keyCase));
      }

      @Override
      public AnswerKey seen(Case keyCase, Vantage vantage) {
        if (vantage == Vantage.GATEWAY_AND_AGENT) {
          return truth(keyCase);
        }
        AnswerKey seen = before.seen(keyCase, vantage);
        return seen.equals(truth(keyCase)) ? seen : seen.because(NOT_TOLD);
      }
    };
  }

  /** Why a vantage without the agent does not know. */
  String NOT_TOLD = "only the agent knows, and it does not tell this vantage";

  /** A vantage that knows something else. */
  default AnswerKeys withKeyFrom(Vantage vantage, UnaryOperator<AnswerKey> sees) {
    AnswerKeys before = this;
    return new AnswerKeys() {
      @Override
      public AnswerKey truth(Case keyCase) {
        return before.truth(keyCase);
      }

      @Override
      public AnswerKey seen(Case keyCase, Vantage from) {
        return from == vantage ? sees.apply(before.truth(keyCase)) : before.seen(keyCase, from);
      }
    };
  }
}
