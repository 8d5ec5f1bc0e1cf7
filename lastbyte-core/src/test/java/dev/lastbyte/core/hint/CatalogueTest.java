// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.hint.Fingerprint.Mark;
import dev.lastbyte.core.hint.Hint.Weight;
import dev.lastbyte.core.privacy.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  @Test
  void everyPhraseIsKnownForSomething_andNoMarkForTwoThings() {
    assertThat(KnownPhrase.values())
        .filteredOn(phrase -> phrase != KnownPhrase.NONE)
        .allSatisfy(phrase -> assertThat(Catalogue.of(new Mark.Phrase(phrase))).isNotNull());
    assertThat(Catalogue.all()).extracting(Fingerprint::mark).doesNotHaveDuplicates();
  }

  @Test
  void everyHintHasATextThatSpeaksOfIt() {
    assertThat(Hint.values())
        .filteredOn(hint -> hint != Hint.NOTHING)
        .allSatisfy(
            hint -> assertThat(Catalogue.all()).extracting(Fingerprint::hint).contains(hint));
  }

  @Test
  void phrasesAreInLowerCase_andEachIsFoundInItself() {
    assertThat(KnownPhrase.values())
        .allSatisfy(phrase -> {
          assertThat(phrase.text()).isEqualTo(phrase.text().toLowerCase(Locale.ROOT));
          assertThat(KnownPhrase.in(phrase.text())).isEqualTo(phrase);
        });
  }

  @Test
  void aPhraseThatOnlyWraps_standsBehindEveryOneThatSaysMore() {
    List<Weight> weights =
        Arrays.stream(KnownPhrase.values())
            .filter(phrase -> phrase != KnownPhrase.NONE)
            .map(phrase -> ErrorReading.of(List.of(link(phrase))).hint().weight())
            .toList();

    assertThat(weights.subList(weights.indexOf(Weight.WRAPPING), weights.size()))
        .doesNotContain(Weight.TELLING);
  }

  @Test
  void typesAndCodesAreTokens_typesByTheirSimpleNames() {
    for (Fingerprint entry : Catalogue.all()) {
      switch (entry.mark()) {
        case Mark.Phrase phrase -> assertThat(phrase.phrase()).isNotEqualTo(KnownPhrase.NONE);
        case Mark.Type type ->
            assertThat(Catalogue.simpleName(new Token(type.name()).value())).isEqualTo(type.name());
        case Mark.Code code -> assertThat(new Token(code.code()).value()).isEqualTo(code.code());
      }
    }
  }

  @Test
  void onlyATextOfAProvenKind_proves() {
    assertThat(Catalogue.all())
        .filteredOn(Fingerprint::proves)
        .extracting(entry -> entry.hint().name())
        .allMatch(name ->
            name.startsWith("PROVIDER_")
                || name.startsWith("CONTENT_")
                || name.equals("NOT_PROCESSED"));
  }

  private static ErrorLink link(KnownPhrase phrase) {
    return new ErrorLink(null, null, phrase);
  }
}
