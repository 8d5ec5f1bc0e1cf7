// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.testkit.act;

import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Verb;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** The client's part of one trial. */
final class Play {

  private final Trial trial;
  private final String path;
  private final String run;
  private final Duration patience;

  /**
   * @param path where the gateway leads to the scenario
   * @param run the client's own name for the run
   * @param patience of its watchdog, once nothing more is to come
   */
  Play(Trial trial, String path, String run, Duration patience) {
    this.trial = trial;
    this.path = path;
    this.run = run;
    this.patience = patience;
  }

  void perform(InetSocketAddress gateway) throws IOException {
    try (Caller caller = Caller.of(gateway)) {
      if (trial.scenario().name().startsWith("reused-")) {
        // The fault is the connection's second request; the first one makes it a reused one.
        caller.ask(path, run + "-first", Requests.body(trial.dialect()), true);
        caller.readAll();
      }
      caller.ask(path, run, Requests.body(trial.dialect()), false);
      Script script = trial.script();
      if (script.verb() instanceof Verb.Lasting lasting) {
        caller.readTo(script.content().size() + begun(lasting));
        loosePatience(caller);
      } else {
        caller.readAll();
      }
    }
  }

  /** How much of what lasts must be there before the watchdog counts. */
  private static int begun(Verb.Lasting lasting) {
    return switch (lasting) {
      case Verb.Stall unused -> 0;
      case Verb.Heartbeats beats -> beats.payload().size();
      case Verb.Drip unused -> 1;
    };
  }

  private void loosePatience(Caller caller) throws IOException {
    if (caller.readFor(patience) && trial.vantage() == Vantage.GATEWAY_AND_AGENT) {
      String timer = trial.script().eventCount() > 0 ? "idle" : "first_content";
      caller.tell(
          run,
          "{\"type\":\"timer_fired\",\"timer\":\"%s\",\"threshold_nanos\":%d}"
              .formatted(timer, patience.toNanos()));
    }
  }
}
