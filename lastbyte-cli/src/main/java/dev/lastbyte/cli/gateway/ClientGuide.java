// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.gateway;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a client is sent through a gateway: what to set, to be copied as it stands. */
public enum ClientGuide {
  CODEX(
      "codex",
      """
      # ~/.codex/config.toml (Codex speaks the Responses API only)
      # or, for one command: codex -c openai_base_url=GATEWAY/openai/v1
      model_provider = "lastbyte"

      [model_providers.lastbyte]
      name = "lastbyte"
      base_url = "GATEWAY/openai/v1"
      wire_api = "responses"
      env_key = "OPENAI_API_KEY"
      """),
  CLAUDE(
      "claude",
      """
      export ANTHROPIC_BASE_URL=GATEWAY/anthropic
      claude
      """),
  OPENCODE(
      "opencode",
      """
      // opencode.json in the project, beside what is there
      {
        "provider": {
          "openai": {"options": {"baseURL": "GATEWAY/openai/v1"}},
          "anthropic": {"options": {"baseURL": "GATEWAY/anthropic/v1"}}
        }
      }
      """),
  GEMINI(
      "gemini",
      """
      export GOOGLE_GEMINI_BASE_URL=GATEWAY/gemini
      gemini
      """),
  OPENAI_PYTHON(
      "openai-python",
      """
      export OPENAI_BASE_URL=GATEWAY/openai/v1
      # or: openai.OpenAI(base_url="GATEWAY/openai/v1")
      """),
  OPENAI_NODE(
      "openai-node",
      """
      export OPENAI_BASE_URL=GATEWAY/openai/v1
      // or: new OpenAI({ baseURL: "GATEWAY/openai/v1" })
      """),
  ANTHROPIC(
      "anthropic",
      """
      export ANTHROPIC_BASE_URL=GATEWAY/anthropic
      # or: anthropic.Anthropic(base_url="GATEWAY/anthropic")
      # or: new Anthropic({ baseURL: "GATEWAY/anthropic" })
      """),
  OLLAMA(
      "ollama",
      """
      export OLLAMA_HOST=GATEWAY/ollama
      """),
  CURL(
      "curl",
      """
      curl GATEWAY/openai/v1/responses \\
        -H "Authorization: Bearer $OPENAI_API_KEY" -H "Content-Type: application/json" \\
        -d '{"model": "MODEL", "input": "Say hello.", "stream": true}' --no-buffer
      """),
  OTHER(
      "other",
      """
      # Whatever lets a client be given a base URL:
      #   GATEWAY/openai/v1    instead of https://api.openai.com/v1
      #   GATEWAY/anthropic    instead of https://api.anthropic.com
      #   GATEWAY/gemini       instead of https://generativelanguage.googleapis.com
      # Headers that help to tell runs apart, and go no further than the gateway:
      #   x-lastbyte-session: NAME    the conversation
      #   x-lastbyte-run: NAME        one question, the same for each time that it is sent
      """);

  private final String client;
  private final String text;

  ClientGuide(String client, String text) {
    this.client = client;
    this.text = text;
  }

  /** What to set, for the gateway at this URL. */
  String text(String gateway) {
    return text.replace("GATEWAY", gateway).strip();
  }

  /** The guide for a client, or null if none has that name. */
  static @Nullable public ClientGuide of(String client) {
    return Arrays.stream(values())
        .filter(guide -> guide.client.equals(client))
        .findFirst()
        .orElse(null);
  }

  /** The names of all. */
  static List<String> names() {
    return Arrays.stream(values()).map(guide -> guide.client).toList();
  }

  /**
   * What else it takes to send it through the gateway of {@code lastbyte run}, or null if the
   * variables are enough.
   */
  @Nullable
  public String runHint() {
    return switch (this) {
      case CODEX -> "lastbyte run -- sh -c 'codex -c openai_base_url=$OPENAI_BASE_URL ...'";
      case OPENCODE ->
          "lastbyte run --listen 127.0.0.1:7077 -- opencode ...    see: lastbyte connect opencode";
      case CLAUDE, GEMINI, OPENAI_PYTHON, OPENAI_NODE, ANTHROPIC, OLLAMA, CURL, OTHER -> null;
    };
  }
}
