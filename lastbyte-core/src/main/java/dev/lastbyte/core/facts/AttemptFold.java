// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.ConnectionEvent.GoAwayReceived;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.HostSlept;
import dev.lastbyte.core.event.LifeEvent.HostStalled;
import dev.lastbyte.core.event.LifeEvent.RetryDeclined;
import dev.lastbyte.core.event.LifeEvent.RetryHold;
import dev.lastbyte.core.event.LifeEvent.RetryScheduled;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.LifeEvent.ShadowDrained;
import dev.lastbyte.core.event.LocalEvent.AbortChecked;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.LocalEvent.TimerKind;
import dev.lastbyte.core.event.LocalEvent.TimerQuiet;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.SentinelSeen;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.Vantage;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the facts of one attempt together; each part has its own reader. */
final class AttemptFold {

  private AttemptFold() {}

  static AttemptFacts fold(AttemptEvents events) {
    Endings endings = Endings.in(events);
    return new AttemptFacts(
        events.attempt(),
        endings.first(),
        endings.later(),
        endings.atNanos(),
        Progress.until(endings, events),
        DeliveryReader.read(events),
        ExposureReader.read(events),
        CompletionReader.read(events),
        ClosingReader.read(endings.first(), events),
        ClockReader.at(endings, events),
        ToolReader.read(events),
        events.first(RequestDescribed.class),
        events.first(ResponseStarted.class),
        ConnectionReuse.in(events),
        correlations(events),
        sideObservations(events),
        ResponseAdvice.in(events));
  }

  private static List<CorrelationId> correlations(AttemptEvents events) {
    return events.every(Correlated.class).stream()
        .map(seen -> new CorrelationId(seen.event().correlation(), seen.event().value()))
        .distinct()
        .toList();
  }

  private static SideObservations sideObservations(AttemptEvents events) {
    return new SideObservations(
        lastContent(events),
        hasOutput(events),
        events.first(FinishSeen.class),
        events.first(SentinelSeen.class),
        malformed(events),
        events.first(ErrorSurfaced.class),
        events.first(AbortChecked.class),
        quietTimers(events),
        events.first(CloseEvent.class),
        events.first(GoAwayReceived.class),
        events.first(RunEnded.class, ended -> isApplication(ended.vantage())),
        events.wereFollowed() || events.has(RetryScheduled.class),
        hold(events),
        events.every(HostSlept.class),
        events.every(HostStalled.class),
        events.first(ShadowDrained.class),
        events.first(ContentOpaque.class));
  }

  /** What held the client back from another try: its word on the error, or on the retry. */
  private static @Nullable RetryHold hold(AttemptEvents events) {
    boolean isFinal =
        events.first(ErrorSurfaced.class, error -> error.retryable() == Known.NO) != null;
    Seen<RetryDeclined> declined = events.first(RetryDeclined.class);
    if (isFinal) {
      return RetryHold.FINAL_ERROR;
    }
    return declined == null ? null : declined.event().why();
  }

  /** The first broken rule; of all of them, a contradiction about the end weighs most. */
  private static @Nullable Seen<Malformed> malformed(AttemptEvents events) {
    Seen<Malformed> contradiction =
        events.first(Malformed.class, broken -> broken.what() == Malformation.CONTRADICTION);
    return contradiction == null ? events.first(Malformed.class) : contradiction;
  }

  private static @Nullable Integer lastContent(AttemptEvents events) {
    return events.every(ContentFlowed.class).stream()
        .filter(seen -> isContent(seen.event().content()))
        .max(Comparator.comparingLong(seen -> seen.event().lastAtNanos()))
        .map(Seen::id)
        .orElse(null);
  }

  private static boolean hasOutput(AttemptEvents events) {
    return events.flowed(Content.TEXT)
        || events.flowed(Content.TOOL_INPUT)
        || events.flowed(Content.SERVER_TOOL)
        || events.has(ToolCallStarted.class);
  }

  private static boolean isApplication(Vantage vantage) {
    return switch (vantage) {
      case AGENT, CLIENT, IMPORT -> true;
      case GATEWAY_DOWN, GATEWAY_UP, PROVIDER -> false;
    };
  }

  /** The last look at each timer. */
  private static List<Seen<TimerQuiet>> quietTimers(AttemptEvents events) {
    Map<TimerKind, Seen<TimerQuiet>> last = new EnumMap<>(TimerKind.class);
    events.every(TimerQuiet.class).forEach(seen -> last.put(seen.event().timer(), seen));
    return List.copyOf(last.values());
  }

  private static boolean isContent(Content kind) {
    return switch (kind) {
      case HEARTBEAT, LIFECYCLE -> false;
      case REASONING, TEXT, TOOL_INPUT, SERVER_TOOL -> true;
    };
  }
}
