// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.Words.NEVER;
import static dev.lastbyte.harness.scenario.Words.PROVIDER;
import static dev.lastbyte.harness.scenario.Words.PROVIDER_ERROR;
import static dev.lastbyte.harness.scenario.Words.SAFE;

import dev.lastbyte.harness.ClientPart;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.script.Verb;
import dev.lastbyte.harness.speech.WebSocketErrors;
import java.util.List;
import java.util.Set;

/** The Responses API on a WebSocket, and the ways in which it ends. */
final class WebSockets {

  private WebSockets() {}

  static List<Scenario> all() {
    return List.of(
        here(Entry.of("ws-ok", Plot.ANSWER, Keys.derived())),
        closes(1000),
        closes(1001),
        // 1006 is what a client says of an end without any close frame (RFC 6455 §7.1.5)
        here(Transports.midText("ws-close-1006", new Verb.Fin())),
        closes(1011),
        closes(1012),
        closes(1013),
        here(
            Entry.of("ws-ping-only", new Plot.Streams(Tale.of(), Transports.PINGS), Keys.derived())
                .acted(new ClientPart.GivesUp("first_content"))),
        here(
            Transports.midText("ws-half-open", new Verb.HalfOpen())
                .acted(new ClientPart.GivesUp("idle"))),
        here(
            Entry.of(
                "ws-connection-limit",
                new Plot.Streams(Tale.of(speech -> WebSocketErrors.connectionLimit()), Ending.FIN),
                error("provider.in_stream_error", SAFE))),
        here(
            Entry.of(
                "ws-previous-response-not-found",
                new Plot.Streams(
                    Tale.of(speech -> WebSocketErrors.previousResponseNotFound()),
                    Ending.END_OF_MESSAGE),
                error("provider.state_lost", NEVER))));
  }

  private static Entry closes(int code) {
    return here(Transports.midText("ws-close-" + code, new Verb.WebSocketClose(code)));
  }

  /** An error is the first that is heard, as the body of a status is. */
  private static Keys error(String cause, String retrySafety) {
    return Keys.but(
        key -> key.in("await_first_byte").causedBy(cause, PROVIDER, PROVIDER_ERROR, retrySafety));
  }

  private static Entry here(Entry entry) {
    return entry.in(Set.of(Dialect.OPENAI_RESPONSES)).framed(Set.of(Framing.WEBSOCKET));
  }
}
