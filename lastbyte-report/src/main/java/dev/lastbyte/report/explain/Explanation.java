// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.explain;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.rule.ErrorMeaning;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.RunReport;
import java.util.List;

/**
 * What an error text tells by itself. The text goes the road of every run: it becomes a log of one
 * event, and that log is diagnosed. Nothing of the text is kept but what the catalogue knows.
 *
 * @param report the log of one event, its diagnosis and its verdict
 * @param chain what was recognised, outermost level first
 * @param meaning what the chain means
 * @param cut whether the text was longer than {@link #MAX_LENGTH}, and its rest not read
 */
public record Explanation(
    RunReport report, List<ErrorLink> chain, ErrorMeaning meaning, boolean cut) {

  /** The longest text that is read, in characters. */
  public static final int MAX_LENGTH = ErrorText.MAX_LENGTH;

  private static final RunHeader HEADER = new RunHeader(new Token("text"), 0, null);
  private static final Stamp ONLY = new Stamp(0, 1, Vantage.IMPORT);

  /**
   * Explains a text: a message, a stack trace, an excerpt of a log.
   *
   * @param text any text; what lies beyond {@link #MAX_LENGTH} is not read
   */
  public static Explanation of(String text) {
    List<ErrorLink> chain = ErrorText.chain(text);
    var log = new RunLog(HEADER, List.of(new ErrorSurfaced(ONLY, chain)), 0);
    return new Explanation(
        RunReport.of(log), chain, ErrorMeaning.of(chain), text.length() > MAX_LENGTH);
  }

  /** The diagnosis by the text alone. */
  public Diagnosis diagnosis() {
    return report.diagnosis();
  }

  /**
   * {@code cause@phase/origin}, where the phase is {@code unknown} if the text does not tell it.
   */
  public String code() {
    Diagnosis diagnosis = diagnosis();
    return diagnosis.cause().code() + "@" + phase() + "/" + diagnosis.origin().code();
  }

  /** The phase that the text tells, as its code; {@code unknown} if it tells none. */
  public String phase() {
    return switch (meaning.reading().stage()) {
      case RESOLVING, DIALLING, HANDSHAKING, AWAITING -> diagnosis().phase().code();
      case UNTOLD, UNANSWERED, ANSWERED -> "unknown";
    };
  }

  /**
   * The kind of failure. Where no cause leads, a text that is only printed before the response at
   * least tells that.
   */
  public ErrorGroup group() {
    Cause cause = diagnosis().cause();
    boolean onlyPlace = cause == Cause.UNKNOWN && meaning.reading().stage().beforeResponse();
    return onlyPlace ? ErrorGroup.BEFORE_RESPONSE : ErrorGroup.of(cause);
  }

  /** The other causes that print such a text. */
  public List<Cause> candidates() {
    return meaning.candidates();
  }
}
