// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.log.RunRecorder;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.store.RunStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run to which events can be added while it goes on and afterwards: by its caller, which alone
 * knows what the application did, and by a later request, which shows what became of it. Lets go of
 * the recorder when the run is over. Thread-safe.
 */
public final class RunHandle {

  /** The number of a run's first attempt, which is the only one unless the gateway recovers. */
  public static final int FIRST_ATTEMPT = 1;

  private final RunClock clock;
  private final RunStore store;
  private final Token run;
  private final @Nullable Token upstream;
  private final long originNanos;
  private @Nullable RunRecorder recorder;
  private @Nullable RunLog ended;
  private volatile int attempt = FIRST_ATTEMPT;
  private long endedAtNanos;

  public RunHandle(RunRecorder recorder, RunClock clock, RunStore store) {
    this.clock = clock;
    this.store = store;
    this.run = recorder.header().run();
    this.upstream = recorder.header().provider();
    this.originNanos = clock.nanos() - recorder.now();
    this.recorder = recorder;
  }

  private RunHandle(RunLog log, RunClock clock, RunStore store) {
    this.clock = clock;
    this.store = store;
    this.run = log.header().run();
    this.upstream = log.header().provider();
    long agoMillis = clock.epochMillis() - log.header().startedAtEpochMillis();
    this.originNanos = clock.nanos() - TimeUnit.MILLISECONDS.toNanos(agoMillis);
    this.attempt = log.attempts().stream().reduce(FIRST_ATTEMPT, Math::max);
    this.endedAtNanos = originNanos + endOf(log);
  }

  /** A run that an earlier gateway recorded; its time goes on by the wall clock. */
  static RunHandle ofEarlier(RunLog log, RunClock clock, RunStore store) {
    return new RunHandle(log, clock, store);
  }

  private static long endOf(RunLog log) {
    long last = 0;
    for (RunEvent event : log.events()) {
      last = event.stamp().atNanos();
      if (event instanceof RunEnded) {
        return last;
      }
    }
    return last;
  }

  Token id() {
    return run;
  }

  /** The name of the provider that was asked, or null if not known. */
  @Nullable Token upstream() {
    return upstream;
  }

  /** Events that are added from now on belong to that attempt. */
  public void setAttempt(int attempt) {
    this.attempt = attempt;
  }

  /** A stamp of this moment, on the run's own clock. */
  public Stamp stamp(Vantage vantage) {
    return new Stamp(Math.max(0, clock.nanos() - originNanos), attempt, vantage);
  }

  /** Adds an event that a later request showed. */
  void append(Function<Stamp, RunEvent> event) {
    append(List.of(event.apply(stamp(Vantage.GATEWAY_DOWN))));
  }

  /** Adds to the run's log; what comes after the end goes to the store behind it. */
  public synchronized void append(List<RunEvent> events) {
    if (recorder == null) {
      store.append(run, events);
      ended = ended == null ? null : ended.plus(events);
    } else {
      events.forEach(recorder::record);
    }
  }

  /**
   * Adds what its caller reports, as far as that counts: decided and added in one step, so that the
   * run does not end in between.
   *
   * @param withKey whether the caller gave the run's key
   */
  public synchronized CallerReport.Outcome report(List<RunEvent> events, boolean withKey) {
    RunLog log = recorder == null ? ended : recorder.log();
    CallerReport.Outcome outcome =
        withKey
            ? CallerReport.withKey(events, log, recorder == null)
            : CallerReport.withoutKey(events);
    if (outcome instanceof CallerReport.Accepted accepted) {
      append(accepted.events());
    }
    return outcome;
  }

  /** Lets go of the log that was kept to judge what is reported after the end. */
  synchronized void forgetLog() {
    ended = null;
  }

  /** Ends the run such that no event falls between its log and what is appended to it. */
  public synchronized RunLog finish(Supplier<RunLog> handOver) {
    recorder = null;
    endedAtNanos = clock.nanos();
    return handOver.get();
  }

  /** Keeps the log of the run, which is over, to judge what its caller reports now. */
  public synchronized void keepLog(RunLog log) {
    ended = log;
  }

  /** When it ended, on this process's clock; negative where it began after that one did. */
  synchronized long endedAtNanos() {
    return endedAtNanos;
  }

  synchronized boolean hasEndedFor(Duration atLeast) {
    return recorder == null && clock.nanos() - endedAtNanos >= atLeast.toNanos();
  }
}
