// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One performance of a script in front of one client, with what came of it. */
final class Performance {
  private static final Duration ACKNOWLEDGE_LIMIT = Duration.ofSeconds(2);
  private static final long FALLBACK_NANOS = 250_000_000;
  private static final long LOOK_EVERY_NANOS = 200_000;
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final Script script;
  private final Peer peer;
  private final Gates gates;

  private long bytesWritten;
  private int eventsWritten;
  private int heartbeats;
  private String acknowledged = "not_needed";
  private String gate = "none";
  private Leaving leaving = Leaving.STAYED;
  private int step;

  private Performance(Script script, Peer peer, Gates gates) {
    this.script = script;
    this.peer = peer;
    this.gates = gates;
  }

  /** Plays the script to its end, or until the client has left. */
  static LedgerEntry.Did play(Script script, Peer peer, Gates gates) throws InterruptedException {
    var performance = new Performance(script, peer, gates);
    try {
      performance.steps();
      performance.verb();
    } catch (IOException e) {
      // a write fails once the client's kernel has answered with a reset, and not before
      performance.leaving = peer.isClosed() ? Leaving.STAYED : Leaving.RST;
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
        acknowledged,
        gate,
        leaving.token(),
        leftAt);
  }

  private void steps() throws IOException, InterruptedException {
    List<Step> steps = script.steps();
    for (; step < steps.size(); step++) {
      switch (steps.get(step)) {
        case Step.Write write -> write(write);
        case Step.AwaitAcknowledged unused -> acknowledged = awaitAcknowledged();
        case Step.AwaitGate held ->
            gate = gates.await(held.name(), held.limit()) ? "released" : "limit_passed";
      }
    }
  }

  private void verb() throws IOException {
    switch (script.verb()) {
      case Verb.EndOfMessage unused -> {}
      case Verb.Fin unused -> peer.fin();
      case Verb.Rst unused -> peer.rst();
      case Verb.Stall unused -> leaving = peer.awaitLeaving(FOR_EVER);
      case Verb.HeartbeatsUntilGone beats -> heartbeatsUntilGone(beats);
      case Verb.Refuse unused ->
          throw new IllegalStateException("a request must not arrive where nothing listens");
    }
  }

  private void write(Step.Write write) throws IOException {
    peer.write(write.text());
    bytesWritten += write.byteCount();
    if (write instanceof Step.Event) {
      eventsWritten++;
    }
  }

  private void heartbeatsUntilGone(Verb.HeartbeatsUntilGone beats) throws IOException {
    while (leaving == Leaving.STAYED && !peer.isClosed()) {
      peer.write(beats.text());
      heartbeats++;
      leaving = peer.awaitLeaving(beats.interval());
    }
  }

  private String awaitAcknowledged() throws IOException {
    if (!KernelQueue.isVisible()) {
      // all that is left is to give the bytes time; a gate on the request is the better way
      LockSupport.parkNanos(FALLBACK_NANOS);
      return "assumed";
    }
    long deadlineNanos = System.nanoTime() + ACKNOWLEDGE_LIMIT.toNanos();
    while (System.nanoTime() < deadlineNanos) {
      // empty is no proof: a table that changes while it is read may leave a socket out
      if (peer.unacknowledgedBytes().equals(OptionalLong.of(0))) {
        return "proven";
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
    return "assumed";
  }
}
