// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.recording;

import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.log.RunRecorder;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.Environment;
import dev.lastbyte.gateway.GatewayListener;
import dev.lastbyte.gateway.Upstream;
import dev.lastbyte.gateway.correlation.CorrelationHeaders;
import dev.lastbyte.gateway.correlation.QuestionIndexLoader;
import dev.lastbyte.gateway.correlation.RequestCorrelator;
import dev.lastbyte.gateway.correlation.RunHandle;
import dev.lastbyte.gateway.correlation.RunsByCallerId;
import dev.lastbyte.gateway.correlation.SentRequest;
import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.model.StoreException;
import dev.lastbyte.wire.conversation.HashKey;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** All runs of a gateway: begins and ends them, and finds them for their callers. Thread-safe. */
public final class RunRegistry {

  private final RunStore store;
  private final RunClock clock;
  private final RunIdGenerator ids;
  private final GatewayListener listener;
  private final RunsByCallerId byCallerId = new RunsByCallerId();
  private final HashKey key;
  private final RequestCorrelator correlator;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicReference<@Nullable String> storeHealth = new AtomicReference<>();

  public RunRegistry(
      RunStore store, Environment environment, HashKey key, GatewayListener listener) {
    this.store = store;
    this.clock = environment.clock();
    this.ids = new RunIdGenerator(clock, environment.random());
    this.key = key;
    this.correlator = new RequestCorrelator(key, clock);
    this.listener = listener;
  }

  /**
   * Begins a run. Its start record is safe from the death of this process when this returns.
   *
   * @param names what its client calls it
   * @param open where it is listed until its end
   */
  public RecordedRun begin(Upstream upstream, CorrelationHeaders names, RunCheckpointer open) {
    var header = new RunHeader(ids.next(), clock.epochMillis(), Token.orNull(upstream.name()));
    var recorder = RunRecorder.start(header, clock);
    var told = new RunHandle(recorder, clock, store);
    var run = new RecordedRun(this, recorder, told, names, open);
    run.record(new AttemptStarted(run.upstreamStamp()));
    names.recordIn(run);
    if (names.callerRun() != null) {
      byCallerId.add(names.callerRun(), told);
    }
    running.incrementAndGet();
    store.started(recorder.log());
    open.add(run);
    return run;
  }

  /** A run goes on; what was recorded of it until now is safe when this returns. */
  void checkpoint(RunRecorder recorder) {
    store.started(recorder.log());
  }

  void end(RunRecorder recorder, RunHandle told, @Nullable SentRequest asked) {
    RunLog log = told.finish(() -> persist(recorder));
    if (asked != null) {
      correlator.requestEnded(asked, log);
    }
    running.decrementAndGet();
    reportStoreHealth();
    try {
      listener.runEnded(log);
    } catch (RuntimeException listenerFault) {
      // A listener's fault is not the traffic's.
    }
  }

  @Nullable
  public RunHandle find(Token caller) {
    return byCallerId.find(caller);
  }

  /**
   * Makes known again what was asked before this gateway began. Reads files, and takes its time.
   */
  public void loadEarlierQuestions() {
    try {
      correlator.addEarlier(QuestionIndexLoader.load(store, clock, key));
    } catch (StoreException unread) {
      // A retry is taken for a first sending, no more; who lists the runs is told why.
    }
  }

  /** What was asked lately. */
  RequestCorrelator correlator() {
    return correlator;
  }

  /** How many runs go on. */
  public int openCount() {
    return running.get();
  }

  public RunStore store() {
    return store;
  }

  /** Says that a fault of our own showed, by its type and place: its message may quote traffic. */
  public void internalError(Throwable fault) {
    try {
      listener.warning(InternalErrorLine.line(fault));
    } catch (RuntimeException listenerFault) {
      // A listener's fault is not the traffic's.
    }
  }

  private RunLog persist(RunRecorder recorder) {
    RunLog log = recorder.log();
    store.ended(log);
    return log;
  }

  /** Says what is the matter with the store, if that is news. */
  public void reportStoreHealth() {
    String now = store.health();
    String before = storeHealth.getAndSet(now);
    if (now != null && !Objects.equals(now, before)) {
      try {
        listener.storeUnhealthy(now);
      } catch (RuntimeException listenerFault) {
        // A listener's fault is not the traffic's.
      }
    }
  }
}
