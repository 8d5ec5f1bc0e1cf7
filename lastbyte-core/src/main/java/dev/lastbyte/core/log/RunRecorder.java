// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.log;

import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.privacy.RequestSecrets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the events of one run. Thread-safe; recording never throws and never blocks on anything
 * but another thread that records into the same run. Bounded: {@value
 * RunLog#MAX_EVENTS_PER_ATTEMPT} events of an attempt and of the run as a whole, {@value
 * #MAX_ATTEMPTS} attempts, a meter for each vantage of an attempt; {@link RunLog#dropped()} counts
 * what was let go.
 *
 * <pre>{@code
 * var recorder = RunRecorder.start(header, RunClock.system());
 * recorder.record(new DialStarted(recorder.stamp(1, GATEWAY_UP)));
 * ContentMeter meter = recorder.meter(1, GATEWAY_UP);
 * meter.flowed(TEXT, 93, recorder.now());
 * recorder.end(GATEWAY_UP);
 * RunLog log = recorder.log();
 * }</pre>
 */
public final class RunRecorder {

  /**
   * The most attempts of which events are kept: as many of the first as of the last. Twice what a
   * report details; and all that they may hold is read again by any reader of the format.
   */
  public static final int MAX_ATTEMPTS = 32;

  /** Of a run of one response there are somewhat fewer. */
  private static final int USUAL_EVENTS = 32;

  private final RunHeader header;
  private final RunClock clock;
  private final long beganAtNanos;
  private final AttemptBuffers attempts = new AttemptBuffers();
  private final RequestSecrets secrets;
  private final SecretFilter filter;
  private boolean ended;

  private RunRecorder(RunHeader header, RunClock clock, RequestSecrets secrets) {
    this.header = header;
    this.secrets = secrets;
    this.filter = new SecretFilter(secrets);
    this.clock = clock;
    this.beganAtNanos = clock.nanos();
  }

  /** A recorder whose run begins now. */
  public static RunRecorder start(RunHeader header, RunClock clock) {
    return start(header, clock, RequestSecrets.none());
  }

  /**
   * A recorder whose run begins now, and that keeps nothing of the secrets of its request.
   *
   * @param secrets its own from now on, until {@link #forgetSecrets}
   */
  public static RunRecorder start(RunHeader header, RunClock clock, RequestSecrets secrets) {
    return new RunRecorder(header, clock, secrets);
  }

  /** The request is over: its secrets are wiped from memory. What comes later is kept as it is. */
  public synchronized void forgetSecrets() {
    secrets.forget();
  }

  /** What is known of the run before its first event. */
  public RunHeader header() {
    return header;
  }

  /** Nanoseconds since the run began. */
  public long now() {
    return Math.max(0, clock.nanos() - beganAtNanos);
  }

  /**
   * A stamp of this moment.
   *
   * @param attempt from 1, or {@link Stamp#WHOLE_RUN}
   * @throws IllegalArgumentException if the attempt is negative
   */
  public Stamp stamp(int attempt, Vantage vantage) {
    return new Stamp(now(), attempt, vantage);
  }

  /**
   * Keeps an event; beyond the bound of its attempt, or of attempts, lets go of one from the middle
   * and counts it. What is no event (null, or without a stamp) is counted the same way: a log that
   * lacks something says so, since a tool may have run in what is lacking. A token that holds a
   * secret of the request is left out, and so is an identifier that is nothing else.
   */
  public synchronized void record(@Nullable RunEvent event) {
    if (event == null || event.stamp() == null) {
      attempts.drop();
      return;
    }
    RunEvent kept = filter.filter(event);
    if (kept != null) {
      attempts.add(kept);
    }
  }

  /**
   * The counter of stream pieces for one attempt as one vantage sees it, the same one whenever it
   * is asked for. One thread writes to it. Of an attempt that was let go it counts for nothing.
   *
   * @throws IllegalArgumentException if the attempt is negative
   */
  public synchronized ContentMeter meter(int attempt, Vantage vantage) {
    if (attempt < Stamp.WHOLE_RUN) {
      throw new IllegalArgumentException("attempt must not be negative, but was " + attempt);
    }
    EventBuffer buffer = attempts.of(attempt);
    if (buffer == null) {
      attempts.drop();
      return new ContentMeter(attempt, vantage);
    }
    return buffer.meter(attempt, vantage);
  }

  /**
   * Says that the run is over. Only the first call has an effect; what an application reports
   * afterwards (a tool that started, an abort that it had asked for) is still kept.
   */
  public synchronized void end(Vantage vantage) {
    if (!ended) {
      ended = true;
      record(new RunEnded(stamp(Stamp.WHOLE_RUN, vantage)));
    }
  }

  /** The run as recorded so far. */
  public synchronized RunLog log() {
    List<RunEvent> events = new ArrayList<>(USUAL_EVENTS);
    attempts.copyTo(events);
    return new RunLog(header, events, attempts.dropped());
  }
}
