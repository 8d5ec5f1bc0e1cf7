// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person or a model wrote never reaches the recorder. */
class PrivacyTest {

  private static List<String> names() {
    return Samples.names();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void noContentIsRecorded(String name) {
    byte[] bytes = Samples.wholeResponses().get(name);

    String log =
        TappedResponse.responseOf(Samples.dialectOf(name)).feed(bytes).closed().log().toString();

    assertThat(new String(bytes, UTF_8)).contains("CANA");
    assertThat(log).contains("BodyEnded").doesNotContain(Samples.CANARY);
  }
}
