// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.Dialect;

/** The streams of the dialects. */
public final class DialectStreams {

  private DialectStreams() {}

  /** The stream of a dialect, at the start of a fresh response. */
  public static DialectStream of(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT -> new ChatStream(ChatVariant.OPENAI);
      case AZURE_CHAT -> new ChatStream(ChatVariant.AZURE);
      case OPENROUTER -> new ChatStream(ChatVariant.OPENROUTER);
      case OPENAI_RESPONSES -> new ResponsesStream();
      case ANTHROPIC_MESSAGES -> new AnthropicStream();
      case GEMINI -> new GeminiStream();
      case OLLAMA -> new OllamaStream();
      case BEDROCK -> new BedrockStream();
    };
  }
}
