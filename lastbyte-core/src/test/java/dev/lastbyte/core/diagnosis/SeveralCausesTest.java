// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.ErrorMeaning;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An error that holds one cause for each address of a name. */
class SeveralCausesTest {

  private static ErrorMeaning several(String... codes) {
    List<ErrorLink> chain = new ArrayList<>();
    chain.add(new ErrorLink(new Token("AggregateError"), null, KnownPhrase.NONE));
    for (String code : codes) {
      chain.add(new ErrorLink(null, new Token(code), KnownPhrase.NONE));
    }
    return ErrorMeaning.of(chain);
  }

  @Test
  void addressesThatFailedInOneWay_sayItOnce() {
    ErrorMeaning meaning = several("ECONNREFUSED", "ECONNREFUSED");

    assertThat(meaning.cause()).isEqualTo(Cause.NET_CONNECT_REFUSED);
    assertThat(meaning.certainty()).isEqualTo(Certainty.LIKELY);
    assertThat(meaning.candidates()).isEmpty();
    assertThat(meaning.contradicted()).isFalse();
  }

  @Test
  void addressesThatFailedInDifferentWays_haveNoLeadingCause_theMostTellingComesFirst() {
    ErrorMeaning meaning = several("ENETUNREACH", "ECONNREFUSED");

    assertThat(meaning.cause()).isEqualTo(Cause.UNKNOWN);
    assertThat(meaning.certainty()).isEqualTo(Certainty.UNKNOWN);
    assertThat(meaning.candidates())
        .containsExactly(Cause.NET_CONNECT_REFUSED, Cause.NET_UNREACHABLE, Cause.NET_OFFLINE);
    assertThat(meaning.contradicted()).isFalse();
  }

  @Test
  void whereAnAddressWasDialled_onlyWhatEndsADialIsPossible() {
    assertThat(several("ECONNRESET", "ECONNREFUSED").candidates())
        .containsExactly(Cause.NET_CONNECT_REFUSED);
    assertThat(several("ECONNRESET", "ECONNRESET").candidates()).isNotEmpty();
  }

  @Test
  void errorThatHoldsNoCauseOfTheCatalogue_leavesThoseOfADialOpen() {
    assertThat(several().cause()).isEqualTo(Cause.UNKNOWN);
    assertThat(several().candidates()).contains(Cause.NET_CONNECT_REFUSED);
  }
}
