// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.Ending.END_OF_MESSAGE;
import static dev.lastbyte.harness.scenario.Ending.FIN;
import static dev.lastbyte.harness.scenario.Ending.HEARTBEATS;
import static dev.lastbyte.harness.scenario.Ending.RST;
import static dev.lastbyte.harness.scenario.Ending.STALL;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.speech.Bodies;
import dev.lastbyte.harness.speech.Speech;
import dev.lastbyte.harness.text.NearNames;
import dev.lastbyte.harness.text.Tokens;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every scenario there is, each with its answer key beside it. */
public final class Scenarios {
  private static final String SAFE = "safe_auto_retry";
  private static final String CONFIRM = "user_confirmed_retry";
  private static final Set<Dialect> DIALECTS = EnumSet.allOf(Dialect.class);
  private static final Set<Framing> ANY =
      EnumSet.of(Framing.CHUNKED, Framing.LENGTH, Framing.CLOSE_DELIMITED, Framing.TLS, Framing.H2);
  private static final Set<Framing> ENDLESS =
      EnumSet.of(Framing.CHUNKED, Framing.CLOSE_DELIMITED, Framing.TLS, Framing.H2);
  private static final Set<Framing> CHUNKED = EnumSet.of(Framing.CHUNKED);

  static final Plot ANSWER =
      streams(END_OF_MESSAGE, List.of(Speech::opening, Speech::text, Speech::answerEnd));
  static final AnswerKey WELL =
      AnswerKey.of("none@complete/provider", "none", "provider", "end_of_message", "not_needed")
          .withTerminalProof();

  private static final List<Scenario> PLAIN =
      List.of(
          scenario("ok", ANY, ANSWER, WELL),
          scenario(
              "ok-tool",
              ANY,
              streams(
                  END_OF_MESSAGE,
                  List.of(Speech::opening, Speech::toolHalf, Speech::toolWhole, Speech::toolEnd)),
              WELL.withToolProven()),
          scenario(
              "before-headers-fin",
              CHUNKED,
              new Plot.SaysNothing(FIN),
              early("wait.empty_reply@await_headers/provider", "fin")),
          scenario(
              "before-headers-rst",
              CHUNKED,
              new Plot.SaysNothing(RST),
              early("wait.empty_reply@await_headers/provider", "rst")),
          scenario(
              "after-headers-fin",
              ANY,
              streams(FIN, List.of(), Speech::opening, Speech::text, Speech::answerEnd),
              early("stream.premature_eof@await_first_byte/provider", "fin")),
          scenario(
              "reasoning-fin",
              ANY,
              streams(
                  FIN,
                  List.of(Speech::opening, Speech::reasoning),
                  Speech::text,
                  Speech::answerEnd),
              early("stream.premature_eof@reasoning/provider", "fin")),
          scenario(
              "text-fin",
              ANY,
              streams(FIN, List.of(Speech::opening, Speech::text), Speech::answerEnd),
              midway("stream.premature_eof@text/provider", "fin", CONFIRM)),
          scenario(
              "text-rst",
              ANY,
              streams(RST, List.of(Speech::opening, Speech::text), Speech::answerEnd),
              midway("stream.reset@text/provider", "rst", CONFIRM)),
          scenario(
              "tool-args-fin",
              ANY,
              streams(
                  FIN,
                  List.of(Speech::opening, Speech::toolHalf),
                  Speech::toolWhole,
                  Speech::toolEnd),
              midway("stream.premature_eof@tool_input/provider", "fin", SAFE)),
          scenario(
              "tool-ready-fin",
              ANY,
              streams(
                  FIN,
                  List.of(Speech::opening, Speech::toolHalf, Speech::toolWhole, Speech::toolProof),
                  Speech::toolEnd),
              midway("stream.premature_eof@tool_ready/provider", "fin", CONFIRM).withToolProven()),
          scenario(
              "text-eof",
              ANY,
              streams(END_OF_MESSAGE, List.of(Speech::opening, Speech::text)),
              midway("stream.silent_truncation@text/provider", "end_of_message", CONFIRM)),
          scenario(
              "stall",
              ANY,
              streams(STALL, List.of(Speech::opening, Speech::text), Speech::answerEnd),
              AnswerKey.of(
                  "abort.downstream_gone@text/unknown", "local_abort", "client", "any", CONFIRM),
              AnswerKey.of("watchdog.idle@text/watchdog", "watchdog", "client", "any", CONFIRM)),
          scenario(
              "heartbeat-only",
              ENDLESS,
              streams(HEARTBEATS, List.of()),
              AnswerKey.of(
                  "abort.downstream_gone@await_content/unknown",
                  "local_abort",
                  "client",
                  "any",
                  CONFIRM),
              AnswerKey.of(
                  "watchdog.first_content@await_content/watchdog",
                  "watchdog",
                  "client",
                  "any",
                  SAFE)),
          scenario(
              "rate-limited-429",
              ANY,
              new Plot.Answers(
                  429,
                  "Too Many Requests",
                  List.of(new Field("retry-after", "2")),
                  Bodies::rateLimited),
              error("provider.rate_limited@await_first_byte/provider", SAFE)),
          scenario(
              "unavailable-503",
              ANY,
              new Plot.Answers(503, "Service Unavailable", List.of(), Bodies::unavailable),
              error("provider.overloaded@await_first_byte/provider", SAFE)),
          new Told(
              "error-event",
              DIALECTS,
              ANY,
              streams(END_OF_MESSAGE, List.of(Speech::opening, Speech::text, Speech::failure)),
              (dialect, vantage) -> errorEvent(dialect)),
          scenario(
              "connection-refused",
              CHUNKED,
              new Plot.NothingListens(),
              AnswerKey.of(
                  "net.connect_refused@connect/provider",
                  "before_connection",
                  "provider",
                  "refused",
                  SAFE)),
          scenario(
              "reused-dies-fin",
              CHUNKED,
              new Plot.DiesWhenReused(ANSWER, FIN),
              early("conn.stale_reuse@await_headers/provider", "fin")),
          scenario(
              "reused-dies-rst",
              CHUNKED,
              new Plot.DiesWhenReused(ANSWER, RST),
              early("conn.stale_reuse@await_headers/provider", "rst")));

