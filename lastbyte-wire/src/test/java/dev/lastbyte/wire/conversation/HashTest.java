// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HashTest {

  /** All that the first four digits can be. */
  private static final int BEGINNINGS = 1 << 20;

  @Test
  void noHash_beginsAsASecretDoes() {
    var random = new Random(1);
    assertThatCode(
            () -> {
              for (long first = 0; first < BEGINNINGS; first++) {
                new Hash(first | random.nextLong() << 20, random.nextLong()).token();
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void aHash_isSpelledTheSameAgain_andAnotherOtherwise() {
    assertThat(new Hash(1, 2).token()).isEqualTo(new Hash(1, 2).token());
    assertThat(new Hash(1, 2).token()).isNotEqualTo(new Hash(2, 1).token());
  }
}
