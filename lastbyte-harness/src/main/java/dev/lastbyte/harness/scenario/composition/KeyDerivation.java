// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario.composition;

import static dev.lastbyte.harness.scenario.composition.KeyTokens.CLIENT;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.CONFIRM;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.EARLY;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.LOCAL_ABORT;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.NONE;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.NOT_NEEDED;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.PROVIDER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.SAFE;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.UNKNOWN;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.WATCHDOG;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Script;

/**
 * The key of a script from the meaning of what it tells: the place of the end gives the phase, verb
 * and framing give the cause, and what was told gives the retry safety.
 */
public final class KeyDerivation {
  private static final int NORMAL_CLOSURE = 1000;
  private static final int REFUSED_STREAM = 0x7;
  private static final String NOBODY_TELLS =
      "below the application nobody knows why the client left";

  private final StreamSummary summary;
  private final EndAction endAction;
  private final Framing framing;

  private KeyDerivation(Script script, Framing framing) {
    summary = StreamSummary.of(script);
    endAction = script.endAction();
    this.framing = framing;
  }

  /** What happened. */
  static AnswerKey truth(Script script, Framing framing) {
    return new KeyDerivation(script, framing).truth();
  }

  /** The best that can be known of it from there. */
  public static AnswerKey seen(Script script, Framing framing, Vantage vantage) {
    return new KeyDerivation(script, framing).seen(vantage);
  }

  private AnswerKey seen(Vantage vantage) {
    boolean clientLeaves =
        endAction instanceof EndAction.Lasting || endAction instanceof EndAction.HalfOpen;
    return switch (vantage) {
      case GATEWAY_AND_AGENT -> truth();
      case GATEWAY ->
          clientLeaves
              ? left("abort.downstream_gone", UNKNOWN, LOCAL_ABORT, CONFIRM).because(NOBODY_TELLS)
              : truth();
      case CLIENT ->
          clientLeaves
              ? left("abort.unattributed", UNKNOWN, LOCAL_ABORT, CONFIRM).because(NOBODY_TELLS)
              : truth();
    };
  }

  private AnswerKey truth() {
    return switch (endAction) {
      case EndAction.EndOfMessage unused -> whole("end_of_message");
      case EndAction.Fin unused -> ended();
      case EndAction.HalfClose unused -> ended();
      case EndAction.TlsCloseWithoutNotify unused -> cut("stream.premature_eof", "tls_truncated");
      case EndAction.WebSocketClose close -> closed(close);
      case EndAction.Rst unused ->
          lengthReached() ? whole("end_of_message") : cut("stream.reset", "rst");
      case EndAction.ResetStream reset -> reset(reset);
      case EndAction.GoAway away -> away(away);
      case EndAction.HalfOpen unused -> watchdog();
      case EndAction.Stall unused -> watchdog();
      case EndAction.Heartbeats unused -> watchdog();
      case EndAction.Drip unused -> watchdog();
      case EndAction.Unreached unused ->
          throw new IllegalStateException("a script does not say why it is never reached");
      case EndAction.Refuse unused ->
          key(
              "net.connect_refused",
              "connect",
              PROVIDER,
              "before_connection",
              PROVIDER,
              "refused",
              SAFE);
    };
  }

  /** 1000 is the end that all is well with (RFC 6455 §7.4.1), whatever the response lacks. */
  private AnswerKey closed(EndAction.WebSocketClose close) {
    return close.code() == NORMAL_CLOSURE
        ? whole(close.token())
        : cut("stream.premature_eof", close.token());
  }

  /** A refusal proves that nothing was done, but not to one who has seen something done. */
  private AnswerKey reset(EndAction.ResetStream reset) {
    return !summary.head() && reset.code() == REFUSED_STREAM
        ? refused("conn.refused_stream", "rst_stream")
        : cut("stream.reset", "rst_stream");
  }

  private AnswerKey away(EndAction.GoAway away) {
    return !summary.head() && away.lastStream() == 0
        ? refused("conn.goaway", orderly())
        : cut("conn.goaway", orderly());
  }

  private AnswerKey refused(String cause, String how) {
    return key(cause, "await_headers", PROVIDER, EARLY, PROVIDER, how, SAFE);
  }

  /** The end of the connection: too early, or just the end that such a message has. */
  private AnswerKey ended() {
    if (lengthReached()) {
      return whole("end_of_message");
    }
    return summary.head() && framing == Framing.CLOSE_DELIMITED
        ? whole("fin")
        : cut("stream.premature_eof", orderly());
  }

  /** How a connection of that framing ends in order; base URLs lead HTTP/2 into TLS. */
  private String orderly() {
    return framing == Framing.TLS || framing == Framing.H2 ? "tls_close_notify" : "fin";
  }

  /** Whether a message was whole by its length before its connection ended (RFC 9112 §6.3). */
  private boolean lengthReached() {
    return summary.head() && framing == Framing.LENGTH && summary.lengthReached();
  }

  /** Whole by HTTP's own rules (RFC 9112 §8). */
  private AnswerKey whole(String how) {
    return summary.proven()
        ? key(NONE, "complete", PROVIDER, NONE, PROVIDER, how, NOT_NEEDED)
        : broken("stream.silent_truncation", how);
  }

  private AnswerKey cut(String cause, String how) {
    if (!summary.head()) {
      return key("wait.empty_reply", "await_headers", PROVIDER, EARLY, PROVIDER, how, SAFE);
    }
    return summary.proven()
        ? key("stream.late_close", "finishing", PROVIDER, NONE, PROVIDER, how, NOT_NEEDED)
        : broken(cause, how);
  }

  private AnswerKey broken(String cause, String how) {
    return key(
        cause, summary.phase(), PROVIDER, summary.headline(), PROVIDER, how, summary.retrySafety());
  }

  /** The timer that a careful client has for a silence in that place. */
  private AnswerKey watchdog() {
    String timer = summary.hasContent() ? "idle" : summary.head() ? "first_content" : "headers";
    return left("watchdog." + timer, WATCHDOG, WATCHDOG, summary.retrySafety());
  }

  private AnswerKey left(String cause, String origin, String headline, String retrySafety) {
    return key(cause, phaseLeft(), origin, headline, CLIENT, "any", retrySafety);
  }

  /** What the verb itself writes counts too. */
  private String phaseLeft() {
    String phase = summary.phase();
    return phase.equals("await_first_byte") && !(endAction instanceof EndAction.Stall)
        ? "await_content"
        : phase;
  }

  private AnswerKey key(
      String cause,
      String phase,
      String origin,
      String headline,
      String closedBy,
      String closedHow,
      String retrySafety) {
    return new AnswerKey(
        cause,
        phase,
        origin,
        headline,
        closedBy,
        closedHow,
        retrySafety,
        summary.proven(),
        summary.toolProven(),
        "");
  }
}
