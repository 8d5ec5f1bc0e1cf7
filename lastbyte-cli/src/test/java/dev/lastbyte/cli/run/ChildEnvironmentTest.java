// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.options.HostAndPort;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildEnvironmentTest {

  @Test
  void everyKnownClient_isPointedAtTheGateway() {
    var environment = new ChildEnvironment(Map.of("PATH", "/bin"));

    assertThat(environment.upstreams()).isEmpty();
    assertThat(environment.variablesFor(HostAndPort.loopback(9)))
        .containsEntry("OPENAI_BASE_URL", "http://127.0.0.1:9/openai/v1")
        .containsEntry("ANTHROPIC_BASE_URL", "http://127.0.0.1:9/anthropic")
        .containsEntry("GOOGLE_GEMINI_BASE_URL", "http://127.0.0.1:9/gemini")
        .containsEntry("OLLAMA_HOST", "http://127.0.0.1:9/ollama")
        .containsEntry("NO_PROXY", "127.0.0.1,localhost");
  }

  @Test
  void aBaseUrlSetBefore_becomesTheUpstream() {
    var environment =
        new ChildEnvironment(
            Map.of(
                "OPENAI_API_BASE",
                "https://router.example/api/v1",
                "OLLAMA_HOST",
                "10.0.0.7",
                "NO_PROXY",
                "example.com"));

    assertThat(environment.upstreams())
        .containsExactly("openai=https://router.example/api/v1", "ollama=http://10.0.0.7:11434");
    assertThat(environment.variablesFor(HostAndPort.loopback(9)))
        .containsEntry("OPENAI_BASE_URL", "http://127.0.0.1:9/openai")
        .containsEntry("OPENAI_API_BASE", "http://127.0.0.1:9/openai")
        .containsEntry("NO_PROXY", "example.com,127.0.0.1,localhost");
  }
}
