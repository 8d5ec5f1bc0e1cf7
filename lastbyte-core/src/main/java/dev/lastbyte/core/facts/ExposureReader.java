// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.facts.Exposure.Effect;
import dev.lastbyte.core.facts.Exposure.Visible;
import dev.lastbyte.core.privacy.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the user and the world saw; where the log is silent, the worst that is possible. */
final class ExposureReader {

  private ExposureReader() {}

  static Exposure read(AttemptEvents events) {
    return new Exposure(visible(events), effect(events));
  }

  private static Visible visible(AttemptEvents events) {
    if (events.flowed(Content.TEXT)) {
      return Visible.TEXT;
    }
    if (events.has(ContentOpaque.class) || events.has(ProcessLost.class)) {
      return Visible.UNKNOWN;
    }
    return events.flowed(Content.REASONING) ? Visible.REASONING : Visible.NOTHING;
  }

  private static Effect effect(AttemptEvents events) {
    Effect local = localTools(events);
    Effect remote = providerTools(events);
    return worseOf(local, remote);
  }

  private static Effect worseOf(Effect one, Effect other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Effect localTools(AttemptEvents events) {
    List<Seen<ToolStarted>> started = events.every(ToolStarted.class);
    if (!started.isEmpty()) {
      return executed(started, events);
    }
    if (events.has(ToolEnded.class)) {
      return Effect.DONE;
    }
    if (events.has(ToolCallReady.class)) {
      return Effect.POSSIBLE;
    }
    boolean unseen = events.has(ContentOpaque.class) || events.has(ProcessLost.class);
    return unseen && toolsWereOffered(events) ? Effect.UNKNOWN : Effect.NONE;
  }

  private static boolean toolsWereOffered(AttemptEvents events) {
    Seen<RequestDescribed> request = events.first(RequestDescribed.class);
    return request == null || request.event().toolsOffered() != 0;
  }

  private static Effect executed(List<Seen<ToolStarted>> started, AttemptEvents events) {
    Set<@Nullable Token> ended = new HashSet<>();
    events.every(ToolEnded.class).forEach(seen -> ended.add(seen.event().call()));
    Effect worst = Effect.HARMLESS;
    for (Seen<ToolStarted> seen : started) {
      if (seen.event().effect().mayHurtTwice()) {
        Effect effect = ended.contains(seen.event().call()) ? Effect.DONE : Effect.STARTED;
        worst = worseOf(worst, effect);
      }
    }
    return worst;
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
    return head != null && Rejection.isCertain(head.event().status());
  }
}
