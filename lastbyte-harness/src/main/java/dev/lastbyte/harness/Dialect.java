// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** The protocol that a request speaks, chosen by its route. */
public enum Dialect {
  /** OpenAI Chat Completions. */
  OPENAI_CHAT("openai-chat", "/v1/chat/completions", false),
  /** OpenAI Responses. */
  OPENAI_RESPONSES("openai-responses", "/v1/responses", false),
  /** Anthropic Messages. */
  ANTHROPIC_MESSAGES("anthropic-messages", "/v1/messages", false),
  /** Gemini's generateContent as a stream, with {@code alt=sse}. */
  GEMINI("gemini", "/v1beta/models/lastbyte-model-1:streamGenerateContent", true),
  /** Ollama's own chat route. */
  OLLAMA("ollama", "/api/chat", true),
  /** Bedrock's ConverseStream. */
  BEDROCK("bedrock", "/model/lastbyte-model-1/converse-stream", true),
  /** Azure OpenAI, which speaks Chat Completions in its own way. */
  AZURE_CHAT("azure-chat", "/openai/deployments/lastbyte-model-1/chat/completions", false),
  /** OpenRouter, which speaks Chat Completions in its own way. */
  OPENROUTER("openrouter", "/api/v1/chat/completions", false);

  private final String token;
  private final String route;
  private final boolean streamsUnasked;
  private final Pattern path;

  Dialect(String token, String route, boolean streamsUnasked) {
    this.token = token;
    this.route = route;
    this.streamsUnasked = streamsUnasked;
    // any model's name will do
    path = Pattern.compile(Pattern.quote(route).replace("lastbyte-model-1", "\\E[^/:]+\\Q"));
  }

  /** The name in ledgers and keys, such as {@code openai-chat}. */
  public String token() {
    return token;
  }

  /** The path that a client posts to below a base URL, such as {@code /v1/messages}. */
  public String route() {
    return route;
  }

  /** Whether a request need not say that it wants a stream. */
  public boolean streamsUnasked() {
    return streamsUnasked;
  }

  /** Whether that is all of the path, below no base. */
  public boolean isWhole(String requestPath) {
    return path.matcher(requestPath).matches();
  }

  /** The dialect whose route the path ends with, the longest one where there are several. */
  public static Optional<Dialect> of(String requestPath) {
    return Arrays.stream(values())
        .filter(dialect -> dialect.endsPath(requestPath))
        .max(Comparator.comparingInt(dialect -> dialect.route.length()));
  }

  private boolean endsPath(String requestPath) {
    return Pattern.compile(".*" + path.pattern()).matcher(requestPath).matches();
  }
}
