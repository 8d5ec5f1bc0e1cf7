// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness.fromrun;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.CloseEvent.ResetCode;
import dev.lastbyte.core.event.CloseEvent.StreamReset;
import dev.lastbyte.core.event.CloseEvent.WebSocketClosed;
import dev.lastbyte.core.event.ConnectionEvent.GoAwayReceived;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a recorded attempt ended, as a verb of the harness.
 *
 * @param yaml the verb, with its value
 * @param framing the framing that it takes; null where any does
 * @param beats whether heartbeats went on to the end
 */
record ScenarioEnding(String yaml, @Nullable String framing, boolean beats) {

  static ScenarioEnding of(List<RunEvent> events) {
    Optional<GoAwayReceived> away = ScenarioExport.first(events, GoAwayReceived.class);
    if (away.isPresent()) {
      return plain(goAway(away.get()), "h2");
    }
    Optional<BodyEnded> body = ScenarioExport.first(events, BodyEnded.class);
    if (body.isPresent() && body.get().how() == BodyEnd.WHOLE) {
      return plain("end_of_message", null);
    }
    return ScenarioExport.first(events, CloseEvent.class)
        .filter(CloseEvent::byPeer)
        .map(ScenarioEnding::closed)
        .orElseGet(() -> silent(events));
  }

  private static String goAway(GoAwayReceived away) {
    String code = away.code() == null ? "no_error" : away.code().value().toLowerCase(Locale.ROOT);
    return away.processed() == Known.NO
        ? "{goaway: {code: %s, last_stream: 0}}".formatted(code)
        : "{goaway: %s}".formatted(code);
  }

  private static ScenarioEnding closed(CloseEvent close) {
    return switch (close) {
      case StreamReset reset -> plain("{reset_stream: %s}".formatted(code(reset.code())), "h2");
      case WebSocketClosed socket ->
          socket.code() == WebSocketClosed.ABNORMAL
              ? plain("fin", "websocket")
              : plain("{websocket_close: %d}".formatted(socket.code()), "websocket");
      case PeerClosed peer -> marked(peer.mark());
      case CloseEvent.LocalClosed local -> plain("stall", null);
    };
  }

  private static ScenarioEnding marked(CloseMark result) {
    return switch (result) {
      case RST -> plain("rst", null);
      case TLS_TRUNCATED -> plain("tls_close_without_notify", "tls");
      case FIN, TLS_CLOSE_NOTIFY, RST_STREAM, WEBSOCKET, UNKNOWN -> plain("fin", null);
    };
  }

  private static String code(ResetCode code) {
    return code == ResetCode.OTHER ? "internal_error" : code.code();
  }

  /** The client left: heartbeats went on until then, or nothing did. */
  private static ScenarioEnding silent(List<RunEvent> events) {
    Optional<ContentFlowed> last =
        events.stream()
            .filter(ContentFlowed.class::isInstance)
            .map(ContentFlowed.class::cast)
            .max(Comparator.comparingLong(ContentFlowed::lastAtNanos));
    if (last.isEmpty() || last.get().content() != Content.HEARTBEAT || last.get().count() < 2) {
      return plain("stall", null);
    }
    ContentFlowed beats = last.get();
    long millis = (beats.lastAtNanos() - beats.atNanos()) / (beats.count() - 1) / 1_000_000;
    return new ScenarioEnding("{heartbeats: %dms}".formatted(Math.max(1, millis)), null, true);
  }

  private static ScenarioEnding plain(String yaml, @Nullable String framing) {
    return new ScenarioEnding(yaml, framing, false);
  }
}
