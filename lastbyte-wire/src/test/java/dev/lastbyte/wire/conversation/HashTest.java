// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.privacy.Token;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A hash is kept as a token, whatever its bits are. */
class HashTest {
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final long SEED = 20261122;

  @Test
  void aTokenThatLooksLikeASecret_isAvoided() {
    // how JSON web tokens begin: one in 32,768 hashes does
    var hash = new Hash(bits("eyjhbgcn"), bits("eyjhbgcn"));

    assertThat(hash.token().value()).contains("eyjhbgcn");
  }

  @Test
  void theHashIsParsedBackFromItsToken() {
    var random = new Random(SEED);
    for (int i = 0; i < 200_000; i++) {
      var hash = new Hash(random.nextLong(), random.nextLong());

      assertThat(Hash.of(hash.token())).isEqualTo(hash.kept());
    }
  }

  @Test
  void anyOtherToken_isNotAHash() {
    assertThat(Hash.of(new Token("h:0short"))).isNull();
    assertThat(Hash.of(new Token("session-of-a-client"))).isNull();
  }

  private static long bits(String digits) {
    long bits = 0;
    for (int i = digits.length() - 1; i >= 0; i--) {
      bits = bits << 5 | DIGITS.indexOf(digits.charAt(i));
    }
    return bits;
  }
}
