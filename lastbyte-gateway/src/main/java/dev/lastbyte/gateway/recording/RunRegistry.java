// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.recording;

import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.log.RunRecorder;
import dev.lastbyte.core.privacy.RequestSecrets;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.correlation.CorrelationHeaders;
import dev.lastbyte.gateway.correlation.QuestionIndexLoader;
import dev.lastbyte.gateway.correlation.RequestCorrelator;
import dev.lastbyte.gateway.correlation.RunHandle;
import dev.lastbyte.gateway.correlation.RunsByCallerId;
import dev.lastbyte.gateway.correlation.SentRequest;
import dev.lastbyte.gateway.correlation.WriteKey;
import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.model.StoreException;
import dev.lastbyte.wire.conversation.HashKey;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All runs of a gateway: begins and ends them, and finds them for their callers. Thread-safe. */
public final class RunRegistry {

  private final RunStore store;
  private final RunClock clock;
  private final RunIdGenerator ids;
  private final RunObserver observer;
  private final RunsByCallerId byCallerId = new RunsByCallerId();
  private final HashKey key;
  private final RequestCorrelator correlator;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicReference<@Nullable String> storeHealth = new AtomicReference<>();

  /**
   * @param random where run ids come from; must be thread-safe
   * @param key what conversations are hashed with
   */
  public RunRegistry(
      RunStore store, RunClock clock, RandomGenerator random, HashKey key, RunObserver observer) {
    this.store = store;
    this.clock = clock;
    this.ids = new RunIdGenerator(clock, random);
    this.key = key;
    this.correlator = new RequestCorrelator(key, clock);
    this.observer = observer;
    store.onHealthChange(this::reportStoreHealth);
  }

  /**
   * Begins a run. Its start record is safe from the death of this process when this returns.
   *
   * @param provider the name of its upstream, or null if that is not fit to be kept
   * @param headers the names that its client gives it
   * @param writeKey what proves that a program speaks for it, or null where no name was given
   * @param secrets what is not to be kept of what comes back; wiped at its end
   * @param checkpointer where it is listed until its end
   */
  public RecordedRun begin(
      @Nullable Token provider,
      CorrelationHeaders headers,
      @Nullable WriteKey writeKey,
      RequestSecrets secrets,
      RunCheckpointer checkpointer) {
    var header = new RunHeader(ids.next(), clock.epochMillis(), provider);
    var recorder = RunRecorder.start(header, clock, secrets);
    var handle = new RunHandle(recorder, clock, store);
    var run = new RecordedRun(this, recorder, handle, headers, checkpointer);
    run.record(new AttemptStarted(run.upstreamStamp()));
    headers.forEach((kind, name) -> run.record(new Correlated(run.downstreamStamp(), kind, name)));
    if (headers.callerRun() != null && writeKey != null) {
      byCallerId.add(headers.callerRun(), writeKey, handle);
    }
    running.incrementAndGet();
    store.started(recorder.log());
    checkpointer.add(run);
    return run;
  }

  /** A run goes on; what was recorded of it until now is safe when this returns. */
  void checkpoint(RunRecorder recorder) {
    store.started(recorder.log());
  }

  /**
   * @param named whether its caller can find it
   */
  void end(
      RunRecorder recorder, RunHandle handle, boolean named, @Nullable SentRequest sentRequest) {
    RunLog log = handle.finish(() -> persist(recorder));
    recorder.forgetSecrets();
    if (named) {
      handle.keepLog(log);
      byCallerId.ended(handle);
    }
    if (sentRequest != null) {
      correlator.requestEnded(sentRequest, log);
    }
    running.decrementAndGet();
    reportStoreHealth();
    observer.runEnded(log);
  }

  /** What would have become of a run's response was stored. */
  void shadowDrained(Token run) {
    observer.shadowDrained(run);
  }

  /** The runs that callers gave a name. */
  public RunsByCallerId byCallerId() {
    return byCallerId;
  }

  /**
   * Loads the questions that were asked before this gateway began. Reads files, and takes its time.
   */
  public void loadEarlierQuestions() {
    try {
      correlator.addEarlier(QuestionIndexLoader.load(store, clock, key));
    } catch (StoreException unread) {
      // A retry is taken for a first sending, no more; a reader of the runs is told why.
    }
  }

  /** The questions that were asked lately. */
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

  /**
   * Reports that a fault of the gateway itself showed, by its type and place: its message may quote
   * traffic.
   */
  public void internalError(Throwable fault) {
    observer.warning(InternalErrorLine.line(fault));
  }

  private RunLog persist(RunRecorder recorder) {
    RunLog log = recorder.log();
    store.ended(log);
    return log;
  }

  /** Reports what is the matter with the store, if that is news. */
  public void reportStoreHealth() {
    String now = store.health();
    String before = storeHealth.getAndSet(now);
    if (now != null && !Objects.equals(now, before)) {
      observer.storeUnhealthy(now);
    }
  }
}
