// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where in a message a phrase counts. */
class KnownPhraseTest {

  @Test
  void phrase_countsInWholeWords_theFirstTimeThatItDoes() {
    KnownPhrase phrase = KnownPhrase.SOCKET_CLOSED;

    assertThat(phrase.placeIn("socket closed")).isZero();
    assertThat(phrase.placeIn("a socket closed early")).isEqualTo(2);
    assertThat(phrase.placeIn("websocket closed")).isNegative();
    assertThat(phrase.placeIn("my_socket closed")).isNegative();
    assertThat(phrase.placeIn("socket closed_by")).isNegative();
    assertThat(phrase.placeIn("socket closedown: socket closed")).isEqualTo(18);
  }

  @Test
  void phraseThatEndsInAMark_isWhole_whateverFollows() {
    assertThat(KnownPhrase.CONNECTION_BROKEN.placeIn("connection broken:reset")).isZero();
    assertThat(KnownPhrase.CONNECT_UNAVAILABLE.placeIn("error[unavailable]x")).isEqualTo(5);
  }

  @Test
  void whereWordsAreNotSetApart_everyPlaceIsAWordsEnd() {
    assertThat(KnownPhrase.CN_BALANCE.placeIn("账户余额不足了")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "terminated", " terminated", "  terminated  ", "typeerror: terminated", "a:terminated",
        "terminated: other side", "terminated!", "x\nterminated", "terminated\n at x",
            "(terminated)"
      })
  void commonWord_countsAsAClauseOfItsOwn(String message) {
    assertThat(KnownPhrase.TERMINATED.placeIn(message)).isEqualTo(message.indexOf("terminated"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x terminated",
        "process terminated",
        "terminated early",
        "error: terminated by you",
        "was terminated.",
        "terminated x"
      })
  void commonWord_meansNothingWithinASentence(String message) {
    assertThat(KnownPhrase.TERMINATED.placeIn(message)).isNegative();
  }

  @Test
  void openingPhrase_countsAtTheBeginOfAClause_andMayGoOn() {
    assertThat(KnownPhrase.FETCH_FAILED.placeIn("fetch failed for a reason")).isZero();
    assertThat(KnownPhrase.FETCH_FAILED.placeIn("typeerror: fetch failed here")).isEqualTo(11);
    assertThat(KnownPhrase.FETCH_FAILED.placeIn("the fetch failed")).isNegative();
  }

  @Test
  void messageWithoutAnyPhrase_isNone() {
    assertThat(KnownPhrase.in("all is well")).isEqualTo(KnownPhrase.NONE);
    assertThat(KnownPhrase.in("TypeError: Terminated")).isEqualTo(KnownPhrase.TERMINATED);
  }
}
