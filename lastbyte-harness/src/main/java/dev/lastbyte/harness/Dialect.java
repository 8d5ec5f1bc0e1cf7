// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import static dev.lastbyte.harness.DialectTrait.CHAT_COMPLETIONS;
import static dev.lastbyte.harness.DialectTrait.HEARTBEATS;
import static dev.lastbyte.harness.DialectTrait.PARTIAL_TOOL_CALLS;
import static dev.lastbyte.harness.DialectTrait.SERVER_SENT_EVENTS;
import static dev.lastbyte.harness.DialectTrait.STREAMS_UNASKED;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The protocol that a request speaks, chosen by its route. */
public enum Dialect {
  /** OpenAI Chat Completions. */
  OPENAI_CHAT(
      "openai-chat",
      "/v1/chat/completions",
      CHAT_COMPLETIONS,
      SERVER_SENT_EVENTS,
      HEARTBEATS,
      PARTIAL_TOOL_CALLS),
  /** OpenAI Responses. */
  OPENAI_RESPONSES(
      "openai-responses", "/v1/responses", SERVER_SENT_EVENTS, HEARTBEATS, PARTIAL_TOOL_CALLS),
  /** Anthropic Messages. */
  ANTHROPIC_MESSAGES(
      "anthropic-messages", "/v1/messages", SERVER_SENT_EVENTS, HEARTBEATS, PARTIAL_TOOL_CALLS),
  /** Gemini's generateContent as a stream, with {@code alt=sse}. */
  GEMINI(
      "gemini",
      "/v1beta/models/lastbyte-model-1:streamGenerateContent?alt=sse",
      STREAMS_UNASKED,
      SERVER_SENT_EVENTS),
  /** Ollama's own chat route. */
  OLLAMA("ollama", "/api/chat", STREAMS_UNASKED),
  /** Bedrock's ConverseStream. */
  BEDROCK(
      "bedrock", "/model/lastbyte-model-1/converse-stream", STREAMS_UNASKED, PARTIAL_TOOL_CALLS),
  /** Azure OpenAI, which speaks Chat Completions in its own way. */
  AZURE_CHAT(
      "azure-chat",
      "/openai/deployments/lastbyte-model-1/chat/completions",
      CHAT_COMPLETIONS,
      SERVER_SENT_EVENTS,
      HEARTBEATS,
      PARTIAL_TOOL_CALLS),
  /** OpenRouter, which speaks Chat Completions in its own way. */
  OPENROUTER(
      "openrouter",
      "/api/v1/chat/completions",
      CHAT_COMPLETIONS,
      SERVER_SENT_EVENTS,
      HEARTBEATS,
      PARTIAL_TOOL_CALLS);

  private final String token;
  private final String route;
  private final String query;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of gives one that never changes
  private final Set<DialectTrait> traits;

  private final Pattern path;

  Dialect(String token, String target, DialectTrait... traits) {
    this.token = token;
    int end = target.contains("?") ? target.indexOf('?') : target.length();
    this.route = target.substring(0, end);
    this.query = target.substring(end);
    this.traits = Set.of(traits);
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
    return has(DialectTrait.STREAMS_UNASKED);
  }

  /** The query that a request for a stream has behind its path, with its question mark, or none. */
  public String query() {
    return query;
  }

  /** Whether it has that trait. */
  public boolean has(DialectTrait trait) {
    return traits.contains(trait);
  }

  /** All dialects that have that trait. */
  public static Set<Dialect> having(DialectTrait trait) {
    return Arrays.stream(values())
        .filter(dialect -> dialect.has(trait))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether that is all of the path, below no base. */
  public boolean isWhole(String requestPath) {
    return path.matcher(requestPath).matches();
  }

  /** The dialect of that {@linkplain #token() name}. */
  public static Optional<Dialect> named(String token) {
    return Arrays.stream(values()).filter(dialect -> dialect.token.equals(token)).findFirst();
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
