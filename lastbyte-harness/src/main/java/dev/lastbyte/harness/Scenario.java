// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.util.Set;

/** One way to misbehave (or not), in every dialect: what the server does, and the truth of it. */
public final class Scenario {
  private static final Plot.Occasion CANONICAL = new Plot.Occasion(true, true);

  private final String name;
  private final Set<Framing> framings;
  private final Plot plot;
  private final Truth truth;

  Scenario(String name, Set<Framing> framings, Plot plot, Truth truth) {
    this.name = name;
    this.framings = Set.copyOf(framings);
    this.plot = plot;
    this.truth = truth;
  }

  /** The key of a scenario before its framing is known. */
  interface Truth {
    AnswerKey key(Dialect dialect, String vantage);
  }

  /** The name in URLs and ledgers, such as {@code text-fin}. */
  public String name() {
    return name;
  }

  /** The framings that make a difference; chunked is always among them. */
  public Set<Framing> framings() {
    return framings;
  }

  /**
   * What the server does with a request for a stream; where a reused connection matters, with the
   * second one that it carries.
   *
   * @throws IllegalArgumentException if the framing is not one of {@link #framings()}
   */
  public Script script(Dialect dialect, Framing framing) {
    return script(dialect, framing, CANONICAL);
  }

  /**
   * The truth about a request for a stream, as far as it can be known from a vantage.
   *
   * @param vantage {@link AnswerKey#GATEWAY} or {@link AnswerKey#GATEWAY_AND_AGENT}
   * @throws IllegalArgumentException if the framing is not one of {@link #framings()}, or the
   *     vantage is another one
   */
  public AnswerKey key(Dialect dialect, Framing framing, String vantage) {
    requireFraming(framing);
    if (!vantage.equals(AnswerKey.GATEWAY) && !vantage.equals(AnswerKey.GATEWAY_AND_AGENT)) {
      throw new IllegalArgumentException(
          "vantage must be gateway or gateway+agent, but was " + vantage);
    }
    AnswerKey key = truth.key(dialect, vantage);
    return framing == Framing.CLOSE_DELIMITED ? key.closeDelimited() : key;
  }

  /** Whether a request for it can arrive at all. */
  boolean listens() {
    return !(plot instanceof Plot.NothingListens);
  }

  Script script(Dialect dialect, Framing framing, Plot.Occasion occasion) {
    requireFraming(framing);
    return plot.script(dialect, framing, occasion);
  }

  /** The segment of a URL that asks for it. */
  String segment(Framing framing) {
    requireFraming(framing);
    return framing == Framing.CHUNKED ? name : name + "." + framing.token();
  }

  @Override
  public String toString() {
    return name;
  }

  private void requireFraming(Framing framing) {
    if (!framings.contains(framing)) {
      throw new IllegalArgumentException(
          "framing must be one that " + name + " has, but was " + framing.token());
    }
  }
}
