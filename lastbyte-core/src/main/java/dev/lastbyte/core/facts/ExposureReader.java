// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.LocalEvent.OutputRetracted;
import dev.lastbyte.core.event.LocalEvent.OutputShown;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.facts.Exposure.Effect;
import dev.lastbyte.core.facts.Exposure.Visible;
import java.util.List;

/** Reads what the user and the world saw; where the log is silent, the worst that is possible. */
final class ExposureReader {

  private ExposureReader() {}

  static Exposure read(AttemptEvents events) {
    return new Exposure(
        visible(events), toldTools(events), untoldTools(events).orWorse(providerTools(events)));
  }

  private static Visible visible(AttemptEvents events) {
    if (wasRetracted(events)) {
      return Visible.NOTHING;
    }
    if (events.flowed(Content.TEXT)) {
      return Visible.TEXT;
    }
    if (events.has(ContentOpaque.class) || events.has(ProcessLost.class)) {
      return Visible.UNKNOWN;
    }
    return events.flowed(Content.REASONING) ? Visible.REASONING : Visible.NOTHING;
  }

  /** Taken back, and nothing shown since. */
  private static boolean wasRetracted(AttemptEvents events) {
    List<Seen<OutputRetracted>> retracted = events.every(OutputRetracted.class);
    List<Seen<OutputShown>> shown = events.every(OutputShown.class);
    return !retracted.isEmpty()
        && (shown.isEmpty() || shown.getLast().id() < retracted.getLast().id());
  }

  private static Effect toldTools(AttemptEvents events) {
    Effect worst = Effect.NONE;
    for (ToolCall call : ToolReader.read(events)) {
      worst = worst.orWorse(call.doneIf(call.effect()));
    }
    return worst;
  }

  /** A call that was seen says nothing of those that could not be. */
  private static Effect untoldTools(AttemptEvents events) {
    boolean unseen =
        events.has(ContentOpaque.class) || events.has(ProcessLost.class) || events.areIncomplete();
    return unseen && toolsWereOffered(events) ? Effect.UNKNOWN : Effect.NONE;
  }

  private static boolean toolsWereOffered(AttemptEvents events) {
    Seen<RequestDescribed> request = events.first(RequestDescribed.class);
    return request == null || request.event().toolsOffered() != 0;
  }

  /** Tools that the provider executes itself may have run as soon as it has the request. */
  private static Effect providerTools(AttemptEvents events) {
    if (!DeliveryReader.read(events).mayBeProcessed() || wasRejected(events)) {
      return Effect.NONE;
    }
    Seen<RequestDescribed> request = events.first(RequestDescribed.class);
    if (request == null) {
      return Effect.UNKNOWN;
    }
    return switch (request.event().serverTools()) {
      case NO -> events.flowed(Content.SERVER_TOOL) ? Effect.HARMLESS : Effect.NONE;
      case YES -> Effect.POSSIBLE;
      case UNKNOWN -> Effect.UNKNOWN;
    };
  }

  private static boolean wasRejected(AttemptEvents events) {
    Seen<ResponseStarted> head = events.first(ResponseStarted.class);
    return head != null && Rejection.isCertain(head.event().status(), ResponseAdvice.in(events));
  }
}
