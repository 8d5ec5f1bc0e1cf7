// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.composition.KeyTokens.NEVER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.PROVIDER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.PROVIDER_ERROR;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.SAFE;

import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.provider.WebSocketErrors;
import dev.lastbyte.harness.scenario.composition.AnswerKeys;
import dev.lastbyte.harness.scenario.composition.Ending;
import dev.lastbyte.harness.scenario.composition.ScenarioBehavior;
import dev.lastbyte.harness.scenario.composition.ScenarioEntry;
import dev.lastbyte.harness.scenario.composition.StreamPrefix;
import dev.lastbyte.harness.script.EndAction;
import java.util.List;
import java.util.Set;

/** The Responses API on a WebSocket, and the ways in which it ends. */
final class WebSockets {

  private WebSockets() {}

  static List<Scenario> all() {
    return List.of(
        here(ScenarioEntry.of("ws-ok", ScenarioBehavior.TEXT_RESPONSE, AnswerKeys.derived())),
        closes(1000),
        closes(1001),
        // 1006 is what a client says of an end without any close frame (RFC 6455 §7.1.5)
        here(Transports.midText("ws-close-1006", new EndAction.Fin())),
        closes(1011),
        closes(1012),
        closes(1013),
        here(
            ScenarioEntry.of(
                    "ws-ping-only",
                    new ScenarioBehavior.StreamedResponse(StreamPrefix.of(), Transports.PINGS),
                    AnswerKeys.derived())
                .withClientBehavior(new ClientBehavior.GivesUp("first_content"))),
        here(
            Transports.midText("ws-half-open", new EndAction.HalfOpen())
                .withClientBehavior(new ClientBehavior.GivesUp("idle"))),
        here(
            ScenarioEntry.of(
                "ws-connection-limit",
                new ScenarioBehavior.StreamedResponse(
                    StreamPrefix.of(dialectStream -> WebSocketErrors.connectionLimit()),
                    Ending.FIN),
                error("provider.in_stream_error", SAFE))),
        here(
            ScenarioEntry.of(
                "ws-previous-response-not-found",
                new ScenarioBehavior.StreamedResponse(
                    StreamPrefix.of(dialectStream -> WebSocketErrors.previousResponseNotFound()),
                    Ending.END_OF_MESSAGE),
                error("provider.state_lost", NEVER))));
  }

  private static ScenarioEntry closes(int code) {
    return here(Transports.midText("ws-close-" + code, new EndAction.WebSocketClose(code)));
  }

  /** An error is the first that is heard, as the body of a status is. */
  private static AnswerKeys error(String cause, String retrySafety) {
    return AnswerKeys.derivedWith(
        key -> key.in("await_first_byte").causedBy(cause, PROVIDER, PROVIDER_ERROR, retrySafety));
  }

  private static ScenarioEntry here(ScenarioEntry entry) {
    return entry
        .withDialects(Set.of(Dialect.OPENAI_RESPONSES))
        .withFramings(Set.of(Framing.WEBSOCKET));
  }
}
