// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.BiFunction;

/** The server's own routes, below {@code /_harness/}. */
final class Control {
  private static final String GATES = "gates/";

  private final Ledger ledger;
  private final Gates gates;
  private final BiFunction<Scenario, Framing, URI> baseUrl;

  Control(Ledger ledger, Gates gates, BiFunction<Scenario, Framing, URI> baseUrl) {
    this.ledger = ledger;
    this.gates = gates;
    this.baseUrl = baseUrl;
  }

  Reply reply(String method, String path) {
    if (method.equals("GET") && path.equals("ledger")) {
      return new Reply("200 OK", "application/x-ndjson", ledger.ndjson());
    }
    if (method.equals("GET") && path.equals("scenarios")) {
      return new Reply("200 OK", "application/x-ndjson", scenarios());
    }
    if (method.equals("POST") && path.startsWith(GATES)) {
      return openGate(path.substring(GATES.length()));
    }
    return Reply.error(
        "404 Not Found",
        "the harness has GET ledger, GET scenarios and POST gates/<name>, below /_harness/");
  }

  private Reply openGate(String name) {
    try {
      gates.open(name);
      return new Reply("200 OK", "application/json", new Json().with("opened", name).toString());
    } catch (IllegalArgumentException e) {
      return Reply.error("400 Bad Request", String.valueOf(e.getMessage()));
    }
  }

  private String scenarios() {
    var lines = new StringBuilder();
    for (Scenario scenario : Scenarios.all()) {
      for (Dialect dialect : Dialect.values()) {
        scenario.framings().stream()
            .sorted(Comparator.naturalOrder())
            .forEach(framing -> lines.append(line(scenario, dialect, framing)).append('\n'));
      }
    }
    return lines.toString();
  }

  private Json line(Scenario scenario, Dialect dialect, Framing framing) {
    var expected = new Json();
    for (String vantage : Arrays.asList(AnswerKey.GATEWAY, AnswerKey.GATEWAY_AND_AGENT)) {
      expected.withRaw(vantage, scenario.key(dialect, framing, vantage).json());
    }
    return new Json()
        .with("name", scenario.name())
        .with("dialect", dialect.token())
        .with("framing", framing.token())
        .with("base_url", baseUrl.apply(scenario, framing).toString())
        .with("script", scenario.script(dialect, framing).show())
        .withRaw("expected", expected);
  }
}
