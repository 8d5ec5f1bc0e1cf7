// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.pawwork;

import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.RunTimestamps;
import java.util.List;

/**
 * What PawWork's observation of a run says that one attempt passed. A milestone is a flag: what it
 * stands for happened at least once, at a time that was not kept.
 */
final class PawWorkMilestones {

  private final JsonFields observation;
  private final RunTimestamps timestamps;
  private final int attempt;
  private final String path;

  PawWorkMilestones(JsonFields observation, RunTimestamps timestamps, int attempt) {
    this.observation = observation;
    this.timestamps = timestamps;
    this.attempt = attempt;
    this.path = "attempts." + (attempt - 1) + ".";
  }

  /**
   * Adds the attempt's events.
   *
   * @param contentCounted whether the trace counts this attempt's content, so that its flags would
   *     count it twice
   * @param toolsCounted whether it counts the tools that this attempt finished
   */
  void addTo(List<RunEvent> events, boolean contentCounted, boolean toolsCounted) {
    events.add(new AttemptStarted(stamp()));
    if (!contentCounted) {
      content(events);
    }
    if (!toolsCounted || !reached("tool_execution_completed")) {
      execution(events);
    }
  }

  private void content(List<RunEvent> events) {
    if (reached("provider_progress_seen")) {
      events.add(atLeastOne(Content.LIFECYCLE));
    }
    if (reached("reasoning_output_started")) {
      events.add(atLeastOne(Content.REASONING));
    }
    if (reached("text_output_started")) {
      events.add(atLeastOne(Content.TEXT));
    }
    if (reached("tool_input_started") || reached("tool_call_materialized")) {
      events.add(new ToolCallStarted(stamp(), 0, null, null));
    }
    if (reached("tool_call_materialized")) {
      events.add(new ToolCallReady(stamp(), 0));
    }
  }

  private void execution(List<RunEvent> events) {
    if (reached("tool_execution_started")) {
      events.add(new ToolStarted(toolStamp(), null, effect()));
      if (reached("tool_execution_completed")) {
        events.add(new ToolEnded(toolStamp(), null, ToolOutcome.DONE));
      }
    }
  }

  /** What the agent declares of its own tools, where it says that it knows all of them. */
  private ToolEffect effect() {
    if (!reached("unsafe_side_effect_started")) {
      boolean allKnown = observation.isTrue("side_effect_facts_complete");
      return allKnown ? ToolEffect.READ_ONLY : ToolEffect.UNKNOWN;
    }
    boolean ofOneKind = observation.text("unsafe_side_effect_kinds.1") == null;
    return switch (ofOneKind ? observation.textOrEmpty("unsafe_side_effect_kinds.0") : "") {
      case "local_file_write" -> ToolEffect.LOCAL_WRITE;
      case "local_process" -> ToolEffect.PROCESS;
      default -> ToolEffect.UNKNOWN;
    };
  }

  private ContentFlowed atLeastOne(Content kind) {
    return new ContentFlowed(stamp(), kind, 1, 0, stamp().atNanos());
  }

  private boolean reached(String milestone) {
    return observation.isTrue(path + milestone);
  }

  private Stamp stamp() {
    return timestamps.stamp(attempt, observation.number(path + "started_at"));
  }

  private Stamp toolStamp() {
    return timestamps.stamp(
        attempt,
        observation.number(path + "last_tool_completed_at"),
        observation.number(path + "started_at"));
  }
}
