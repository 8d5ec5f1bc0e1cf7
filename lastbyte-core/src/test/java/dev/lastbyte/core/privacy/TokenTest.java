// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt-5.5",
        "anthropic/claude-sonnet-4-5",
        "meta-llama/Llama-3.1-8B-Instruct:free",
        "claude-3-5-sonnet@20240620",
        "req_011CQ9pXyz",
        "call_abc123",
        "UND_ERR_SOCKET",
        "8f1b2c3d4e5f6a7b-FRA",
        "us.anthropic.claude-sonnet-4-20250514-v1:0",
        "task-sk-1"
      })
  void identifiersCodesAndNamesAreKept(String value) {
    assertThat(Token.orNull(value)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "please summarise my diary",
        "sk-proj-abcdef0123456789",
        "openai:sk-abc",
        "ghp_0123456789abcdef",
        "AKIAIOSFODNN7EXAMPLE",
        "eyJhbGciOiJIUzI1NiJ9.e30.abc",
        "/home/ann/secret.txt",
        "C:/Users/ann/diary.doc",
        "src/home/ann",
        "../../etc/passwd",
        "https://internal.example/x",
        "ann.smith@example.com",
        "a/b/c/d/e/f",
        "Grüße",
        "a\nb",
        "{\"a\":1}"
      })
  void textSecretsPathsAndAddressesAreNot(String value) {
    assertThat(Token.orNull(value)).isNull();
  }

  @Test
  void longestTokenIs128Characters() {
    assertThat(Token.orNull("x".repeat(128))).isNotNull();
    assertThat(Token.orNull("x".repeat(129))).isNull();
  }

  @Test
  void refusalNamesTheRule_andNeverTheValue() {
    assertThatThrownBy(() -> new Token("sk-proj-abcdef"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shaped like a secret")
        .hasMessageNotContaining("abcdef");
  }
}
