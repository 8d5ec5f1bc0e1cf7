// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.scenario.ScenarioSet;
import dev.lastbyte.harness.text.Json;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The server's own routes, below {@code /_harness/}. */
public final class ControlEndpoint {
  private static final String GATES = "gates/";

  private final Ledger ledger;
  private final Gates gates;
  private final Runnable reset;
  private final Addresses addresses;
  private final ScenarioSet scenarios;

  ControlEndpoint(
      Ledger ledger, Gates gates, Runnable reset, Addresses addresses, ScenarioSet scenarios) {
    this.ledger = ledger;
    this.gates = gates;
    this.reset = reset;
    this.addresses = addresses;
    this.scenarios = scenarios;
  }

  /** Knows where a scenario is met. */
  public interface Addresses {
    /** The base URL below which every request meets that scenario. */
    URI baseUrl(Scenario scenario, Framing framing);

    /** The proxy that a client has to go by to meet that scenario; null where it needs none. */
    @Nullable InetSocketAddress proxy(Scenario scenario);

    /** The certificate of the authority behind every certificate that is to be trusted. */
    String authorityPem();
  }

  Reply reply(String method, String path) {
    if (method.equals("GET") && path.equals("ledger")) {
      return new Reply(200, "OK", "application/x-ndjson", ledger.ndjson());
    }
    if (method.equals("GET") && path.equals("scenarios")) {
      return new Reply(200, "OK", "application/x-ndjson", scenarios());
    }
    if (method.equals("GET") && path.equals("authority.pem")) {
      return new Reply(200, "OK", "application/pem-certificate-chain", addresses.authorityPem());
    }
    if (method.equals("POST") && path.startsWith(GATES)) {
      return openGate(path.substring(GATES.length()));
    }
    if (method.equals("POST") && path.equals("reset")) {
      reset.run();
      return new Reply(200, "OK", "application/json", new Json().with("reset", true).toString());
    }
    return Reply.error(
        404,
        "Not Found",
        "the harness has GET ledger, GET scenarios, GET authority.pem, POST gates/<name> and POST"
            + " reset, below /_harness/");
  }

  private Reply openGate(String name) {
    try {
      gates.open(name);
      return new Reply(200, "OK", "application/json", new Json().with("opened", name).toString());
    } catch (IllegalArgumentException e) {
      return Reply.error(400, "Bad Request", String.valueOf(e.getMessage()));
    }
  }

  private String scenarios() {
    var lines = new StringBuilder();
    for (Scenario scenario : scenarios.all()) {
      for (Dialect dialect : scenario.dialects().stream().sorted().toList()) {
        for (Framing framing : scenario.framings().stream().sorted().toList()) {
          lines.append(line(scenario, dialect, framing)).append('\n');
        }
      }
    }
    return lines.toString();
  }

  private @Nullable String proxy(Scenario scenario) {
    InetSocketAddress proxy = addresses.proxy(scenario);
    return proxy == null
        ? null
        : "http://%s:%d".formatted(proxy.getAddress().getHostAddress(), proxy.getPort());
  }

  private Json line(Scenario scenario, Dialect dialect, Framing framing) {
    var expected = new Json();
    for (Vantage vantage : Vantage.values()) {
      expected.withRaw(vantage.token(), scenario.key(dialect, framing, vantage).json());
    }
    return new Json()
        .with("name", scenario.name())
        .with("dialect", dialect.token())
        .with("framing", framing.token())
        .with("base_url", addresses.baseUrl(scenario, framing).toString())
        .with("proxy", proxy(scenario))
        .with("script", scenario.script(dialect, framing).show())
        .withRaw("truth", scenario.truth(dialect, framing).json())
        .withRaw("expected", expected);
  }
}
