// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.stage;

import dev.lastbyte.harness.HarnessClock;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.script.Verb;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One performance of a script in front of one client, with what came of it. */
final class Performance {
  private final Script script;
  private final Wire wire;
  private final Gates gates;
  private final HarnessClock clock;

  private long bytesWritten;
  private int eventsWritten;
  private int heartbeats;
  private Acknowledgement acknowledged = Acknowledgement.NOT_NEEDED;
  private String gate = "none";
  private Leaving leaving = Leaving.STAYED;
  private int step;

  private Performance(Script script, Wire wire, Gates gates, HarnessClock clock) {
    this.script = script;
    this.wire = wire;
    this.gates = gates;
    this.clock = clock;
  }

  /** Plays the script to its end, or until the client has left. */
  static LedgerEntry.Did play(Script script, Wire wire, Gates gates, HarnessClock clock)
      throws InterruptedException {
    var performance = new Performance(script, wire, gates, clock);
    try {
      performance.steps();
      performance.verb();
    } catch (IOException e) {
      // a write fails once the client's kernel has answered with a reset, and not before
      performance.leaving = wire.isClosed() ? Leaving.STAYED : Leaving.RST;
    }
    return performance.did();
  }

  private LedgerEntry.Did did() {
    @Nullable Integer leftAt = leaving == Leaving.STAYED ? null : step;
    return new LedgerEntry.Did(
        script.verb().token(),
        bytesWritten,
        eventsWritten,
        heartbeats,
        acknowledged.token(),
        gate,
        leaving.token(),
        leftAt);
  }

  private void steps() throws IOException, InterruptedException {
    List<Step> steps = script.steps();
    for (; step < steps.size(); step++) {
      take(steps.get(step));
      bytesWritten = wire.bytesWritten();
    }
  }

  private void take(Step next) throws IOException, InterruptedException {
    switch (next) {
      case Step.Interim interim -> wire.interim(interim);
      case Step.Head head -> wire.head(head);
      case Step.Event event -> {
        wire.payload(event.payload());
        eventsWritten++;
      }
      case Step.Piece piece -> wire.payload(piece.payload());
      case Step.Body body -> wire.payload(body.payload());
      case Step.Raw raw -> wire.raw(raw.bytes());
      case Step.AwaitAcknowledged unused -> acknowledged = wire.acknowledge();
      case Step.AwaitGate held ->
          gate = gates.await(held.name(), held.limit()) ? "released" : "limit_passed";
      case Step.Pause pause -> clock.after(pause.time()).join();
    }
  }

  private void verb() throws IOException {
    switch (script.verb()) {
      case Verb.HalfClose half -> {
        wire.end(half);
        leaving = wire.awaitLeaving();
      }
      case Verb.HalfOpen half -> {
        wire.end(half);
        leaving = wire.awaitLeaving();
      }
      case Verb.Cut cut -> {
        wire.end(cut);
        bytesWritten = wire.bytesWritten();
      }
      case Verb.Stall unused -> leaving = wire.awaitLeaving();
      case Verb.Heartbeats beats -> beat(beats.payload(), beats.interval());
      case Verb.Drip drip -> drip(drip.payload(), drip.interval());
      case Verb.Refuse unused -> throw arrived();
      case Verb.Unreached unused -> throw arrived();
    }
  }

  private static IllegalStateException arrived() {
    return new IllegalStateException("a request must not arrive where nothing listens");
  }

  private void beat(Bytes payload, Duration interval) throws IOException {
    CompletableFuture<Leaving> left = watch();
    while (!left.isDone()) {
      wire.payload(payload);
      heartbeats++;
      CompletableFuture.anyOf(left, clock.after(interval)).join();
    }
    leaving = left.join();
  }

  private void drip(Bytes payload, Duration interval) throws IOException {
    CompletableFuture<Leaving> left = watch();
    for (int at = 0; !left.isDone(); at = (at + 1) % payload.size()) {
      wire.payload(payload.at(at));
      heartbeats++;
      CompletableFuture.anyOf(left, clock.after(interval)).join();
    }
    leaving = left.join();
  }

  private CompletableFuture<Leaving> watch() {
    return CompletableFuture.supplyAsync(wire::awaitLeaving, Thread::startVirtualThread);
  }
}
