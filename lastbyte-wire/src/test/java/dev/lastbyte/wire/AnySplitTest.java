// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.RunEvent;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However TCP cuts the bytes, the same is recorded. */
@Timeout(300)
class AnySplitTest {

  private static List<String> names() {
    return Samples.names();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void atEveryByte(String name) {
    byte[] bytes = Samples.wholeResponses().get(name);
    List<RunEvent> whole = fresh(name).feed(bytes).closed().events();

    assertThat(whole).hasSizeGreaterThanOrEqualTo(4);
    for (int split = 0; split <= bytes.length; split++) {
      assertThat(fresh(name).feedIn(bytes, split).closed().events())
          .as("split at %d", split)
          .isEqualTo(whole);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void byteByByte(String name) {
    byte[] bytes = Samples.wholeResponses().get(name);

    assertThat(fresh(name).feedByteByByte(bytes).closed().events())
        .isEqualTo(fresh(name).feed(bytes).closed().events());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void inRandomPieces(String name) {
    byte[] bytes = Samples.wholeResponses().get(name);
    List<RunEvent> whole = fresh(name).feed(bytes).closed().events();

    for (long seed = 0; seed < 200; seed++) {
      assertThat(fresh(name).feedInPieces(bytes, new Random(seed)).closed().events())
          .as("seed %d", seed)
          .isEqualTo(whole);
    }
  }

  private static TappedResponse fresh(String name) {
    return TappedResponse.responseOf(Samples.dialectOf(name));
  }
}
