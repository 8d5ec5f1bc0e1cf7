// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Verb;
import dev.lastbyte.harness.speech.Speech;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Cuts that only TLS and HTTP/2 have. */
final class TransportScenarios {
  private static final String SAFE = "safe_auto_retry";
  private static final String CONFIRM = "user_confirmed_retry";
  private static final Set<Dialect> DIALECTS = EnumSet.allOf(Dialect.class);

  private static final long NO_ERROR = 0x0;
  private static final long INTERNAL_ERROR = 0x2;
  private static final long REFUSED_STREAM = 0x7;
  private static final long CANCEL = 0x8;
  private static final long ENHANCE_YOUR_CALM = 0xb;

  /** A last stream that leaves none out, as a server says that means to finish them all. */
  private static final long EVERY_STREAM = 0x7fff_ffff;

  private TransportScenarios() {}

  static List<Scenario> all() {
    return List.of(
        told(
            "tls-no-close-notify",
            EnumSet.of(Framing.TLS, Framing.H2),
            midText(new Verb.TlsCloseWithoutNotify()),
            midway("stream.premature_eof@text/provider", "tls_close_without_notify")),
        h2(
            "h2-rst-cancel",
            midText(new Verb.ResetStream(CANCEL)),
            midway("stream.reset@text/provider", "reset_stream")),
        h2(
            "h2-rst-internal-error",
            midText(new Verb.ResetStream(INTERNAL_ERROR)),
            midway("stream.reset@text/provider", "reset_stream")),
        // text was seen, so the server's word that it did nothing is not true
        h2(
            "h2-rst-refused-stream",
            midText(new Verb.ResetStream(REFUSED_STREAM)),
            midway("stream.reset@text/provider", "reset_stream")),
        h2(
            "h2-refused-stream",
            silent(new Verb.ResetStream(REFUSED_STREAM)),
            early("conn.refused_stream@await_headers/provider", "reset_stream")),
        h2(
            "h2-goaway-no-error",
            midText(new Verb.GoAway(NO_ERROR, EVERY_STREAM)),
            midway("conn.goaway@text/provider", "goaway")),
        h2(
            "h2-goaway-enhance-your-calm",
            midText(new Verb.GoAway(ENHANCE_YOUR_CALM, EVERY_STREAM)),
            midway("conn.goaway@text/provider", "goaway")),
        h2(
            "h2-goaway-not-taken",
            silent(new Verb.GoAway(NO_ERROR, 0)),
            early("conn.goaway@await_headers/provider", "goaway")),
        new Told(
            "h2-ping-only",
            DIALECTS,
            EnumSet.of(Framing.H2),
            Scenarios.streams(PINGS, List.of()),
            TransportScenarios::pingOnly));
  }

  /** Content without a byte, which a wire that knows pings sends as one. */
  static final Ending PINGS = Ending.always(new Verb.Heartbeats(Bytes.NONE, Ending.INTERVAL));

  static Plot midText(Verb verb) {
    return Scenarios.streams(
        Ending.always(verb), List.of(Speech::opening, Speech::text), Speech::answerEnd);
  }

  private static Plot silent(Verb verb) {
    return new Plot.SaysNothing(Ending.always(verb));
  }

  private static AnswerKey pingOnly(Dialect dialect, Vantage vantage) {
    return vantage == Vantage.GATEWAY_AND_AGENT
        ? AnswerKey.of(
            "watchdog.first_content@await_first_byte/watchdog", "watchdog", "client", "any", SAFE)
        : AnswerKey.of(
            "abort.downstream_gone@await_first_byte/unknown",
            "local_abort",
            "client",
            "any",
            CONFIRM);
  }

  private static AnswerKey midway(String code, String how) {
    return AnswerKey.of(code, "mid_generation", "provider", how, CONFIRM);
  }

  private static AnswerKey early(String code, String how) {
    return AnswerKey.of(code, "early_stream", "provider", how, SAFE);
  }

  private static Scenario h2(String name, Plot plot, AnswerKey key) {
    return told(name, EnumSet.of(Framing.H2), plot, key);
  }

  private static Scenario told(String name, Set<Framing> framings, Plot plot, AnswerKey key) {
    return new Told(name, DIALECTS, framings, plot, (dialect, vantage) -> key);
  }
}
