// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Occasion;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.Venue;
import dev.lastbyte.harness.script.Script;
import java.util.Set;

/** A scenario that is met at an address of its own, or by way of a proxy. */
record Elsewhere(Scenario told, Venue venue) implements Scenario {

  @Override
  public String name() {
    return told.name();
  }

  @Override
  public Set<Dialect> dialects() {
    return told.dialects();
  }

  @Override
  public Set<Framing> framings() {
    return told.framings();
  }

  @Override
  public Script script(Dialect dialect, Framing framing, Occasion occasion) {
    return told.script(dialect, framing, occasion);
  }

  @Override
  public AnswerKey key(Dialect dialect, Framing framing, Vantage vantage) {
    return told.key(dialect, framing, vantage);
  }

  @Override
  public String toString() {
    return told.name();
  }
}
