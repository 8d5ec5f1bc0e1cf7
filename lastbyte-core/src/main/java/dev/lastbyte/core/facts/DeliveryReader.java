// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.CloseEvent.ResetCode;
import dev.lastbyte.core.event.CloseEvent.StreamReset;
import dev.lastbyte.core.event.ConnectionEvent;
import dev.lastbyte.core.event.ConnectionEvent.GoAwayReceived;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.LocalEvent.SetupFailed;
import dev.lastbyte.core.event.RequestEvent.RequestBegan;
import dev.lastbyte.core.event.RequestEvent.RequestProgressed;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.ResponseEvent.BodyBegan;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.PieceArrived;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.SentinelSeen;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.Vantage;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the provider's side certainly received. Where observations contradict each other, the
 * one that leaves the provider with more to work on is believed.
 */
final class DeliveryReader {

  private DeliveryReader() {}

  static Delivery read(AttemptEvents events) {
    if (events.first(RunEvent.class, DeliveryReader::isOfAResponse) != null) {
      return Delivery.RECEIVED;
    }
    if (wasTurnedAway(events)) {
      return Delivery.UNPROCESSED;
    }
    if (events.has(RequestSent.class)) {
      return Delivery.SENT;
    }
    if (events.has(RequestBegan.class) || events.has(RequestProgressed.class)) {
      return Delivery.PARTIAL;
    }
    if (events.has(SetupFailed.class)) {
      return Delivery.NOTHING;
    }
    return sawTheWire(events) && !events.areIncomplete() ? Delivery.NOTHING : Delivery.UNKNOWN;
  }

  /** Whether an event can only be there because a byte of a response was. */
  static boolean isOfAResponse(RunEvent event) {
    return switch (event) {
      case ResponseStarted head -> true;
      case BodyBegan body -> true;
      case BodyEnded body -> body.bytes() > 0;
      case ContentFlowed flow -> true;
      case PieceArrived piece -> true;
      case ToolCallStarted call -> true;
      case ToolCallReady call -> true;
      case FinishSeen finish -> true;
      case TerminalProven proof -> true;
      case SentinelSeen sentinel -> true;
      case ProviderFailed failed -> true;
      default -> false; // Any other can be seen without one.
    };
  }

  private static boolean wasTurnedAway(AttemptEvents events) {
    return events.first(GoAwayReceived.class, away -> away.processed() == Known.NO) != null
        || events.first(
                StreamReset.class,
                reset -> reset.fromPeer() && reset.code() == ResetCode.REFUSED_STREAM)
            != null;
  }

  /** Only a vantage that would have seen the request leave may conclude that it did not. */
  private static boolean sawTheWire(AttemptEvents events) {
    return !events.has(ProcessLost.class)
        && (seesTheWire(events.first(AttemptStarted.class))
            || seesTheWire(events.first(ConnectionEvent.class)));
  }

  private static boolean seesTheWire(@Nullable Seen<? extends RunEvent> seen) {
    return seen != null && seesTheWire(seen.event().vantage());
  }

  /** Whether the connection to the provider is seen from there. */
  static boolean seesTheWire(Vantage vantage) {
    return switch (vantage) {
      case GATEWAY_UP, CLIENT -> true;
      case AGENT, GATEWAY_DOWN, PROVIDER, IMPORT -> false;
    };
  }
}
