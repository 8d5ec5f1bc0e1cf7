// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.pawwork;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.RunTimestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One traced request of PawWork as a run log.
 *
 * <p>The trace (schema 1, with a {@code stream} of schema 2 in newer versions) counts what the AI
 * SDK handed to the agent and describes the attempt that ended the run; the observation (schema 1
 * and 2) says for each attempt which of the agent's milestones were passed.
 */
final class PawWorkRun {

  /** The most attempts taken over; the application itself retries a handful of times. */
  private static final int MAX_ATTEMPTS = 64;

  /** The end of the year 9999: a start beyond it is no time. */
  private static final long LATEST_START_EPOCH_MILLIS = 253_402_300_799_999L;

  private final JsonFields trace;
  private final JsonFields observation;
  private final RunTimestamps timestamps;
  private final List<RunEvent> events = new ArrayList<>();

  private PawWorkRun(JsonFields trace, JsonFields observation) {
    this.trace = trace;
    this.observation = observation;
    this.timestamps = new RunTimestamps(startedAt(trace, observation));
  }

  /**
   * The run log of one trace.
   *
   * @param observation the observation of the same run, or {@link JsonFields#NONE}
   * @param number the trace's place in its file, which names it if it has no usable name itself
   */
  static RunLog of(JsonFields trace, JsonFields observation, int number) {
    return new PawWorkRun(trace, observation).log(number);
  }

  private RunLog log(int number) {
    int last = attempts();
    var stream = new PawWorkStream(trace, timestamps, last);
    request();
    for (int attempt = 1; attempt <= last; attempt++) {
      boolean traced = attempt == last;
      new PawWorkMilestones(observation, timestamps, attempt)
          .addTo(events, traced, traced && stream.countsTools());
    }
    stream.addTo(events);
    new PawWorkEnding(trace, observation, timestamps, last).addTo(events);
    events.add(new RunEnded(ending(Stamp.WHOLE_RUN)));
    return new RunLog(header(number), events, 0);
  }

  private RunHeader header(int number) {
    Token named = Token.orNull(trace.text("trace_id"));
    return new RunHeader(
        Objects.requireNonNullElseGet(named, () -> new Token("import-" + number)),
        timestamps.startedAtEpochMillis(),
        Token.orNull(trace.text("provider")));
  }

  private void request() {
    events.add(
        new RequestDescribed(
            timestamps.stamp(Stamp.WHOLE_RUN),
            // The provider's name does not settle which of its APIs was spoken.
            Dialect.UNKNOWN,
            Token.orNull(trace.text("model")),
            known(trace.bool("request.streaming")),
            Known.UNKNOWN,
            known(
                observation.bool(
                    "side_effect_boundary_snapshot.provider_executed_capability_present")),
            (int) trace.count("request.tool_count"),
            0));
  }

  /** How many attempts the run had, as far as the file tells: at least one. */
  private int attempts() {
    int reported = 0;
    while (reported < MAX_ATTEMPTS
        && observation.number("attempts." + reported + ".started_at") != null) {
      reported++;
    }
    long index = Math.min(trace.count("stream.attempt.attempt_index"), MAX_ATTEMPTS - 1);
    return Math.max(reported, (int) index + 1);
  }

  private Stamp ending(int attempt) {
    return timestamps.stamp(
        attempt,
        trace.number("completed_at"),
        trace.number("stream.timeline.failed_at"),
        trace.number("stream.timeline.completed_at"),
        trace.number("stream.timeline.last_event_at"));
  }

  private static long startedAt(JsonFields trace, JsonFields observation) {
    Long created = trace.number("stream.timeline.collector_created_at");
    if (observation.number("attempts.1.started_at") != null || created == null) {
      // The collector is the last attempt's; the run began with the first.
      created = Objects.requireNonNullElse(observation.number("created_at"), created(trace));
    }
    return Math.clamp(created, 0L, LATEST_START_EPOCH_MILLIS);
  }

  private static long created(JsonFields trace) {
    return Objects.requireNonNullElse(trace.number("created_at"), 0L);
  }

  private static Known known(@Nullable Boolean truth) {
    return truth == null ? Known.UNKNOWN : Known.of(truth);
  }
}
