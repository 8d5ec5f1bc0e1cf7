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
    boolean clientLeaves = verb instanceof Verb.Lasting;
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
      case Verb.TlsCloseWithoutNotify unused -> ended();
      case Verb.WebSocketClose unused -> cut("stream.premature_eof", "fin");
      case Verb.Rst unused -> cut("stream.reset", "rst");
      case Verb.ResetStream unused -> cut("stream.reset", "rst");
      case Verb.GoAway unused -> cut("stream.reset", "rst");
      case Verb.Stall unused -> watchdog();
      case Verb.Heartbeats unused -> watchdog();
      case Verb.Drip unused -> watchdog();
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

  /** The end of the connection: too early, or just the end that such a message has. */
  private AnswerKey ended() {
    boolean lengthReached = framing == Framing.LENGTH && telling.lengthReached();
    if (telling.head() && lengthReached) {
      return whole("end_of_message");
    }
    return telling.head() && framing == Framing.CLOSE_DELIMITED
        ? whole("fin")
        : cut("stream.premature_eof", "fin");
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
