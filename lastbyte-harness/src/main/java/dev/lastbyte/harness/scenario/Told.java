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

/** A scenario of the catalogue: a plot, and its truth beside it. */
record Told(String name, Set<Dialect> dialects, Set<Framing> framings, Plot plot, Truth truth)
    implements Scenario {

  Told {
    dialects = Set.copyOf(dialects);
    framings = Set.copyOf(framings);
  }

  /** The key of a scenario before its framing is known. */
  interface Truth {
    AnswerKey key(Dialect dialect, Vantage vantage);
  }

  @Override
  public Script script(Dialect dialect, Framing framing, Occasion occasion) {
    requireOwn(dialect, framing);
    Script script = plot.script(dialect, framing, occasion);
    if (!framing.has(script.verb())) {
      throw new IllegalStateException(
          "%s must end by what %s has, but ends by %s"
              .formatted(name, framing.token(), script.verb().token()));
    }
    return script;
  }

  @Override
  public AnswerKey key(Dialect dialect, Framing framing, Vantage vantage) {
    requireOwn(dialect, framing);
    AnswerKey key = truth.key(dialect, vantage);
    return framing == Framing.CLOSE_DELIMITED ? key.closeDelimited() : key;
  }

  @Override
  public Venue venue() {
    return plot instanceof Plot.NothingListens ? Venue.REFUSING_PORT : Venue.SERVER;
  }

  @Override
  public String toString() {
    return name;
  }

  private void requireOwn(Dialect dialect, Framing framing) {
    if (!dialects.contains(dialect)) {
      throw new IllegalArgumentException(
          "dialect must be one that " + name + " has, but was " + dialect.token());
    }
    if (!framings.contains(framing)) {
      throw new IllegalArgumentException(
          "framing must be one that " + name + " has, but was " + framing.token());
    }
  }
}
