// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard.driver;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.scenario.Compositions;
import dev.lastbyte.harness.scenario.Scenarios;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The trials of a board. */
public final class Trials {

  private Trials() {}

  /** Every scenario of the catalogue, in every dialect and framing, from each of these places. */
  public static List<Trial> all(Collection<Vantage> vantages) {
    List<Trial> trials = new ArrayList<>();
    Scenarios.all().forEach(scenario -> trials.addAll(of(scenario, vantages)));
    return trials;
  }

  /** So many compositions, drawn at random; the same seed draws the same ones. */
  public static List<Trial> random(long seed, int count, Collection<Vantage> vantages) {
    List<Trial> trials = new ArrayList<>();
    Compositions.random(seed, count).forEach(scenario -> trials.addAll(of(scenario, vantages)));
    return trials;
  }

  private static List<Trial> of(Scenario scenario, Collection<Vantage> vantages) {
    List<Trial> trials = new ArrayList<>();
    for (Dialect dialect : scenario.dialects().stream().sorted().toList()) {
      for (Framing framing : scenario.framings().stream().sorted().toList()) {
        vantages.forEach(vantage -> trials.add(new Trial(scenario, dialect, framing, vantage)));
      }
    }
    return trials;
  }
}
