// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.LocalEvent.OutputRetracted;
import dev.lastbyte.core.event.LocalEvent.OutputShown;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.event.StreamEvent.PieceArrived;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent;
import dev.lastbyte.core.facts.Exposure.Effect;
import dev.lastbyte.core.facts.Exposure.Visible;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the user and the world saw. Where the log is silent, and where its facts contradict
 * each other, it is the worst that is possible.
 */
final class ExposureReader {

  private ExposureReader() {}

  static Exposure read(AttemptEvents events) {
    return new Exposure(
        visible(events), toldTools(events), unseenTools(events), providerTools(events));
  }

  private static Visible visible(AttemptEvents events) {
    Seen<OutputRetracted> retracted = events.lastRetraction();
    Seen<OutputShown> shown = last(OutputShown.class, events);
    if (retracted != null && shown != null && shown.id() > retracted.id()) {
      retracted = null;
    }
    if (stands(Content.TEXT, events, retracted)) {
      return Visible.TEXT;
    }
    if (events.areIncomplete() || unknownStands(events, retracted)) {
      return Visible.UNKNOWN;
    }
    return stands(Content.REASONING, events, retracted) ? Visible.REASONING : Visible.NOTHING;
  }

  /** Whether something was or may have been shown that is not known, and was not taken back. */
  private static boolean unknownStands(
      AttemptEvents events, @Nullable Seen<OutputRetracted> retracted) {
    return Stream.of(
            last(ContentOpaque.class, events),
            last(PieceArrived.class, events),
            last(ProcessLost.class, events),
            last(OutputShown.class, events))
        .anyMatch(seen -> seen != null && (retracted == null || seen.id() > retracted.id()));
  }

  private static <E extends RunEvent> @Nullable Seen<E> last(Class<E> type, AttemptEvents events) {
    List<Seen<E>> every = events.every(type);
    return every.isEmpty() ? null : every.getLast();
  }

  /** Whether content came that was not taken back: what came after that cannot have been. */
  private static boolean stands(
      Content kind, AttemptEvents events, @Nullable Seen<OutputRetracted> retracted) {
    return events.first(
            ContentFlowed.class,
            flow ->
                flow.content() == kind
                    && (retracted == null || flow.lastAtNanos() > retracted.event().atNanos()))
        != null;
  }

  private static boolean isContentUnseen(AttemptEvents events) {
    return events.has(ContentOpaque.class)
        || events.has(ProcessLost.class)
        || events.areIncomplete();
  }

  private static Effect toldTools(AttemptEvents events) {
    Effect worst = Effect.NONE;
    for (ToolCall call : ToolReader.read(events)) {
      worst = worst.orWorse(call.doneIf(call.effect()));
    }
    return worst;
  }

  /** A call that was seen says nothing of those that could not be. */
  private static Effect unseenTools(AttemptEvents events) {
    boolean unseen = isContentUnseen(events) || events.has(PieceArrived.class);
    return unseen && toolsWereOffered(events) ? Effect.UNKNOWN : Effect.NONE;
  }

  private static boolean toolsWereOffered(AttemptEvents events) {
    Seen<RequestDescribed> request = events.first(RequestDescribed.class);
    return request == null
        || request.event().toolsOffered() != 0
        || request.event().serverTools() == Known.UNKNOWN
        || hasUnclassified(request.event())
        || events.first(RunEvent.class, ExposureReader::isOfATool) != null;
  }

  private static boolean isOfATool(RunEvent event) {
    return event instanceof ToolEvent || event instanceof ToolCallStarted;
  }

  private static boolean hasUnclassified(RequestDescribed request) {
    Long unclassified = request.toolsUnclassified();
    return unclassified != null && unclassified > 0;
  }

  /** Tools that the provider executes itself may have run as soon as it has the request. */
  private static Effect providerTools(AttemptEvents events) {
    if (!DeliveryReader.read(events).mayBeProcessed() || wasRejected(events)) {
      return Effect.NONE;
    }
    Seen<RequestDescribed> request = events.first(RequestDescribed.class);
    if (events.flowed(Content.SERVER_TOOL)) {
      return request != null && onlyReads(request.event()) ? Effect.HARMLESS : Effect.POSSIBLE;
    }
    if (request == null) {
      return Effect.UNKNOWN;
    }
    return switch (request.event().serverTools()) {
      case NO -> hasUnclassified(request.event()) ? Effect.UNKNOWN : Effect.NONE;
      case YES -> Effect.POSSIBLE;
      case UNKNOWN -> Effect.UNKNOWN;
    };
  }

  /** A tool of the provider's that ran though none was offered is one that nothing is known of. */
  private static boolean onlyReads(RequestDescribed request) {
    return request.serverTools() == Known.NO
        && request.serverReads() == Known.YES
        && !hasUnclassified(request);
  }

  private static boolean wasRejected(AttemptEvents events) {
    Seen<ResponseStarted> head = events.first(ResponseStarted.class);
    return head != null
        && Rejection.isCertain(head.event().status(), ResponseAdvice.in(events))
        && events.first(RunEvent.class, ExposureReader::isWork) == null;
  }

  /** Whether an event shows that the provider worked on the request, whatever its status says. */
  private static boolean isWork(RunEvent event) {
    return event instanceof ToolCallStarted
        || (event instanceof ContentFlowed flow
            && switch (flow.content()) {
              case HEARTBEAT, LIFECYCLE -> false;
              case REASONING, TEXT, TOOL_INPUT, SERVER_TOOL -> true;
            });
  }
}
