// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.ollama;

import dev.lastbyte.wire.dialect.reader.RequestKeys;

/**
 * The keys of a request of Ollama's own API. Whatever tool it offers, only the client executes it.
 *
 * <p>Source: {@code docs.ollama.com/api}.
 */
final class OllamaRequestKeys {

  static final RequestKeys KEYS =
      RequestKeys.none()
          .with(
              "",
              "model",
              "messages",
              "prompt",
              "suffix",
              "images",
              "system",
              "template",
              "context",
              "raw",
              "tools",
              "format",
              "options",
              "stream",
              "keep_alive",
              "think",
              "logprobs",
              "top_logprobs",
              "truncate",
              "shift")
          .with(
              "messages[]",
              "role",
              "content",
              "thinking",
              "images",
              "tool_calls",
              "tool_name",
              "tool_call_id",
              "name")
          .with("tools[]", "type", "function", "items");

  private OllamaRequestKeys() {}
}
