// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import dev.lastbyte.harness.HarnessClock;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.RequestContext;
import dev.lastbyte.harness.scenario.ScenarioSet;
import dev.lastbyte.harness.script.Script;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all connections of a server share, and what they do with a request that was read whole. Safe
 * for use by many threads.
 */
public final class ServerContext {
  private static final Duration GATE_LIMIT = Duration.ofSeconds(30);
  private static final String RETRY_HEADER = "x-stainless-retry-count";

  private final Ledger ledger = new Ledger();
  private final Gates gates = new Gates();
  private final AttemptTracker attempts = new AttemptTracker();
  private final BodyHash hash = new BodyHash();
  private final HarnessClock clock;
  private final ScenarioSet scenarios;
  private final ControlEndpoint control;

  /** A house whose pauses follow that clock, and that knows where its repertoire is met. */
  public ServerContext(
      HarnessClock clock, ScenarioSet scenarios, ControlEndpoint.Addresses addresses) {
    this.clock = clock;
    this.scenarios = scenarios;
    control = new ControlEndpoint(ledger, gates, this::reset, addresses, scenarios);
  }

  /** The exchanges so far. */
  public Ledger ledger() {
    return ledger;
  }

  /** The gates that hold scripts back. */
  public Gates gates() {
    return gates;
  }

  /** Measures the body of one request. */
  public BodyMeter bodyMeter() {
    return new BodyMeter(hash);
  }

  /** What a request is for. */
  public RequestTarget target(RequestHead head, Transport transport) {
    RequestTarget target = RequestTarget.of(head, transport, scenarios);
    if (!(target instanceof RequestTarget.ScenarioTarget play)) {
      return target;
    }
    // a WebSocket begins with a GET (RFC 6455 §4.1), whatever its messages do
    if (!head.method().equals("POST") && transport != Transport.WEBSOCKET) {
      return new RequestTarget.RejectedTarget(
          Reply.error(405, "Method Not Allowed", "the routes take POST alone"));
    }
    try {
      if (play.gate() != null) {
        gates.declare(play.gate());
      }
      return play;
    } catch (IllegalArgumentException e) {
      return new RequestTarget.RejectedTarget(Reply.badRequest(String.valueOf(e.getMessage())));
    }
  }

  /** The response of one of the server's own routes. */
  public Reply reply(RequestHead head, RequestTarget.ControlTarget own) {
    return control.reply(head.method(), own.path());
  }

  /** Forgets the ledger, and what came before; open gates stay open. */
  public void reset() {
    ledger.reset();
    attempts.reset();
  }

  /** What the request repeats of what came before it; asked for once. */
  public LedgerEntry.Repeats repeats(Request request) {
    return attempts.arrived(request.body(), System.nanoTime());
  }

  /** What the scenario does with that request; its gate holds the verb back. */
  public Script script(
      RequestTarget.ScenarioTarget play, Request request, LedgerEntry.Repeats repeats) {
    BodyFacts body = request.body();
    boolean streaming = play.dialect().streamsUnasked() ? !body.refusesStream() : body.streaming();
    var requestContext =
        new RequestContext(
            request.onConnection() > 1, streaming, repeats.attempt(), body.toolResults());
    Script script = play.scenario().script(play.dialect(), play.framing(), requestContext);
    return play.gate() == null ? script : script.heldBy(play.gate(), GATE_LIMIT);
  }

  /** Does so, and writes it down. */
  public void run(
      Script script,
      RequestTarget.ScenarioTarget play,
      Request request,
      LedgerEntry.Repeats repeats,
      ResponseWriter writer)
      throws InterruptedException {
    Instant startedAt = Instant.now();
    long startNanos = System.nanoTime();
    LedgerEntry.Did did = ScriptRunner.run(script, writer, gates, clock);
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    attempts.ended(request.body(), repeats.attempt(), script, System.nanoTime());
    ledger.write(new LedgerEntry(requestFacts(request, play), repeats, did, startedAt, took));
  }

  /** Sends a response of the server's own, of which nothing is written down. */
  public void send(Script script, ResponseWriter writer) throws InterruptedException {
    var unused = ScriptRunner.run(script, writer, gates, clock);
  }

  private static LedgerEntry.Asked requestFacts(
      Request request, RequestTarget.ScenarioTarget play) {
    BodyFacts body = request.body();
    return new LedgerEntry.Asked(
        request.connection(),
        request.onConnection(),
        play.dialect().route(),
        play.dialect().token(),
        play.scenario().name(),
        play.framing().token(),
        body.streaming(),
        body.bytes(),
        body.hash(),
        body.canonicalHash(),
        retryCount(request.head().header(RETRY_HEADER)),
        body.toolResults());
  }

  private static @Nullable Integer retryCount(@Nullable String header) {
    return header != null && header.matches("[0-9]{1,9}") ? Integer.valueOf(header) : null;
  }
}
