// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random strings as long as keys are no words; what people name things is. */
class WordTest {

  private static final int TRIES = 10_000;
  private static final String BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final String BASE62 = BASE36 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  @Test
  void namesOfModelsToolsErrorsAndPlaces_areWords() {
    assertThat(BenignNames.WORDS).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    assertThat(BenignNames.WORDS)
        .allSatisfy(name -> assertThat(Word.orNull(new Token(name))).as(name).isNotNull());
  }

  /** The shares are those of the seed; a key that is told by nothing but chance stays possible. */
  @ParameterizedTest
  @CsvSource({
    "HEX, 32, 99",
    "HEX, 64, 99",
    "BASE62, 24, 85",
    "BASE62, 32, 98",
    "BASE62, 40, 98",
    "BASE62, 48, 98",
    "BASE64URL, 43, 92",
    "BASE64URL, 64, 97",
    "BASE36, 32, 95",
    "BASE36, 40, 97",
    "BASE32, 32, 93",
    "BASE32, 52, 97"
  })
  void randomStringsOfAKeysLength_areNot(Alphabet alphabet, int length, double percent) {
    var random = new Random(length);
    int kept = 0;
    for (int i = 0; i < TRIES; i++) {
      Token token = Token.orNull(alphabet.draw(random, length));
      kept += token == null || Word.orNull(token) == null ? 0 : 1;
    }
    double refused = 100.0 - 100.0 * kept / TRIES;
    System.out.printf("%s of %d characters: %.1f %% refused%n", alphabet, length, refused);
    assertThat(refused).isGreaterThanOrEqualTo(percent);
  }

  @Test
  void randomStringBehindAName_isNoWord() {
    assertThat(Word.orNull(new Token("team-9f86d081884c7d659a2feaa0c55ad015"))).isNull();
    assertThat(Word.orNull(new Token("model:Zm9vYmFyMTIzNDU2Nzg5MGFiY2RlZg"))).isNull();
    assertThat(Word.orNull(null)).isNull();
  }

  enum Alphabet {
    HEX(bytes -> HexFormat.of().formatHex(bytes)),
    BASE36(bytes -> digits(bytes, WordTest.BASE36)),
    BASE62(bytes -> digits(bytes, WordTest.BASE62)),
    BASE32(bytes -> digits(bytes, WordTest.BASE32)),
    BASE64URL(bytes -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));

    private final Function<byte[], String> text;

    Alphabet(Function<byte[], String> text) {
      this.text = text;
    }

    String draw(Random random, int length) {
      var bytes = new byte[length * 8];
      random.nextBytes(bytes);
      return text.apply(bytes).substring(0, length);
    }

    /** Eight bytes a digit: as good as even. */
    private static String digits(byte[] bytes, String alphabet) {
      var digits = new StringBuilder();
      for (int i = 0; i < bytes.length; i += 8) {
        int number = (bytes[i] & 0xff) << 16 | (bytes[i + 1] & 0xff) << 8 | bytes[i + 2] & 0xff;
        digits.append(alphabet.charAt(number % alphabet.length()));
      }
      return digits.toString();
    }
  }
}
