// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.ConnectionEvent;
import dev.lastbyte.core.event.LifeEvent;
import dev.lastbyte.core.event.LocalEvent;
import dev.lastbyte.core.event.RequestEvent;
import dev.lastbyte.core.event.ResponseEvent;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.ToolEvent;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;

/** The furthest phase that was proven by a given moment. */
final class Progress {

  private Progress() {}

  static Phase until(Endings end, AttemptEvents events) {
    Phase furthest = toldBy(end.first());
    for (Seen<RunEvent> seen : events.all()) {
      if (isBefore(end, seen)) {
        Phase proven = provenBy(seen.event());
        furthest = proven.compareTo(furthest) > 0 ? proven : furthest;
      }
    }
    if (endedWell(end.first())) {
      return Phase.COMPLETE;
    }
    boolean seesNothing = furthest == Phase.PREPARE && !mayKnowThatNothingWasDialled(end, events);
    return seesNothing ? Phase.UNKNOWN : furthest;
  }

  /** An application cannot see whether its client dials; it knows only what it did not begin. */
  private static boolean mayKnowThatNothingWasDialled(Endings end, AttemptEvents events) {
    return end.first() instanceof Ending.NotBegun
        || events.first(RunEvent.class, event -> DeliveryReader.seesTheWire(event.vantage()))
            != null;
  }

  /** Where nothing was seen but an error, its text may tell how far its program had come. */
  private static Phase toldBy(Ending ending) {
    return ending instanceof Ending.Hinted hinted
        ? ErrorHints.phase(hinted.seen().event().chain())
        : Phase.PREPARE;
  }

  /**
   * Order decides, since one socket read gives many events one time; but counters stand behind the
   * events of their own moment, so that for them time decides.
   */
  private static boolean isBefore(Endings end, Seen<RunEvent> seen) {
    return seen.event() instanceof StreamEvent.ContentFlowed flow
        ? flow.atNanos() <= end.atNanos()
        : seen.id() <= end.id();
  }

  private static boolean endedWell(Ending ending) {
    return ending instanceof Ending.Finished finished && finished.cut() == null;
  }

  private static Phase provenBy(RunEvent event) {
    return switch (event) {
      case LifeEvent life -> Phase.PREPARE;
      case ConnectionEvent connection -> provenBy(connection);
      case RequestEvent.RequestDescribed described -> Phase.PREPARE;
      case RequestEvent.ConversationSeen seen -> Phase.PREPARE;
      case RequestEvent.RunLinked linked -> Phase.PREPARE;
      case RequestEvent.RequestBegan began -> Phase.SEND;
      case RequestEvent.RequestProgressed progressed -> Phase.SEND;
      case RequestEvent.RequestSent sent -> Phase.AWAIT_HEADERS;
      case ResponseEvent.ResponseStarted head -> Phase.AWAIT_FIRST_BYTE;
      case ResponseEvent.Correlated id -> Phase.PREPARE;
      case ResponseEvent.ErrorBodySeen body -> Phase.PREPARE;
      case ResponseEvent.RetryAdvised advice -> Phase.PREPARE;
      case ResponseEvent.BodyBegan body -> Phase.AWAIT_CONTENT;
      // Its bytes may be those of its framing.
      case ResponseEvent.BodyEnded body -> Phase.PREPARE;
      case StreamEvent stream -> provenBy(stream);
      case ToolEvent.ToolMaterialised task -> Phase.TOOL_READY;
      case ToolEvent.ToolStarted started -> Phase.TOOL_RUNNING;
      case ToolEvent.ToolEnded ended -> provenBy(ended.outcome());
      case ToolEvent.ToolResultSent sent -> Phase.PREPARE;
      case ToolEvent.ToolRepeated repeated -> Phase.PREPARE;
      case LocalEvent local -> Phase.PREPARE;
      case CloseEvent close -> Phase.PREPARE;
    };
  }

  private static Phase provenBy(ToolOutcome outcome) {
    return switch (outcome) {
      case INVALID_ARGUMENTS, DROPPED -> Phase.TOOL_READY; // It did not run.
      case TIMED_OUT, INTERRUPTED -> Phase.TOOL_RUNNING;
      case DONE, FAILED -> Phase.TOOL_DONE;
    };
  }

  private static Phase provenBy(ConnectionEvent event) {
    return switch (event) {
      case ConnectionEvent.LookupStarted started -> Phase.RESOLVE;
      case ConnectionEvent.LookupFailed failed -> Phase.RESOLVE;
      case ConnectionEvent.DialStarted started -> Phase.CONNECT;
      case ConnectionEvent.DialFailed failed -> Phase.CONNECT;
      case ConnectionEvent.Connected connected -> Phase.CONNECT;
      case ConnectionEvent.ProxyStarted started -> Phase.CONNECT;
      case ConnectionEvent.ProxyFailed failed -> Phase.CONNECT;
      case ConnectionEvent.TlsStarted started -> Phase.TLS;
      case ConnectionEvent.TlsFailed failed -> Phase.TLS;
      case ConnectionEvent.TlsDone done -> Phase.SEND;
      case ConnectionEvent.ConnectionReused reused -> Phase.SEND;
      case ConnectionEvent.GoAwayReceived away -> Phase.PREPARE;
    };
  }

  private static Phase provenBy(StreamEvent event) {
    return switch (event) {
      case StreamEvent.ContentFlowed flow -> provenBy(flow.content());
      case StreamEvent.ToolCallStarted started -> Phase.TOOL_INPUT;
      case StreamEvent.ToolCallReady ready -> Phase.TOOL_READY;
      case StreamEvent.TerminalProven proven -> Phase.FINISHING;
      case StreamEvent.PieceArrived piece -> Phase.AWAIT_CONTENT;
      case StreamEvent.StreamBroke broke -> Phase.PREPARE;
      case StreamEvent.ContentOpaque opaque -> Phase.PREPARE;
      case StreamEvent.FinishSeen finish -> Phase.AWAIT_CONTENT;
      case StreamEvent.SentinelSeen sentinel -> Phase.AWAIT_CONTENT;
      // Who says an error has answered, be it without a status, as on a WebSocket.
      case StreamEvent.ProviderFailed failed -> Phase.AWAIT_FIRST_BYTE;
      case StreamEvent.Malformed malformed -> Phase.PREPARE;
    };
  }

  private static Phase provenBy(Content kind) {
    return switch (kind) {
      case HEARTBEAT, LIFECYCLE -> Phase.AWAIT_CONTENT;
      case REASONING -> Phase.REASONING;
      case TEXT -> Phase.TEXT;
      case TOOL_INPUT -> Phase.TOOL_INPUT;
      case SERVER_TOOL -> Phase.SERVER_TOOL;
    };
  }
}
