// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard.driver;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.script.Script;

/** One scenario, told in one way, and seen from one place. */
public record Trial(Scenario scenario, Dialect dialect, Framing framing, Vantage vantage) {

  /** What the server is going to do. */
  public Script script() {
    return scenario.script(dialect, framing);
  }

  /** The best that can be known from there. */
  public AnswerKey key() {
    return scenario.key(dialect, framing, vantage);
  }

  /** What happened, as seen by a party that saw all of it. */
  public AnswerKey truth() {
    return scenario.truth(dialect, framing);
  }

  /** Its name in logs and lists, such as {@code text-fin/openai-chat/chunked/gateway}. */
  @Override
  public String toString() {
    return String.join("/", scenario.name(), dialect.token(), framing.token(), vantage.token());
  }
}
