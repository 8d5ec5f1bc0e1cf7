// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.text.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "codex",
        "claude",
        "opencode",
        "gemini",
        "openai-python",
        "openai-node",
        "anthropic",
        "ollama",
        "curl",
        "other"
      })
  void everyClient_isPointedAtTheGatewayThatRuns(String client) {
    CommandResult session = CommandResult.of("connect", client, "--gateway", "127.0.0.1:7078");

    assertThat(session.exit()).isEqualTo(ExitCode.OK);
    assertThat(session.out()).contains("http://127.0.0.1:7078/").doesNotContain("GATEWAY");
    assertThat(CommandResult.of("connect").lines()).contains(client);
  }

  @Test
  void theCodexGuide_isValidConfiguration() {
    assertThat(CommandResult.of("connect", "codex").lines())
        .allMatch(line -> line.isEmpty() || line.matches("#.*|\\[[a-z_.]+]|[a-z_]+ = \".*\""));
  }
}