  private static final List<Scenario> ALL =
      Stream.of(PLAIN, ConnectScenarios.all(), TransportScenarios.all(), WebSocketScenarios.all())
          .flatMap(List::stream)
          .toList();

  private Scenarios() {}

  /** All of them, in the order of a stream's life. */
  public static List<Scenario> all() {
    return ALL;
  }

  /**
   * The scenario of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the nearest names
   */
  public static Scenario named(String name) {
    return ALL.stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private static String unknown(String name) {
    List<String> names = ALL.stream().map(Scenario::name).toList();
    return "unknown scenario "
        + Tokens.cleaned(name)
        + "; the nearest are "
        + String.join(", ", NearNames.nearest(name, names));
  }

  static Plot streams(Ending ending, List<Plot.Part> told, Plot.Part... rest) {
    return new Plot.Streams(ending, told, List.of(rest));
  }

  private static AnswerKey early(String code, String how) {
    return AnswerKey.of(code, "early_stream", "provider", how, SAFE);
  }

  private static AnswerKey midway(String code, String how, String retrySafety) {
    return AnswerKey.of(code, "mid_generation", "provider", how, retrySafety);
  }

  private static AnswerKey error(String code, String retrySafety) {
    return AnswerKey.of(code, "provider_error", "provider", "end_of_message", retrySafety);
  }

  private static AnswerKey errorEvent(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT, OPENAI_RESPONSES -> error("provider.server_error@text/provider", CONFIRM);
      case ANTHROPIC_MESSAGES -> error("provider.overloaded@text/provider", CONFIRM);
    };
  }

  private static Scenario scenario(String name, Set<Framing> framings, Plot plot, AnswerKey key) {
    return new Told(name, DIALECTS, framings, plot, (dialect, vantage) -> key);
  }

  private static Scenario scenario(
      String name, Set<Framing> framings, Plot plot, AnswerKey gateway, AnswerKey withAgent) {
    return new Told(
        name,
        DIALECTS,
        framings,
        plot,
        (dialect, vantage) -> vantage == Vantage.GATEWAY_AND_AGENT ? withAgent : gateway);
  }
}
