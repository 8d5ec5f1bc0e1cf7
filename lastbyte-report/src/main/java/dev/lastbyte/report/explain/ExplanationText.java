// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.explain;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.DistinguishingObservations;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.hint.Catalogue;
import dev.lastbyte.core.hint.Fingerprint;
import dev.lastbyte.core.hint.Stage;
import dev.lastbyte.report.words.CauseWords;
import dev.lastbyte.report.words.MissingWords;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An explanation for a person. */
public final class ExplanationText {

  /** What to do about a text that the catalogue does not have. */
  static final String UNKNOWN_TEXT =
      "To know it, let the client speak through the Lastbyte gateway (lastbyte run -- COMMAND): it"
          + " sees what happens\non the wire, whatever the client says of it.";

  private final StringBuilder out = new StringBuilder();

  private ExplanationText() {}

  /** Several lines, the last one without a line end. */
  public static String of(Explanation explanation) {
    var text = new ExplanationText();
    text.verdict(explanation);
    text.recognised(explanation.chain());
    text.candidates(explanation.candidates());
    text.captures(explanation);
    return text.out.toString().strip();
  }

  private void verdict(Explanation explanation) {
    Diagnosis diagnosis = explanation.diagnosis();
    line(lead(diagnosis.confidence()) + CauseWords.sentence(diagnosis.cause()));
    line("");
    line("  code        " + explanation.code());
    line("  place       " + place(explanation.meaning().reading().stage()));
    line("  group       " + explanation.group().code());
    line("  confidence  " + diagnosis.confidence().code());
    if (explanation.meaning().contradicted()) {
      line("  The levels of this error contradict each other, which makes all of it less sure.");
    }
    if (explanation.cut()) {
      line("  Only the first " + Explanation.MAX_LENGTH + " characters were read.");
    }
  }

  private static String place(Stage stage) {
    return switch (stage) {
      case UNTOLD -> "the text does not tell how far the exchange had come";
      case RESOLVING -> "while the name was looked up";
      case DIALLING -> "while the connection was opened";
      case HANDSHAKING -> "while TLS was agreed on";
      case UNANSWERED -> "before the response; how far before, the text does not tell";
      case AWAITING -> "between the request and the response";
      case ANSWERED -> "within the response; how far, the text does not tell";
    };
  }

  private static String lead(Certainty confidence) {
    return switch (confidence) {
      case PROVEN -> "Proven, since this is said for no other reason: ";
      case LIKELY -> "Likely, by its text alone: ";
      case POSSIBLE -> "Possible, among others: ";
      case UNKNOWN -> "The text alone does not tell. ";
    };
  }

  private void recognised(List<ErrorLink> chain) {
    heading(chain.isEmpty() ? "Nothing of the text is in the catalogue." : "Recognised:");
    chain.forEach(level -> line("  " + words(level) + "  (" + families(level) + ")"));
  }

  private static String words(ErrorLink level) {
    String phrase = level.phrase() == KnownPhrase.NONE ? null : "\"" + level.phrase().text() + "\"";
    return Stream.of(level.type(), level.code(), phrase)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  private static String families(ErrorLink level) {
    return Catalogue.of(level).stream()
        .map(Fingerprint::family)
        .distinct()
        .map(family -> family.code())
        .collect(Collectors.joining(", "));
  }

  private void candidates(List<Cause> candidates) {
    if (candidates.isEmpty()) {
      return;
    }
    heading("What can hide behind it as well:");
    for (Cause candidate : candidates) {
      line("  - " + candidate.code() + ": " + CauseWords.sentence(candidate));
      line(
          "    told apart by knowing "
              + MissingWords.what(DistinguishingObservations.of(candidate)));
    }
  }

  private void captures(Explanation explanation) {
    if (explanation.diagnosis().confidence() == Certainty.PROVEN) {
      return;
    }
    if (explanation.chain().isEmpty()) {
      heading(UNKNOWN_TEXT);
      return;
    }
    heading("To know it next time:");
    explanation.meaning().missing().stream()
        .map(ExplanationText::capture)
        .distinct()
        .forEach(capture -> line("  - " + capture));
  }

  /** A text has no recorder yet that could be kept running. */
  private static String capture(Missing what) {
    return MissingWords.capture(what == Missing.ENDING ? Missing.CLOSING_HOP : what);
  }

  private void heading(String text) {
    line("");
    line(text);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
