// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.log;

import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Collects the events of one run. Thread-safe; recording never throws and never blocks on anything
 * but another thread that records into the same run.
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

  /** Of a run of one answer there are somewhat fewer. */
  private static final int USUAL_EVENTS = 32;

  private final RunHeader header;
  private final RunClock clock;
  private final long beganAtNanos;
  private final TreeMap<Integer, EventBuffer> buffers = new TreeMap<>();
  private final List<ContentMeter> meters = new ArrayList<>(2);
  private int latestAttempt = Stamp.WHOLE_RUN;
  private EventBuffer latest = new EventBuffer();
  private boolean ended;

  private RunRecorder(RunHeader header, RunClock clock) {
    this.header = header;
    this.clock = clock;
    this.beganAtNanos = clock.nanos();
    buffers.put(latestAttempt, latest);
  }

  /** A recorder whose run begins now. */
  public static RunRecorder start(RunHeader header, RunClock clock) {
    return new RunRecorder(header, clock);
  }

  /** What is known of the run before its first event. */
  public RunHeader header() {
    return header;
  }

  /** Nanoseconds since the run began. */
  public long now() {
    return Math.max(0, clock.nanos() - beganAtNanos);
  }

  /** A stamp of this moment. */
  public Stamp stamp(int attempt, Vantage vantage) {
    return new Stamp(now(), attempt, vantage);
  }

  /** Keeps an event; beyond the bound of its attempt, lets go of one from the middle. */
  public synchronized void record(RunEvent event) {
    int attempt = event.attempt();
    if (attempt != latestAttempt) {
      latest = buffers.computeIfAbsent(attempt, first -> new EventBuffer());
      latestAttempt = attempt;
    }
    latest.add(event);
  }

  /** A counter of stream pieces for one attempt as one vantage sees it. One thread writes to it. */
  public synchronized ContentMeter meter(int attempt, Vantage vantage) {
    var meter = new ContentMeter(attempt, vantage);
    meters.add(meter);
    return meter;
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
    long dropped = 0;
    for (EventBuffer buffer : buffers.values()) {
      buffer.copyTo(events);
      dropped += buffer.dropped();
    }
    for (ContentMeter meter : meters) {
      meter.copyTo(events);
    }
    return new RunLog(header, events, dropped);
  }
}
