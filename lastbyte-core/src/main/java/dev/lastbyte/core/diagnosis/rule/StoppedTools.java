// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.event.LocalEvent.TimerKind;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.Phase;
import dev.lastbyte.core.facts.Seen;
import dev.lastbyte.core.facts.ToolCall;
import org.jspecify.annotations.Nullable;

/**
 * Runs whose response was whole, and whose tools this side stopped: by an abort, a timer, or with
 * its own process. That a tool was interrupted is what came of it, and explains nothing.
 */
final class StoppedTools {

  private StoppedTools() {}

  /** What stopped the tools of a finished response, or null if nothing did. */
  static @Nullable Finding in(AttemptFacts facts) {
    for (Ending later : facts.later()) {
      Seen<?> stop = stopBy(later);
      Phase phase = stop == null ? null : phaseAt(stop, later, facts);
      if (phase != null) {
        return Diagnoser.judge(later, facts).at(phase);
      }
    }
    return null;
  }

  private static @Nullable Seen<?> stopBy(Ending ending) {
    return switch (ending) {
      case Ending.Aborted aborted -> aborted.seen();
      case Ending.Lost lost -> lost.seen();
      // A tool's own timer ends that tool, which its outcome tells.
      case Ending.TimedOut timer when timer.seen().event().timer() != TimerKind.TOOL ->
          timer.seen();
      default -> null; // Nothing else stops a tool.
    };
  }

  /** How far the furthest of the calls had come that were stopped, or null if none was. */
  private static @Nullable Phase phaseAt(Seen<?> stop, Ending ending, AttemptFacts facts) {
    Phase furthest = null;
    for (ToolCall call : facts.tools()) {
      Phase phase = wasStopped(call, stop, ending) ? ToolCauses.phaseOf(call.state()) : null;
      if (phase != null && (furthest == null || phase.compareTo(furthest) > 0)) {
        furthest = phase;
      }
    }
    return furthest;
  }

  private static boolean wasStopped(ToolCall call, Seen<?> stop, Ending ending) {
    return switch (call.state()) {
      case STARTED -> true;
      case READY -> ending instanceof Ending.Aborted;
      case FAILED, TIMED_OUT, INTERRUPTED -> stop.id() < call.lastEvent();
      case DONE -> true; // Its result was not sent any more.
      case BEGUN, REJECTED, DROPPED, REPORTED -> false;
    };
  }
}
