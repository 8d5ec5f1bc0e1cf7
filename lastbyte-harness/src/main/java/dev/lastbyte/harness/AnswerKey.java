// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import dev.lastbyte.harness.text.Json;

/**
 * The truth about an exchange, in the words of the taxonomy: what a perfect diagnosis says of it.
 * The tokens are plain strings on purpose, so that no diagnosis can lend its mistakes to its own
 * examination.
 *
 * @param cause what ended it, such as {@code stream.reset}; {@code none} where nothing went wrong
 * @param phase how far it had come
 * @param origin who ended it
 * @param headline the class that a person reads first
 * @param closedBy {@code provider}, {@code client} or {@code nobody}
 * @param closedHow {@code fin}, {@code rst}, {@code refused}, {@code end_of_message}, {@code none},
 *     or {@code any} where it is the client's choice
 * @param retrySafety what may be done about it; for Responses with {@code "store": false}, and with
 *     tools that are declared as local functions
 * @param terminalProof whether the stream proved that it ended whole; an error that it reports is
 *     no such proof
 * @param toolProven whether a tool call was proven complete
 */
public record AnswerKey(
    String cause,
    String phase,
    String origin,
    String headline,
    String closedBy,
    String closedHow,
    String retrySafety,
    boolean terminalProof,
    boolean toolProven) {

  /** The stable code of the diagnosis, such as {@code stream.reset@text/provider}. */
  public String code() {
    return cause + "@" + phase + "/" + origin;
  }

  /** A key without any proof, from a code such as {@code stream.reset@text/provider}. */
  public static AnswerKey of(
      String code, String headline, String closedBy, String closedHow, String retrySafety) {
    int at = code.indexOf('@');
    int slash = code.indexOf('/', at);
    return new AnswerKey(
        code.substring(0, at),
        code.substring(at + 1, slash),
        code.substring(slash + 1),
        headline,
        closedBy,
        closedHow,
        retrySafety,
        false,
        false);
  }

  /** The same where the stream proved that it ended whole. */
  public AnswerKey withTerminalProof() {
    return new AnswerKey(
        cause, phase, origin, headline, closedBy, closedHow, retrySafety, true, toolProven);
  }

  /** The same where a tool call was proven complete. */
  public AnswerKey withToolProven() {
    return new AnswerKey(
        cause, phase, origin, headline, closedBy, closedHow, retrySafety, terminalProof, true);
  }

  /**
   * The same without chunks: a FIN is the end that such a message should have, so it can neither
   * come too early by HTTP's rules nor be told from the end of the message (RFC 9112 §8).
   */
  public AnswerKey closeDelimited() {
    return new AnswerKey(
        cause.equals("stream.premature_eof") ? "stream.silent_truncation" : cause,
        phase,
        origin,
        headline,
        closedBy,
        closedHow.equals("end_of_message") ? "fin" : closedHow,
        retrySafety,
        terminalProof,
        toolProven);
  }

  /** The key as one object of JSON. */
  public String json() {
    return new Json()
        .with("cause", cause)
        .with("phase", phase)
        .with("origin", origin)
        .with("headline", headline)
        .with("closed_by", closedBy)
        .with("closed_how", closedHow)
        .with("retry_safety", retrySafety)
        .with("terminal_proof", terminalProof)
        .with("tool_proven", toolProven)
        .toString();
  }
}
