// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import dev.lastbyte.harness.HarnessClock;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One performance of a script in front of one client, with what came of it. */
final class ScriptRunner {
  private final Script script;
  private final ResponseWriter writer;
  private final Gates gates;
  private final HarnessClock clock;

  private long bytesWritten;
  private int eventsWritten;
  private int heartbeats;
  private Acknowledgement acknowledged = Acknowledgement.NOT_NEEDED;
  private String gate = "none";
  private ClientClose clientClose = ClientClose.STAYED;
  private int step;

  private ScriptRunner(Script script, ResponseWriter writer, Gates gates, HarnessClock clock) {
    this.script = script;
    this.writer = writer;
    this.gates = gates;
    this.clock = clock;
  }

  /** Plays the script to its end, or until the client has left. */
  static LedgerEntry.Did run(Script script, ResponseWriter writer, Gates gates, HarnessClock clock)
      throws InterruptedException {
    var runner = new ScriptRunner(script, writer, gates, clock);
    try {
      runner.runSteps();
      runner.runEndAction();
    } catch (IOException e) {
      // a write fails once the client's kernel has answered with a reset, and not before
      runner.clientClose = writer.isClosed() ? ClientClose.STAYED : ClientClose.RST;
    }
    return runner.outcome();
  }

  private LedgerEntry.Did outcome() {
    @Nullable Integer leftAt = clientClose == ClientClose.STAYED ? null : step;
    return new LedgerEntry.Did(
        script.endAction().token(),
        bytesWritten,
        eventsWritten,
        heartbeats,
        acknowledged.token(),
        gate,
        clientClose.token(),
        leftAt);
  }

  private void runSteps() throws IOException, InterruptedException {
    List<Step> steps = script.steps();
    for (; step < steps.size(); step++) {
      execute(steps.get(step));
      bytesWritten = writer.bytesWritten();
    }
  }

  private void execute(Step next) throws IOException, InterruptedException {
    switch (next) {
      case Step.Interim interim -> writer.interim(interim);
      case Step.Head head -> writer.head(head);
      case Step.Event event -> {
        writer.payload(event.payload());
        eventsWritten++;
      }
      case Step.Piece piece -> writer.payload(piece.payload());
      case Step.Body body -> writer.payload(body.payload());
      case Step.Raw raw -> writer.raw(raw.bytes());
      case Step.AwaitAcknowledged unused -> acknowledged = writer.acknowledge();
      case Step.AwaitGate held ->
          gate = gates.await(held.name(), held.limit()) ? "released" : "limit_passed";
      case Step.Pause pause -> clock.after(pause.time()).join();
    }
  }

  private void runEndAction() throws IOException {
    switch (script.endAction()) {
      case EndAction.HalfClose half -> {
        writer.end(half);
        clientClose = writer.awaitClientClose();
      }
      case EndAction.HalfOpen half -> {
        writer.end(half);
        clientClose = writer.awaitClientClose();
      }
      case EndAction.Cut cut -> {
        writer.end(cut);
        bytesWritten = writer.bytesWritten();
      }
      case EndAction.Stall unused -> clientClose = writer.awaitClientClose();
      case EndAction.Heartbeats beats -> sendHeartbeats(beats.payload(), beats.interval());
      case EndAction.Drip drip -> drip(drip.payload(), drip.interval());
      case EndAction.Refuse unused -> throw unexpectedRequest();
      case EndAction.Unreached unused -> throw unexpectedRequest();
    }
  }

  private static IllegalStateException unexpectedRequest() {
    return new IllegalStateException("a request must not arrive where nothing listens");
  }

  private void sendHeartbeats(Bytes payload, Duration interval) throws IOException {
    CompletableFuture<ClientClose> left = clientClosed();
    while (!left.isDone()) {
      writer.payload(payload);
      heartbeats++;
      CompletableFuture.anyOf(left, clock.after(interval)).join();
    }
    clientClose = left.join();
  }

  private void drip(Bytes payload, Duration interval) throws IOException {
    CompletableFuture<ClientClose> left = clientClosed();
    for (int at = 0; !left.isDone(); at = (at + 1) % payload.size()) {
      writer.payload(payload.at(at));
      heartbeats++;
      CompletableFuture.anyOf(left, clock.after(interval)).join();
    }
    clientClose = left.join();
  }

  private CompletableFuture<ClientClose> clientClosed() {
    return CompletableFuture.supplyAsync(writer::awaitClientClose, Thread::startVirtualThread);
  }
}
