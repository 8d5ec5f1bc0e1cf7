// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.demo;

import dev.lastbyte.cli.harness.AnswerKeyCheck;
import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.ClientBehavior;
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
 * @param clientSaw what an application would have seen, in a few words
 */
record DemoCase(Scenario scenario, Dialect dialect, String clientSaw, RunReport report) {

  /** Plays it: an agent asks through the gateway, and its run is read back from the store. */
  static DemoCase run(
      DemoEnvironment environment, Scenario scenario, Dialect dialect, Duration timeout)
      throws Exception {
    String path = DemoEnvironment.path(scenario, dialect);
    String run = "demo-" + scenario.name() + "-" + dialect.token();
    try (DemoAgent agent = DemoAgent.connect(environment.gateway(), timeout)) {
      if (scenario.clientBehavior() instanceof ClientBehavior.AsksAgainOnTheConnection) {
        // The fault is the connection's second request; the first one makes it a reused one.
        agent.send(path, run + "-first", true);
        environment.awaitStored(run + "-first");
      }
      ClientView view = agent.send(path, run, false);
      return new DemoCase(
          scenario, dialect, view.summary(), RunReport.of(environment.awaitStored(run)));
    }
  }

  AnswerKey expected() {
    return scenario.key(dialect, Framing.CHUNKED, Vantage.GATEWAY_AND_AGENT);
  }

  boolean isAsExpected() {
    return AnswerKeyCheck.isMet(expected(), report);
  }

  String json() {
    return DiagnosisJson.line(
        json -> {
          json.writeStringField("scenario", scenario.name());
          json.writeStringField("client_saw", clientSaw);
          json.writeBooleanField("as_expected", isAsExpected());
          AnswerKeyCheck.write(json, "expected", expected());
        },
        report);
  }
}
