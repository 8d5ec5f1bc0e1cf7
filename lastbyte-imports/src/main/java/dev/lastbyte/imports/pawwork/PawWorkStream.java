// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.pawwork;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.RunTimestamps;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What the AI SDK handed to the agent, counted by kind. The file times the first and the last piece
 * of all kinds together, so that each kind is only known to lie between the two.
 */
final class PawWorkStream {

  /** The most tool calls taken over: each is up to four events of the attempt's 256. */
  private static final long MAX_CALLS = 32;

  /**
   * Events by which the SDK frames content. Its own {@code start} is not among them: it is sent
   * before the provider said anything.
   */
  private static final List<String> FRAMES =
      List.of(
          "start_step",
          "finish_step",
          "finish",
          "text_start",
          "text_end",
          "reasoning_start",
          "reasoning_end",
          "tool_input_start",
          "tool_input_end");

  private final JsonFields trace;
  private final RunTimestamps timestamps;
  private final int attempt;

  PawWorkStream(JsonFields trace, RunTimestamps timestamps, int attempt) {
    this.trace = trace;
    this.timestamps = timestamps;
    this.attempt = attempt;
  }

  /** Whether the stream held the results of tools. */
  boolean countsTools() {
    return count("tool_result") + count("tool_error") > 0;
  }

  void addTo(List<RunEvent> events) {
    flowed(events, Content.LIFECYCLE, FRAMES.stream().mapToLong(this::count).sum());
    flowed(events, Content.REASONING, count("reasoning_delta"));
    flowed(events, Content.TEXT, count("text_delta"));
    flowed(events, Content.TOOL_INPUT, count("tool_input_delta"));
    calls(events);
    executions(events, count("tool_result"), ToolOutcome.DONE);
    executions(events, count("tool_error"), ToolOutcome.FAILED);
    finish(events);
  }

  private void flowed(List<RunEvent> events, Content kind, long count) {
    if (count > 0) {
      events.add(new ContentFlowed(firstProgress(), kind, count, 0, lastProgress().atNanos()));
    }
  }

  private void calls(List<RunEvent> events) {
    long ready = Math.min(count("tool_call"), MAX_CALLS);
    long started = Math.clamp(count("tool_input_start"), ready, MAX_CALLS);
    for (int call = 0; call < started; call++) {
      events.add(new ToolCallStarted(lastProgress(), call, null, null));
      if (call < ready) {
        events.add(new ToolCallReady(lastProgress(), call));
      }
    }
  }

  /** A result in the stream proves that a tool ran; its effect is not in the file. */
  private void executions(List<RunEvent> events, long count, ToolOutcome outcome) {
    LongStream.range(0, Math.min(count, MAX_CALLS))
        .forEach(call -> {
          events.add(new ToolStarted(lastEvent(), null, ToolEffect.UNKNOWN));
          events.add(new ToolEnded(lastEvent(), null, outcome));
        });
  }

  /**
   * The SDK ends every stream with a finish of its own making; only a reason that the provider gave
   * tells it from a stream that merely stopped.
   */
  private void finish(List<RunEvent> events) {
    Finish reason = reason();
    if (reason != null) {
      events.add(new FinishSeen(lastEvent(), reason));
      if (count("finish") > 0 && !trace.isTrue("flags.stream_error")) {
        events.add(new TerminalProven(lastEvent(), reason));
      }
    }
  }

  private @Nullable Finish reason() {
    return switch (trace.textOrEmpty("stream_events.finish_reason")) {
      case "stop" -> Finish.STOP;
      case "length" -> Finish.LENGTH;
      case "tool-calls" -> Finish.TOOL_CALLS;
      case "content-filter" -> Finish.CONTENT_FILTER;
      default -> null;
    };
  }

  private long count(String event) {
    return trace.count("stream_events." + event);
  }

  private Stamp firstProgress() {
    return timestamps.stamp(
        attempt,
        trace.number("stream.timeline.first_provider_progress_at"),
        trace.number("stream.timeline.first_event_at"));
  }

  private Stamp lastProgress() {
    return timestamps.stamp(
        attempt,
        trace.number("stream.timeline.last_provider_progress_at"),
        trace.number("stream.timeline.last_event_at"),
        trace.number("completed_at"));
  }

  private Stamp lastEvent() {
    return timestamps.stamp(
        attempt, trace.number("stream.timeline.last_event_at"), trace.number("completed_at"));
  }
}
