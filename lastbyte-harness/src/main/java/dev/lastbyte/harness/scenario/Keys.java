// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.script.Script;
import java.util.function.UnaryOperator;

/** The keys of a scenario: the truth, and what each vantage can know of it. */
interface Keys {

  /** What is asked about. */
  record Asking(Script script, Dialect dialect, Framing framing) {
    AnswerKey derived() {
      return Derivation.truth(script, framing);
    }
  }

  /** What happened. */
  AnswerKey truth(Asking asking);

  /** The best that can be known of it from there. */
  default AnswerKey seen(Asking asking, Vantage vantage) {
    return truth(asking);
  }

  /** All of it from the meaning of the script. */
  static Keys derived() {
    return new Keys() {
      @Override
      public AnswerKey truth(Asking asking) {
        return asking.derived();
      }

      @Override
      public AnswerKey seen(Asking asking, Vantage vantage) {
        return Derivation.seen(asking.script(), asking.framing(), vantage);
      }
    };
  }

  /** The same with something changed, from everywhere. */
  static Keys but(UnaryOperator<AnswerKey> change) {
    return asking -> change.apply(asking.derived());
  }

  /** Derived, and yet caused by something that the script does not say. */
  static Keys caused(String cause, String origin, String headline, String retrySafety) {
    return but(key -> key.causedBy(cause, origin, headline, retrySafety));
  }

  /** The truth is another, and whoever hears the agent knows it. */
  default Keys truly(UnaryOperator<AnswerKey> truth) {
    Keys before = this;
    return new Keys() {
      @Override
      public AnswerKey truth(Asking asking) {
        return truth.apply(before.truth(asking));
      }

      @Override
      public AnswerKey seen(Asking asking, Vantage vantage) {
        if (vantage == Vantage.GATEWAY_AND_AGENT) {
          return truth(asking);
        }
        AnswerKey seen = before.seen(asking, vantage);
        return seen.equals(truth(asking)) ? seen : seen.because(NOT_TOLD);
      }
    };
  }

  /** Why a vantage without the agent does not know. */
  String NOT_TOLD = "only the agent knows, and it does not tell this vantage";

  /** A vantage that knows something else. */
  default Keys from(Vantage vantage, UnaryOperator<AnswerKey> sees) {
    Keys before = this;
    return new Keys() {
      @Override
      public AnswerKey truth(Asking asking) {
        return before.truth(asking);
      }

      @Override
      public AnswerKey seen(Asking asking, Vantage from) {
        return from == vantage ? sees.apply(before.truth(asking)) : before.seen(asking, from);
      }
    };
  }
}
