// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.ClientPart;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.report.DiagnosisJson;
import dev.lastbyte.report.RunReport;
import java.time.Duration;

/**
 * One stream of the demo: what was done to it, what the client saw, and what Lastbyte says.
 *
 * @param saw what an application would have seen, in a few words
 */
record DemoAct(Scenario scenario, Dialect dialect, String saw, RunReport report) {

  /** Plays it: an agent asks through the gateway, and its run is read back from the store. */
  static DemoAct play(DemoStage stage, Scenario scenario, Dialect dialect, Duration patience)
      throws Exception {
    String path = DemoStage.path(scenario, dialect);
    String run = "demo-" + scenario.name() + "-" + dialect.token();
    try (DemoAgent agent = DemoAgent.connectedTo(stage.gateway(), patience)) {
      if (scenario.clientPart() instanceof ClientPart.AsksAgainOnTheConnection) {
        // The fault is the connection's second request; the first one makes it a reused one.
        agent.ask(path, run + "-first", true);
        stage.stored(run + "-first");
      }
      DemoSight sight = agent.ask(path, run, false);
      return new DemoAct(scenario, dialect, sight.words(), RunReport.of(stage.stored(run)));
    }
  }

  AnswerKey expected() {
    return scenario.key(dialect, Framing.CHUNKED, Vantage.GATEWAY_AND_AGENT);
  }

  boolean isAsExpected() {
    return Expected.isMet(expected(), report);
  }

  String json() {
    return DiagnosisJson.line(
        json -> {
          json.writeStringField("scenario", scenario.name());
          json.writeStringField("client_saw", saw);
          json.writeBooleanField("as_expected", isAsExpected());
          Expected.write(json, "expected", expected());
        },
        report);
  }
}
