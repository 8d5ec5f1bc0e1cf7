// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.privacy.Token;
import org.jspecify.annotations.Nullable;

/**
 * What a request's path says of it. The end of the path decides, so that a prefix of the provider's
 * own does not matter.
 *
 * @param dialect the API that the path belongs to
 * @param streaming whether a stream is asked for; unknown where the body says so
 * @param model the model asked for, or null where the body names it
 */
public record Route(Dialect dialect, Known streaming, @Nullable Token model) {

  /** A path that says nothing. */
  public static final Route NONE = inBody(Dialect.UNKNOWN);

  private static final String BEDROCK_MODEL = "/model/";

  /**
   * The route of a path.
   *
   * @param path a path, with or without a query
   */
  public static Route of(String path) {
    int query = path.indexOf('?');
    String bare = query < 0 ? path : path.substring(0, query);
    String operation = bare.substring(bare.lastIndexOf('/') + 1);
    return switch (operation) {
      case "completions" -> inBody(bare, "/chat/completions", Dialect.OPENAI_CHAT);
      case "responses" -> inBody(bare, "/responses", Dialect.OPENAI_RESPONSES);
      case "messages" -> inBody(bare, "/messages", Dialect.ANTHROPIC_MESSAGES);
      case "chat" -> inBody(bare, "/api/chat", Dialect.OLLAMA);
      case "generate" -> inBody(bare, "/api/generate", Dialect.OLLAMA);
      case "converse", "invoke" -> bedrock(bare, operation, false);
      case "converse-stream", "invoke-with-response-stream" -> bedrock(bare, operation, true);
      default -> google(bare, operation);
    };
  }

  private static Route inBody(Dialect dialect) {
    return new Route(dialect, Known.UNKNOWN, null);
  }

  private static Route inBody(String path, String end, Dialect dialect) {
    return path.endsWith(end) ? inBody(dialect) : NONE;
  }

  /** {@code .../model/{id}/{operation}}; the id may be an ARN, with slashes of its own. */
  private static Route bedrock(String path, String operation, boolean streams) {
    int from = path.indexOf(BEDROCK_MODEL);
    int to = path.length() - operation.length() - 1;
    if (from < 0 || from + BEDROCK_MODEL.length() > to) {
      return NONE;
    }
    String id = path.substring(from + BEDROCK_MODEL.length(), to);
    return new Route(Dialect.BEDROCK, Known.of(streams), modelOf(id));
  }

  /** {@code .../{model}:{operation}}, the last segment of the path. */
  private static Route google(String path, String segment) {
    int colon = segment.lastIndexOf(':');
    if (colon < 0) {
      return NONE;
    }
    Token model = modelOf(segment.substring(0, colon));
    boolean anthropic = path.contains("/publishers/anthropic/models/");
    return switch (segment.substring(colon + 1)) {
      case "generateContent" -> new Route(Dialect.GEMINI, Known.NO, model);
      case "streamGenerateContent" -> new Route(Dialect.GEMINI, Known.YES, model);
      // Another publisher's API as it is (Vertex AI); Anthropic's body says whether it streams.
      case "rawPredict", "streamRawPredict" ->
          anthropic ? new Route(Dialect.ANTHROPIC_MESSAGES, Known.UNKNOWN, model) : NONE;
      default -> NONE;
    };
  }

  /** The name at the end of an id: what stands before it in an ARN names an account. */
  private static @Nullable Token modelOf(String id) {
    String plain = id.replaceAll("(?i)%3a", ":").replaceAll("(?i)%2f", "/");
    return Token.orNull(plain.substring(plain.lastIndexOf('/') + 1));
  }
}
