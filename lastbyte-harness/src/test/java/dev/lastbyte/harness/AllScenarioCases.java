// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import dev.lastbyte.harness.http1.Http1Bytes;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Script;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Every scenario in every dialect and framing that it has. */
public record AllScenarioCases(Scenario scenario, Dialect dialect, Framing framing) {
  public static final String CANONICAL_BODY = "{\"model\":\"m\",\"stream\":true,\"store\":false}";

  private static final String FOLLOW_UP_BODY =
      "{\"stream\":true,\"messages\":[{\"role\":\"tool\"}]}";

  public static List<AllScenarioCases> all() {
    return of(Scenarios.all());
  }

  /** Of these alone. */
  public static List<AllScenarioCases> of(List<Scenario> scenarios) {
    var cases = new ArrayList<AllScenarioCases>();
    for (Scenario scenario : scenarios) {
      for (Dialect dialect : scenario.dialects().stream().sorted().toList()) {
        for (Framing framing : scenario.framings().stream().sorted().toList()) {
          cases.add(new AllScenarioCases(scenario, dialect, framing));
        }
      }
    }
    return cases;
  }

  /** Whether it is met over HTTP/1.1 without TLS, or refused there. */
  public boolean isPlain() {
    boolean http1 =
        switch (framing) {
          case CHUNKED, LENGTH, CLOSE_DELIMITED -> true;
          case TLS, H2, WEBSOCKET -> false;
        };
    return http1
        && EnumSet.of(Endpoint.SERVER, Endpoint.REFUSING_PORT).contains(scenario.endpoint());
  }

  /** Every scenario in every framing, each in one dialect after the other. */
  public static List<AllScenarioCases> oneDialectEach() {
    var cases = new ArrayList<AllScenarioCases>();
    for (Scenario scenario : Scenarios.all()) {
      for (Framing framing : scenario.framings().stream().sorted().toList()) {
        List<Dialect> dialects = scenario.dialects().stream().sorted().toList();
        Dialect next = dialects.get(cases.size() % dialects.size());
        cases.add(new AllScenarioCases(scenario, next, framing));
      }
    }
    return cases;
  }

  public Script script() {
    return scenario.script(dialect, framing);
  }

  /** Every byte of it on the wire. */
  public Bytes bytes() {
    return Http1Bytes.of(script(), framing);
  }

  /** The request that the scenario is about. */
  public String body() {
    return scenario.usual().toolResults() == 0 ? CANONICAL_BODY : FOLLOW_UP_BODY;
  }

  /** Whether another request has to go before it on the connection. */
  public boolean isAboutReuse() {
    return scenario.clientBehavior() instanceof ClientBehavior.AsksAgainOnTheConnection;
  }

  @Override
  public String toString() {
    return scenario.name() + " " + dialect.token() + " " + framing.token();
  }
}
