// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.script.Verb;
import dev.lastbyte.harness.speech.WebSocketErrors;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The Responses API on a WebSocket, and the ways in which it ends. */
final class WebSocketScenarios {
  private static final String SAFE = "safe_auto_retry";
  private static final String STOP = "no_retry";
  private static final String CONFIRM = "user_confirmed_retry";
  private static final String CLOSE = "websocket_close";
  private static final Set<Dialect> RESPONSES = EnumSet.of(Dialect.OPENAI_RESPONSES);
  private static final Set<Framing> WEBSOCKET = EnumSet.of(Framing.WEBSOCKET);

  private WebSocketScenarios() {}

  static List<Scenario> all() {
    return List.of(
        told("ws-ok", Scenarios.ANSWER, Scenarios.WELL),
        // the close of somebody who has nothing more to say, and yet the answer is not whole
        closes(1000, midway("stream.silent_truncation@text/provider", CLOSE)),
        closes(1001, midway("stream.premature_eof@text/provider", CLOSE)),
        // 1006 is what a client says of an end without any close frame (RFC 6455 §7.1.5)
        told(
            "ws-close-1006",
            TransportScenarios.midText(new Verb.Fin()),
            midway("stream.premature_eof@text/provider", "fin")),
        closes(1011, midway("stream.premature_eof@text/provider", CLOSE)),
        closes(1012, midway("stream.premature_eof@text/provider", CLOSE)),
        closes(1013, midway("stream.premature_eof@text/provider", CLOSE)),
        told(
            "ws-ping-only",
            Scenarios.streams(TransportScenarios.PINGS, List.of()),
            left("abort.downstream_gone@await_content/unknown"),
            watchdog("watchdog.first_content@await_content/watchdog", SAFE)),
        told(
            "ws-half-open",
            TransportScenarios.midText(new Verb.HalfOpen()),
            left("abort.downstream_gone@text/unknown"),
            watchdog("watchdog.idle@text/watchdog", CONFIRM)),
        told(
            "ws-connection-limit",
            Scenarios.streams(Ending.FIN, List.of(speech -> WebSocketErrors.connectionLimit())),
            error("provider.in_stream_error@await_first_byte/provider", "fin", SAFE)),
        told(
            "ws-previous-response-not-found",
            Scenarios.streams(
                Ending.END_OF_MESSAGE,
                List.of(speech -> WebSocketErrors.previousResponseNotFound())),
            error("provider.state_lost@await_first_byte/provider", "end_of_message", STOP)));
  }

  private static Scenario closes(int code, AnswerKey key) {
    return told("ws-close-" + code, TransportScenarios.midText(new Verb.WebSocketClose(code)), key);
  }

  private static AnswerKey midway(String code, String how) {
    return AnswerKey.of(code, "mid_generation", "provider", how, CONFIRM);
  }

  private static AnswerKey error(String code, String how, String retrySafety) {
    return AnswerKey.of(code, "provider_error", "provider", how, retrySafety);
  }

  private static AnswerKey left(String code) {
    return AnswerKey.of(code, "local_abort", "client", "any", CONFIRM);
  }

  private static AnswerKey watchdog(String code, String retrySafety) {
    return AnswerKey.of(code, "watchdog", "client", "any", retrySafety);
  }

  private static Scenario told(String name, Plot plot, AnswerKey key) {
    return told(name, plot, key, key);
  }

  private static Scenario told(String name, Plot plot, AnswerKey key, AnswerKey withAgent) {
    return new Told(
        name,
        RESPONSES,
        WEBSOCKET,
        plot,
        (dialect, vantage) -> vantage == Vantage.GATEWAY_AND_AGENT ? withAgent : key);
  }
}
