// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.composition.KeyTokens.EARLY;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.MIDWAY;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.NEVER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.PROVIDER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.PROVIDER_ERROR;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.SAFE;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.WATCHDOG;

import dev.lastbyte.harness.AnswerKey;
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
import java.util.function.UnaryOperator;

/** The Responses API on a WebSocket, and the ways in which it ends. */
final class WebSockets {

  private WebSockets() {}

  static List<Scenario> all() {
    return List.of(
        here(ScenarioEntry.of("ws-ok", ScenarioBehavior.TEXT_RESPONSE, AnswerKeys.derived())),
        closes(1000),
        closes(1001, "conn.goaway", MIDWAY),
        // 1006 is what a client says of an end without any close frame (RFC 6455 §7.1.5)
        here(Transports.midText("ws-close-1006", new EndAction.Fin())),
        closes(1009, "provider.too_large", PROVIDER_ERROR),
        closes(1011, "provider.server_error", PROVIDER_ERROR),
        closes(1012, "conn.goaway", MIDWAY),
        closes(1013, "provider.overloaded", PROVIDER_ERROR),
        here(
            ScenarioEntry.of(
                    "ws-ping-only",
                    new ScenarioBehavior.StreamedResponse(StreamPrefix.of(), Transports.PINGS),
                    AnswerKeys.derived())
                .withClientBehavior(new ClientBehavior.GivesUp("first_content"))),
        here(
            Transports.midText("ws-half-open", new EndAction.HalfOpen())
                .withClientBehavior(new ClientBehavior.GivesUp("idle"))),
        here(pingUnanswered()),
        here(closedAsTooBig()),
        here(
            ScenarioEntry.of(
                "ws-connection-limit",
                new ScenarioBehavior.StreamedResponse(
                    StreamPrefix.of(dialectStream -> WebSocketErrors.connectionLimit()),
                    Ending.FIN),
                error("conn.goaway", EARLY, SAFE))),
        here(
            ScenarioEntry.of(
                "ws-previous-response-not-found",
                new ScenarioBehavior.StreamedResponse(
                    StreamPrefix.of(dialectStream -> WebSocketErrors.previousResponseNotFound()),
                    Ending.END_OF_MESSAGE),
                error("provider.state_lost", PROVIDER_ERROR, NEVER))));
  }

  /** The client's ping is lost on a path that died; only the client knows that it had sent one. */
  private static ScenarioEntry pingUnanswered() {
    ScenarioEntry dead = Transports.midText("ws-ping-unanswered", new EndAction.HalfOpen());
    AnswerKeys keys =
        AnswerKeys.derived()
            .withTruth(key -> key.causedBy("watchdog.ping", WATCHDOG, WATCHDOG, key.retrySafety()));
    return ScenarioEntry.of(dead.name(), dead.behavior(), keys)
        .withClientBehavior(new ClientBehavior.GivesUp("ping"));
  }

  /** The client's own limit: the same response would be too big for it again. */
  private static ScenarioEntry closedAsTooBig() {
    ScenarioEntry waiting = Transports.midText("ws-client-close-1009", new EndAction.HalfOpen());
    AnswerKeys keys =
        AnswerKeys.derivedWith(
            key -> key.causedBy("proto.client_limit", "client_runtime", MIDWAY, NEVER));
    return ScenarioEntry.of(waiting.name(), waiting.behavior(), keys)
        .withClientBehavior(new ClientBehavior.ClosesWebSocket(1009));
  }

  private static ScenarioEntry closes(int code) {
    return here(Transports.midText("ws-close-" + code, new EndAction.WebSocketClose(code)));
  }

  /** The code of the close frame says why: a message that is too large stays so. */
  private static ScenarioEntry closes(int code, String cause, String headline) {
    UnaryOperator<AnswerKey> told =
        key ->
            key.causedBy(
                cause,
                PROVIDER,
                headline,
                cause.equals("provider.too_large") ? NEVER : key.retrySafety());
    ScenarioEntry closing =
        Transports.midText("ws-close-" + code, new EndAction.WebSocketClose(code));
    return here(ScenarioEntry.of(closing.name(), closing.behavior(), AnswerKeys.derivedWith(told)));
  }

  /** An error is the first that is heard, as the body of a status is. */
  private static AnswerKeys error(String cause, String headline, String retrySafety) {
    return AnswerKeys.derivedWith(
        key -> key.in("await_first_byte").causedBy(cause, PROVIDER, headline, retrySafety));
  }

  private static ScenarioEntry here(ScenarioEntry entry) {
    return entry
        .withDialects(Set.of(Dialect.OPENAI_RESPONSES))
        .withFramings(Set.of(Framing.WEBSOCKET));
  }
}
