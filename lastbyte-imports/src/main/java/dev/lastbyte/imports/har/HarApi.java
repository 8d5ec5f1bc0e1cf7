// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.har;

import dev.lastbyte.core.event.Dialect;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Which API an archived request speaks, by its path; of a URL nothing is kept. */
final class HarApi {

  private HarApi() {}

  /** The API; null if it is none of a model. */
  static @Nullable Dialect of(String method, String url) {
    String path = method.equals("POST") ? path(url) : "";
    if (path.endsWith("/chat/completions")) {
      return Dialect.OPENAI_CHAT;
    }
    if (path.endsWith("/responses")) {
      return Dialect.OPENAI_RESPONSES;
    }
    if (path.endsWith("/v1/messages")) {
      return Dialect.ANTHROPIC_MESSAGES;
    }
    if (path.endsWith(":generateContent") || path.endsWith(":streamGenerateContent")) {
      return Dialect.GEMINI;
    }
    if (path.endsWith("/api/chat") || path.endsWith("/api/generate")) {
      return Dialect.OLLAMA;
    }
    boolean bedrock = path.endsWith("/converse-stream") || path.endsWith("/converse");
    return bedrock ? Dialect.BEDROCK : null;
  }

  private static String path(String url) {
    try {
      String path = new URI(url).getRawPath();
      return path == null ? "" : path;
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
