// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.Words.CLIENT;
import static dev.lastbyte.harness.scenario.Words.CONFIRM;
import static dev.lastbyte.harness.scenario.Words.EARLY;
import static dev.lastbyte.harness.scenario.Words.LOCAL_ABORT;
import static dev.lastbyte.harness.scenario.Words.NONE;
import static dev.lastbyte.harness.scenario.Words.NOT_NEEDED;
import static dev.lastbyte.harness.scenario.Words.PROVIDER;
import static dev.lastbyte.harness.scenario.Words.SAFE;
import static dev.lastbyte.harness.scenario.Words.UNKNOWN;
import static dev.lastbyte.harness.scenario.Words.WATCHDOG;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Verb;

/**
 * The key of a script from the meaning of what it tells: the place of the end gives the phase, verb
 * and framing give the cause, and what was told gives the retry safety.
 */
final class Derivation {
  private static final int NORMAL_CLOSURE = 1000;
  private static final int REFUSED_STREAM = 0x7;
  private static final String NOBODY_TELLS =
      "below the application nobody knows why the client left";

  private final Telling telling;
  private final Verb verb;
  private final Framing framing;

  private Derivation(Script script, Framing framing) {
    telling = Telling.of(script);
    verb = script.verb();
    this.framing = framing;
  }

  /** What happened. */
  static AnswerKey truth(Script script, Framing framing) {
    return new Derivation(script, framing).truth();
  }

  /** The best that can be known of it from there. */
  static AnswerKey seen(Script script, Framing framing, Vantage vantage) {
    return new Derivation(script, framing).seen(vantage);
  }

  private AnswerKey seen(Vantage vantage) {
    boolean clientLeaves = verb instanceof Verb.Lasting || verb instanceof Verb.HalfOpen;
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
    return switch (verb) {
      case Verb.EndOfMessage unused -> whole("end_of_message");
      case Verb.Fin unused -> ended();
      case Verb.HalfClose unused -> ended();
      case Verb.TlsCloseWithoutNotify unused -> cut("stream.premature_eof", "tls_truncated");
      case Verb.WebSocketClose close -> closed(close);
      case Verb.Rst unused ->
          lengthReached() ? whole("end_of_message") : cut("stream.reset", "rst");
      case Verb.ResetStream reset -> reset(reset);
      case Verb.GoAway away -> away(away);
      case Verb.HalfOpen unused -> watchdog();
      case Verb.Stall unused -> watchdog();
      case Verb.Heartbeats unused -> watchdog();
      case Verb.Drip unused -> watchdog();
      case Verb.Unreached unused ->
          throw new IllegalStateException("a script does not say why it is never reached");
      case Verb.Refuse unused ->
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

  /** 1000 is the end that all is well with (RFC 6455 §7.4.1), whatever the answer lacks. */
  private AnswerKey closed(Verb.WebSocketClose close) {
    return close.code() == NORMAL_CLOSURE
        ? whole(close.token())
        : cut("stream.premature_eof", close.token());
  }

  /** A refusal proves that nothing was done, but not to one who has seen something done. */
  private AnswerKey reset(Verb.ResetStream reset) {
    return !telling.head() && reset.code() == REFUSED_STREAM
        ? refused("conn.refused_stream", "rst_stream")
        : cut("stream.reset", "rst_stream");
  }

  private AnswerKey away(Verb.GoAway away) {
    return !telling.head() && away.lastStream() == 0
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
    return telling.head() && framing == Framing.CLOSE_DELIMITED
        ? whole("fin")
        : cut("stream.premature_eof", orderly());
  }

  /** How a connection of that framing ends in order; base URLs lead HTTP/2 into TLS. */
  private String orderly() {
    return framing == Framing.TLS || framing == Framing.H2 ? "tls_close_notify" : "fin";
  }

  /** Whether a message was whole by its length before its connection ended (RFC 9112 §6.3). */
  private boolean lengthReached() {
    return telling.head() && framing == Framing.LENGTH && telling.lengthReached();
  }

  /** Whole by HTTP's own rules (RFC 9112 §8). */
  private AnswerKey whole(String how) {
    return telling.proven()
        ? key(NONE, "complete", PROVIDER, NONE, PROVIDER, how, NOT_NEEDED)
        : broken("stream.silent_truncation", how);
  }

  private AnswerKey cut(String cause, String how) {
    if (!telling.head()) {
      return key("wait.empty_reply", "await_headers", PROVIDER, EARLY, PROVIDER, how, SAFE);
    }
    return telling.proven()
        ? key("stream.late_close", "finishing", PROVIDER, NONE, PROVIDER, how, NOT_NEEDED)
        : broken(cause, how);
  }

  private AnswerKey broken(String cause, String how) {
    return key(
        cause, telling.phase(), PROVIDER, telling.headline(), PROVIDER, how, telling.retrySafety());
  }

  /** The timer that a careful client has for a silence in that place. */
  private AnswerKey watchdog() {
    String timer = telling.hasContent() ? "idle" : telling.head() ? "first_content" : "headers";
    return left("watchdog." + timer, WATCHDOG, WATCHDOG, telling.retrySafety());
  }

  private AnswerKey left(String cause, String origin, String headline, String retrySafety) {
    return key(cause, phaseLeft(), origin, headline, CLIENT, "any", retrySafety);
  }

  /** What the verb itself writes counts too. */
  private String phaseLeft() {
    String phase = telling.phase();
    return phase.equals("await_first_byte") && !(verb instanceof Verb.Stall)
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
        telling.proven(),
        telling.toolProven(),
        "");
  }
}
