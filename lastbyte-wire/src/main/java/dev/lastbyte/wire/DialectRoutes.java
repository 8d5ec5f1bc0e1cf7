// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import dev.lastbyte.core.event.Dialect;

/** Which API a request's path belongs to. */
public final class DialectRoutes {

  private DialectRoutes() {}

  /**
   * The dialect by the end of the path, so that a prefix of the provider's own does not matter.
   *
   * @param path a path, with or without a query
   */
  public static Dialect of(String path) {
    int query = path.indexOf('?');
    String bare = query < 0 ? path : path.substring(0, query);
    if (bare.endsWith("/chat/completions")) {
      return Dialect.OPENAI_CHAT;
    }
    if (bare.endsWith("/responses")) {
      return Dialect.OPENAI_RESPONSES;
    }
    if (bare.endsWith("/messages")) {
      return Dialect.ANTHROPIC_MESSAGES;
    }
    if (bare.endsWith(":generateContent") || bare.endsWith(":streamGenerateContent")) {
      return Dialect.GEMINI;
    }
    if (bare.endsWith("/api/chat") || bare.endsWith("/api/generate")) {
      return Dialect.OLLAMA;
    }
    return isBedrock(bare) ? Dialect.BEDROCK : Dialect.UNKNOWN;
  }

  private static boolean isBedrock(String path) {
    String operation = path.substring(path.lastIndexOf('/') + 1);
    return path.contains("/model/")
        && switch (operation) {
          case "converse", "converse-stream", "invoke", "invoke-with-response-stream" -> true;
          default -> false;
        };
  }
}
