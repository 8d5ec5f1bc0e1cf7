// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of services are no tokens, wherever they begin; identifiers and names are. */
class SecretTokensTest {

  private static final String REST = "Zm9vYmFyMTIzNDU2Nzg5MGFiY2RlZg";

  private static final List<String> BENIGN =
      List.of(
          "req_011CQ9pXyzAbCdEfGhIjKlMn",
          "req_2b6c1f5a9d8e7f60",
          "chatcmpl-9aBcDeFgHiJkLmNoPqRsTuVwXyZ12",
          "resp_68a1b2c3d4e5f60718293a4b5c6d7e8f",
          "msg_01XFDUDYJgAACzvnptvVoYEL",
          "toolu_01A09q90qw90lq917835lq9",
          "tooluse_kZJMlvQmRJ6eAyJE5GIl7Q",
          "call_abc123def456ghi789jkl012",
          "call_lastbyte1",
          "fc_67ca09c6bedc8190a7abfec07b1a1332",
          "rs_6821aa75f8ac8191",
          "thread_abc123",
          "run_abc123DEF456ghi789JKL012",
          "asst_abc123",
          "file-abc123",
          "gen-1749160000-AbCdEfGhIjKl",
          "batch_abc123",
          "550e8400-e29b-41d4-a716-446655440000",
          "01890a5d-ac96-774b-bcce-b302099a8057",
          "01ARZ3NDEKTSV4RRFFQ69G5FAV",
          "01J8Z5Y3V7K9Q2M4N6P8R0S2T4",
          "4bf92f3577b34da6a3ce929d0e0e4736",
          "00f067aa0ba902b7",
          "8f1b2c3d4e5f6a7b-FRA",
          "7d3f9a0b1c2d3e4f-SJC",
          "gpt-5.5",
          "gpt-4o-2024-08-06",
          "gpt-4o-mini-2024-07-18",
          "o3-mini-2025-01-31",
          "claude-3-5-sonnet-20241022",
          "claude-3-5-sonnet@20240620",
          "claude-opus-4-1-20250805",
          "anthropic/claude-sonnet-4-5",
          "gemini-2.5-pro-preview-06-05",
          "gemini-2.0-flash-001",
          "models/gemini-2.5-flash",
          "meta-llama/Llama-3.1-8B-Instruct:free",
          "us.anthropic.claude-sonnet-4-20250514-v1:0",
          "amazon.nova-pro-v1:0",
          "mistral-large-2411",
          "mistralai/Mixtral-8x22B-Instruct-v0.1",
          "deepseek-ai/DeepSeek-R1-Distill-Qwen-32B",
          "qwen2.5-coder:32b-instruct-q4_K_M",
          "accounts/fireworks/models/llama-v3p1-405b",
          "text-embedding-3-large",
          "voyage-3-large",
          "grok-4-0709",
          "command-r-plus-08-2024",
          "task-sk-1",
          "desk-lamp",
          "risk-assessment-2024",
          "UND_ERR_SOCKET",
          "ECONNRESET",
          "rate_limit_exceeded",
          "context_length_exceeded",
          "insufficient_quota",
          "MALFORMED_FUNCTION_CALL",
          "java.net.SocketTimeoutException",
          "io.netty.channel.ConnectTimeoutException",
          "mcp__github__create_pull_request",
          "write_file",
          "westeurope",
          "us-east-1",
          "europe-west4",
          "turn-1",
          "session-2026-12-01",
          "api-gateway",
          "patch-tool",
          "key-value-store",
          "co_author",
          "secretary",
          "1c7f0e5d2b3a49688f7e6d5c4b3a2918");

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
    assertThat(BENIGN).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    assertThat(BENIGN).allSatisfy(id -> assertThat(Token.orNull(id)).as(id).isNotNull());
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
