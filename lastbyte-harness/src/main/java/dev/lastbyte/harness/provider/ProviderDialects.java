// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.Dialect;

/** The dialects, each by its own {@link ProviderDialect}. */
public final class ProviderDialects {

  private ProviderDialects() {}

  /** What is said in that dialect. */
  public static ProviderDialect of(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT -> new ChatDialect(ChatVariant.OPENAI);
      case AZURE_CHAT -> new ChatDialect(ChatVariant.AZURE);
      case OPENROUTER -> new ChatDialect(ChatVariant.OPENROUTER);
      case OPENAI_RESPONSES -> new ResponsesDialect();
      case ANTHROPIC_MESSAGES -> new AnthropicDialect();
      case GEMINI -> new GeminiDialect();
      case OLLAMA -> new OllamaDialect();
      case BEDROCK -> new BedrockDialect();
    };
  }
}
