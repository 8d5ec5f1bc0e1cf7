// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.server.FaultServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario of the harness through the gateway: what was recorded must tell the truth. */
@Tag("slow")
@Timeout(300)
class HarnessDiagnosisTest {

  private static final String BODY =
      """
      {"model":"m-1","stream":true,"store":false,"max_tokens":9,"messages":[],"input":"hi",\
      "tools":[{"type":"function","name":"f","function":{"name":"f"}}]}\
      """;

  private static final List<Dialect> FOLLOWED =
      List.of(Dialect.OPENAI_CHAT, Dialect.OPENAI_RESPONSES, Dialect.ANTHROPIC_MESSAGES);

  /** How long the client of a silent stream waits before it gives up. */
  private static final int IDLE_MILLIS = 150;

  @TempDir private Path dir;

  record Case(Scenario scenario, Dialect dialect, Framing framing, Vantage vantage) {

    @Override
    public String toString() {
      return String.join(" ", scenario.name(), dialect.token(), framing.token(), vantage.token());
    }

    AnswerKey key() {
      return scenario.key(dialect, framing, vantage);
    }

    boolean endsByTheClient() {
      return key().closedBy().equals("client");
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Scenario scenario : Scenarios.basics()) {
      for (Dialect dialect : FOLLOWED) {
        for (Framing framing : plain(scenario)) {
          var alone = new Case(scenario, dialect, framing, Vantage.GATEWAY);
          cases.add(alone);
          if (alone.endsByTheClient()) {
            cases.add(new Case(scenario, dialect, framing, Vantage.GATEWAY_AND_AGENT));
          }
        }
      }
    }
    return cases;
  }

  /** Towards the provider there is neither TLS nor HTTP/2 here; those have tests of their own. */
  private static List<Framing> plain(Scenario scenario) {
    return scenario.framings().stream()
        .filter(EnumSet.of(Framing.CHUNKED, Framing.LENGTH, Framing.CLOSE_DELIMITED)::contains)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void diagnosis_equalsTheAnswerKey(Case each) throws Exception {
    try (var server = FaultServer.start();
        var bed =
            TestBed.with(
                dir, server.baseUrl(each.scenario(), each.framing()), UnaryOperator.identity());
        var client = bed.client()) {

      if (each.scenario().name().startsWith("reused-")) {
        client.send(request(each)).readUntil("0\r\n\r\n");
        bed.nextRun();
      }
      client.send(request(each));
      if (each.endsByTheClient()) {
        giveUp(each, bed, client);
      }
      RunLog run = bed.nextRun();

      AnswerKey key = each.key();
      AttemptFacts facts = RunFacts.of(run).attempts().getFirst();
      assertThat(Diagnoser.diagnose(facts).code()).as("%s", run).isEqualTo(key.code());
      assertThat(facts.closing().by().code()).as("%s", run).isEqualTo(key.closedBy());
      if (!key.closedHow().equals("any")) {
        assertThat(facts.closing().how().code()).as("%s", run).isEqualTo(key.closedHow());
      }
    }
  }

  private static String request(Case each) {
    return "POST /up"
        + each.dialect().route()
        + " HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nx-lastbyte-run: turn\r\n"
        + "x-lastbyte-run-key: the-agent-of-this-turn\r\n"
        + "Content-Length: "
        + BODY.length()
        + "\r\n\r\n"
        + BODY;
  }

  /**
   * Leaves a stream that does not go on; reports why only where the scenario has an application
   * that knows.
   */
  private static void giveUp(Case each, TestBed bed, Peer client) throws Exception {
    boolean heartbeats = each.scenario().name().equals("heartbeat-only");
    if (heartbeats) {
      client.readUntil("\n\n");
      client.readUntil("\n\n");
    } else {
      client.readUntilSilentFor(IDLE_MILLIS);
    }
    if (each.vantage() == Vantage.GATEWAY_AND_AGENT) {
      tell(bed, heartbeats ? "first_content" : "idle");
    }
    client.disconnect();
  }

  private static void tell(TestBed bed, String timer) throws Exception {
    String line = "{\"type\":\"timer_fired\",\"timer\":\"" + timer + "\",\"threshold_nanos\":1}";
    try (var agent = bed.client()) {
      agent.send(
          "POST /_lastbyte/runs/turn/events HTTP/1.1\r\nHost: localhost\r\n"
              + "x-lastbyte-run-key: the-agent-of-this-turn\r\nContent-Length: "
              + line.length()
              + "\r\n\r\n"
              + line);
      assertThat(agent.readHead()).startsWith("HTTP/1.1 204");
    }
  }
}
