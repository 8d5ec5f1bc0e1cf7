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
public record EveryCase(Scenario scenario, Dialect dialect, Framing framing) {
  public static final String CANONICAL_BODY = "{\"model\":\"m\",\"stream\":true,\"store\":false}";

  public static List<EveryCase> all() {
    var cases = new ArrayList<EveryCase>();
    for (Scenario scenario : Scenarios.all()) {
      for (Dialect dialect : scenario.dialects().stream().sorted().toList()) {
        for (Framing framing : scenario.framings().stream().sorted().toList()) {
          cases.add(new EveryCase(scenario, dialect, framing));
        }
      }
    }
    return cases;
  }

  /** Those that are met over HTTP/1.1 without TLS, or refused there. */
  public static List<EveryCase> plain() {
    return all().stream().filter(EveryCase::isPlain).toList();
  }

  private boolean isPlain() {
    boolean http1 =
        switch (framing) {
          case CHUNKED, LENGTH, CLOSE_DELIMITED -> true;
          case TLS, H2, WEBSOCKET -> false;
        };
    return http1 && EnumSet.of(Venue.SERVER, Venue.REFUSING_PORT).contains(scenario.venue());
  }

  public Script script() {
    return scenario.script(dialect, framing);
  }

  /** Every byte of it on the wire. */
  public Bytes bytes() {
    return Http1Bytes.of(script(), framing);
  }

  public boolean diesWhenReused() {
    return scenario.name().startsWith("reused-");
  }

  @Override
  public String toString() {
    return scenario.name() + " " + dialect.token() + " " + framing.token();
  }
}
