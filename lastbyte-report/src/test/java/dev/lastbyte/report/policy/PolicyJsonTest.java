// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.core.recovery.RetryPolicy.Basis;
import dev.lastbyte.core.recovery.RetryPolicy.Declared;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(300)
class PolicyJsonTest {

  private static final String WHOLE =
      """
      {
        "longest_wait_ms": 1000,
        "most_attempts": 5,
        "first_pause_ms": 0,
        "longest_pause_ms": 60000,
        "can_retract": true,
        "may_be_billed_twice": false,
        "tools": {
          "read_file": {"effect": "read_only", "basis": "owner"},
          "search": {"basis": "claim", "effect": "idempotent"}
        }
      }
      """;

  private static RetryPolicy read(String text) throws IOException {
    return PolicyJson.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  @Test
  void everyKey_isRead() throws IOException {
    assertThat(read(WHOLE))
        .isEqualTo(
            new RetryPolicy(
                Duration.ofSeconds(1),
                5,
                Duration.ZERO,
                Duration.ofMinutes(1),
                true,
                false,
                Map.of(
                    new Token("read_file"), new Declared(ToolEffect.READ_ONLY, Basis.OWNER),
                    new Token("search"), new Declared(ToolEffect.IDEMPOTENT, Basis.CLAIM))));
  }

  @Test
  void whatIsMissing_isStandard() throws IOException {
    assertThat(read("{}")).isEqualTo(RetryPolicy.standard());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"max_attempts":3}             | the policy has an unknown key "max_attempts"; the known
          {"max_attempts":3}             | longest_wait_ms, most_attempts, first_pause_ms
          {"my secret plan":3}           | an unknown key that is no token
          {"most_attempts":0}            | most_attempts must be a whole number from 1 to 1000
          {"most_attempts":"3"}          | most_attempts must be a whole number from 1 to 1000
          {"most_attempts":1e1}          | most_attempts must be a whole number from 1 to 1000
          {"first_pause_ms":-1}          | first_pause_ms must be a whole number from 0 to 31622400000
          {"first_pause_ms":99999999999999999999} | first_pause_ms must be a whole number
          {"can_retract":1}              | can_retract must be true or false
          {"can_retract":null}           | can_retract must be true or false
          {"can_retract":true,"can_retract":false} | has the key "can_retract" twice
          {"tools":[]}                   | tools must be a JSON object
          {"tools":{"a b":{}}}           | a tool's name must be a token
          {"tools":{"a":{}}}             | tools.a must have both: effect, basis
          {"tools":{"a":{"effect":"harmless","basis":"owner"}}} | tools.a.effect must be one of: read_only
          {"tools":{"a":{"effect":"process","basis":"me"}}}     | tools.a.basis must be one of: owner, claim
          {"tools":{"a":{"effects":"process"}}} | tools.a has an unknown key "effects"; the known ones are
          []                             | the policy must be a JSON object
          {} {}                          | there must be nothing behind
          {"most_attempts":              | not JSON that is read here
          {"tools":{"a":{"effect":[[]]   | beyond the bounds of a policy: 3 levels
          """)
  void anInvalidPolicy_isReportedWithTheValidValues(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(PolicyFormatException.class)
        .hasMessageContaining(message.strip())
        .hasMessageNotContaining("secret");
  }

  @Test
  void aFileWithoutEnd_isRefused() {
    assertThatThrownBy(() -> read(" ".repeat(3 * PolicyJson.MAX_LENGTH)))
        .isInstanceOf(PolicyFormatException.class);
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void damage_isRefused_orReadAsAPolicy(long seed) throws IOException {
    byte[] bytes = WHOLE.getBytes(UTF_8);
    var random = new Random(seed);
    for (int i = 0; i < 3; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }

    try {
      assertThat(PolicyJson.read(new ByteArrayInputStream(bytes))).isNotNull();
    } catch (PolicyFormatException refused) {
      assertThat(refused).hasMessageMatching("[ -~]+");
    }
  }
}
