// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of services are no tokens, wherever they begin; identifiers and names are. */
class SecretTokensTest {

  private static final String REST = "Zm9vYmFyMTIzNDU2Nzg5MGFiY2RlZg";

  @Test
  void everyKnownPrefix_isRefused_atTheStart_andBehindEveryMark() {
    Stream.concat(KeyPrefixes.SURE.stream(), KeyPrefixes.WITH_A_LONG_REST.stream())
        .forEach(prefix -> {
          for (String before :
              new String[] {"", "a:", "a/", "a@", "a+", "team_", "team.", "team-"}) {
            assertThat(Token.orNull(before + prefix + REST)).as(before + prefix).isNull();
          }
        });
  }

  @Test
  void benignIdentifiers_areKept() {
    assertThat(BenignNames.ALL).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    assertThat(BenignNames.ALL).allSatisfy(id -> assertThat(Token.orNull(id)).as(id).isNotNull());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-proj-0123456789abcdef0123456789abcdef-0123456789abcdef",
        "00-sk-proj-0123456789abcdef01234567-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        ""
      })
  void traceParentOfAnotherShape_givesNoId(String value) {
    assertThat(TraceParent.traceId(value)).isNull();
  }

  @Test
  void traceParent_givesItsTraceId() {
    assertThat(TraceParent.traceId("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
        .isEqualTo(new Token("4bf92f3577b34da6a3ce929d0e0e4736"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1beta/models/https%3A%2F%2Finternal.example%2Fdiary",
        "/v1beta/models/https%253A%252F%252Finternal.example%252Fdiary",
        "/v1beta/models/%2Fhome%2Fann%2Fdiary",
        "/v1beta/models/sk-proj-abc%2Fdiary",
        "/v1beta/models/..%2F..%2Fdiary",
        "/model/a%2Fb%2Fc%2Fd%2Fe%2Fdiary",
        "/model/arn:aws:bedrock://x/diary"
      })
  void modelBehindAUrlAPathOrASecret_isNotKept(String path) {
    assertThat(ModelName.inPath(path)).isNull();
  }

  @Test
  void modelInAPathOrAnArn_isKeptByItsOwnName() {
    assertThat(ModelName.inPath("/v1beta/models/gemini-2.5-pro"))
        .isEqualTo(new Token("gemini-2.5-pro"));
    assertThat(
            ModelName.inPath(
                "/v1/projects/p/locations/l/publishers/google/models/gemini-2.0-flash"))
        .isEqualTo(new Token("gemini-2.0-flash"));
    assertThat(
            ModelName.inPath(
                "/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2Fus.nova-v1%3A0"))
        .isEqualTo(new Token("us.nova-v1:0"));
  }
}
