// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.log.RunRecorder;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.model.StoreException;
import dev.lastbyte.wire.conversation.HashKey;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** All runs of a gateway: begins and ends them, and finds them for their callers. Thread-safe. */
final class Runs {

  private final RunStore store;
  private final RunClock clock;
  private final RunIds ids;
  private final GatewayListener listener;
  private final CallerRuns callers = new CallerRuns();
  private final HashKey key;
  private final Questions questions;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

  Runs(RunStore store, Surroundings surroundings, HashKey key, GatewayListener listener) {
    this.store = store;
    this.clock = surroundings.clock();
    this.ids = new RunIds(clock, surroundings.random());
    this.key = key;
    this.questions = new Questions(key, clock);
    this.listener = listener;
  }

  /**
   * Begins a run. Its start record is safe from the death of this process when this returns.
   *
   * @param names what its client calls it
   * @param open where it is listed until its end
   */
  RecordedRun begin(Upstream upstream, RequestNames names, OpenRuns open) {
    var header = new RunHeader(ids.next(), clock.epochMillis(), Token.orNull(upstream.name()));
    var recorder = RunRecorder.start(header, clock);
    var told = new ToldRun(recorder, clock, store);
    var run = new RecordedRun(this, recorder, told, names, open);
    run.record(new AttemptStarted(run.up()));
    names.recordIn(run);
    if (names.callerRun() != null) {
      callers.add(names.callerRun(), told);
    }
    running.incrementAndGet();
    store.started(recorder.log());
    open.add(run);
    return run;
  }

  /** A run goes on; what was recorded of it until now is safe when this returns. */
  void goesOn(RunRecorder recorder) {
    store.started(recorder.log());
  }

  void end(RunRecorder recorder, ToldRun told, @Nullable AskedOnce asked) {
    RunLog log = told.endWith(() -> handOver(recorder));
    if (asked != null) {
      questions.ended(asked, log);
    }
    running.decrementAndGet();
    tellOfTrouble();
    try {
      listener.runEnded(log);
    } catch (RuntimeException theirs) {
      // A listener's fault is not the traffic's.
    }
  }

  @Nullable ToldRun find(Token caller) {
    return callers.find(caller);
  }

  /**
   * Makes known again what was asked before this gateway began. Reads files, and takes its time.
   */
  void recall() {
    try {
      questions.recall(Recollection.of(store, clock, key));
    } catch (StoreException unread) {
      // A retry is taken for a first sending, no more; who lists the runs is told why.
    }
  }

  /** What was asked lately. */
  Questions questions() {
    return questions;
  }

  /** How many runs go on. */
  int open() {
    return running.get();
  }

  RunStore store() {
    return store;
  }

  /** Says that a fault of our own showed, by its type and place: its message may quote traffic. */
  void ownFault(Throwable fault) {
    try {
      listener.trouble(OwnFault.line(fault));
    } catch (RuntimeException theirs) {
      // A listener's fault is not the traffic's.
    }
  }

  private RunLog handOver(RunRecorder recorder) {
    RunLog log = recorder.log();
    store.ended(log);
    return log;
  }

  /** Says what is the matter with the store, if that is news. */
  void tellOfTrouble() {
    String now = store.health();
    String before = trouble.getAndSet(now);
    if (now != null && !Objects.equals(now, before)) {
      try {
        listener.storeInTrouble(now);
      } catch (RuntimeException theirs) {
        // A listener's fault is not the traffic's.
      }
    }
  }
}
