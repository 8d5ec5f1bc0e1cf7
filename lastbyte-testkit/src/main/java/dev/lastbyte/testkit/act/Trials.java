// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.testkit.act;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.Venue;
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

  /** Whether the gateway can carry it, and comes to an end by itself. */
  public static boolean canBePlayed(Trial trial) {
    return obstacle(trial).isEmpty();
  }

  /** What keeps a trial from being played, in a word; empty where nothing does. */
  public static String obstacle(Trial trial) {
    return switch (trial.framing()) {
      case CHUNKED, LENGTH, CLOSE_DELIMITED, TLS, H2 -> obstacle(trial.scenario().venue());
      case WEBSOCKET -> trial.framing().token();
    };
  }

  private static String obstacle(Venue venue) {
    return switch (venue) {
      case SERVER,
          REFUSING_PORT,
          UNKNOWN_NAME,
          UNTRUSTED_CERTIFICATE,
          WRONG_HOST_CERTIFICATE,
          HANDSHAKE_ALERT,
          HANDSHAKE_FIN ->
          "";
      // how long these last is the gateway's choice, and long
      case FULL_BACKLOG, HANDSHAKE_STALL -> "stalled dials";
      // each would need a gateway of its own
      case PROXY, PROXY_403, PROXY_407, PROXY_EOF -> "proxies";
    };
  }
}
