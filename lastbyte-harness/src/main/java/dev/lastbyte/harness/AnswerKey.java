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
 * @param closedBy {@code provider}, {@code client}, {@code remote} for the peer that the client is
 *     connected to instead, or {@code nobody}
 * @param closedHow {@code fin}, {@code rst}, {@code tls_close_notify}, {@code tls_truncated},
 *     {@code rst_stream}, {@code websocket_close}, {@code refused}, {@code end_of_message}, {@code
 *     none}, or {@code any} where it is the client's choice
 * @param retrySafety what may be done about it; for requests that store nothing at the provider,
 *     and whose tools are declared as local functions
 * @param terminalProof whether the stream proved that it ended whole; an error that it reports is
 *     no such proof
 * @param toolProven whether a tool call was proven complete
 * @param why where a vantage cannot know the truth, why not; else empty
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
    boolean toolProven,
    String why) {

  /** The stable code of the diagnosis, such as {@code stream.reset@text/provider}. */
  public String code() {
    return cause + "@" + phase + "/" + origin;
  }

  /** The same, ended by another cause. */
  public AnswerKey causedBy(String cause, String origin, String headline, String retrySafety) {
    return new AnswerKey(
        cause,
        phase,
        origin,
        headline,
        closedBy,
        closedHow,
        retrySafety,
        terminalProof,
        toolProven,
        why);
  }

  /** The same in another phase. */
  public AnswerKey in(String phase) {
    return new AnswerKey(
        cause,
        phase,
        origin,
        headline,
        closedBy,
        closedHow,
        retrySafety,
        terminalProof,
        toolProven,
        why);
  }

  /** The same, closed by another side. */
  public AnswerKey closed(String by, String how) {
    return new AnswerKey(
        cause, phase, origin, headline, by, how, retrySafety, terminalProof, toolProven, why);
  }

  /** The same where a tool call was proven complete, or was not. */
  public AnswerKey toolProven(boolean proven) {
    return new AnswerKey(
        cause,
        phase,
        origin,
        headline,
        closedBy,
        closedHow,
        retrySafety,
        terminalProof,
        proven,
        why);
  }

  /** The same for a vantage that does not know the truth, in one line. */
  public AnswerKey because(String reason) {
    return new AnswerKey(
        cause,
        phase,
        origin,
        headline,
        closedBy,
        closedHow,
        retrySafety,
        terminalProof,
        toolProven,
        reason);
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
        .with("why", why)
        .toString();
  }
}
