// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.rule.ErrorMeaning;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.hint.Catalogue;
import dev.lastbyte.core.hint.Fingerprint;
import dev.lastbyte.core.hint.Fingerprint.Mark;
import dev.lastbyte.core.privacy.Token;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a page says of error texts is how the diagnosis reads such an error. */
class ErrorTextsOnPagesTest {

  static final List<Fingerprint> TEXTS = Catalogue.all();

  @ParameterizedTest
  @FieldSource("TEXTS")
  void aText_isOnThePageOfItsLeadingCause_andOnNoOther(Fingerprint text) {
    Cause leading = ErrorMeaning.of(List.of(errorWith(text.mark()))).cause();

    assertThat(RuleCatalogue.pages())
        .filteredOn(page -> page.errorTexts().contains(text))
        .extracting(RulePage::cause)
        .isEqualTo(leading == Cause.UNKNOWN ? List.of() : List.of(leading));
  }

  private static ErrorLink errorWith(Mark mark) {
    return switch (mark) {
      case Mark.Phrase phrase -> new ErrorLink(null, null, phrase.phrase());
      case Mark.Type type -> new ErrorLink(new Token(type.name()), null, KnownPhrase.NONE);
      case Mark.Code code -> new ErrorLink(null, new Token(code.code()), KnownPhrase.NONE);
    };
  }
}
