// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.composition.AnswerKeys;
import dev.lastbyte.harness.scenario.composition.CutAction;
import dev.lastbyte.harness.scenario.composition.CutPoint;
import dev.lastbyte.harness.scenario.composition.ScenarioBehavior;
import dev.lastbyte.harness.scenario.composition.ScenarioEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Scenarios put together from a place in the meaning of a stream and the verb that ends it there,
 * in a dialect and a framing. Their keys are derived from what they tell. Their names are place and
 * cut, such as {@code mid-utf8-rst}, and can be asked for as any other.
 */
public final class Compositions {

  private Compositions() {}

  /** The scenario of that place and cut, in every dialect and framing that has it. */
  static ScenarioEntry of(CutPoint cutPoint, CutAction cut) {
    if (!cut.fits(cutPoint)) {
      throw new IllegalArgumentException(
          "a stream must not end by %s at %s".formatted(cut.token(), cutPoint.token()));
    }
    return ScenarioEntry.of(
            cutPoint.token() + "-" + cut.token(),
            new ScenarioBehavior.StreamedResponse(cutPoint::prefix, cut.ending()),
            AnswerKeys.derived())
        .withDialects(cutPoint.dialects())
        .withFramings(cutPoint.framings());
  }

  /**
   * That scenario in one dialect and framing.
   *
   * @throws IllegalArgumentException if the place has no such cut, dialect or framing
   */
  static Scenario of(Dialect dialect, Framing framing, CutPoint cutPoint, CutAction cut) {
    ScenarioEntry all = of(cutPoint, cut);
    if (!all.dialects().contains(dialect) || !all.framings().contains(framing)) {
      throw new IllegalArgumentException(
          "%s must be in a dialect and a framing that it has, but was in %s, %s"
              .formatted(all.name(), dialect.token(), framing.token()));
    }
    return all.withDialects(Set.of(dialect)).withFramings(Set.of(framing));
  }

  /** So many of them, drawn at random; the same seed draws the same ones. */
  public static List<Scenario> random(long seed, int count) {
    List<Scenario> all = all();
    var random = new Random(seed);
    return random.ints(count, 0, all.size()).mapToObj(all::get).toList();
  }

  /** Every one that there is, each in one dialect and framing. */
  public static List<Scenario> all() {
    var all = new ArrayList<Scenario>();
    for (ScenarioEntry entry : entries()) {
      for (Dialect dialect : entry.dialects().stream().sorted().toList()) {
        for (Framing framing : entry.framings().stream().sorted().toList()) {
          all.add(entry.withDialects(Set.of(dialect)).withFramings(Set.of(framing)));
        }
      }
    }
    return all;
  }

  /** The one of that name, in every dialect and framing that has it. */
  static Optional<Scenario> named(String name) {
    return entries().stream()
        .filter(entry -> entry.name().equals(name))
        .map(Scenario.class::cast)
        .findFirst();
  }

  private static List<ScenarioEntry> entries() {
    return Arrays.stream(CutPoint.values())
        .flatMap(cutPoint ->
            Arrays.stream(CutAction.values())
                .filter(cut -> cut.fits(cutPoint))
                .map(cut -> of(cutPoint, cut)))
        .toList();
  }
}
