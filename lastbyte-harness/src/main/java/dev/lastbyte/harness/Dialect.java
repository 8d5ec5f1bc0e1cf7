// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

/** The protocol that a request speaks, chosen by its route. */
public enum Dialect {
  /** OpenAI Chat Completions. */
  OPENAI_CHAT("openai-chat", "/v1/chat/completions"),
  /** OpenAI Responses. */
  OPENAI_RESPONSES("openai-responses", "/v1/responses"),
  /** Anthropic Messages. */
  ANTHROPIC_MESSAGES("anthropic-messages", "/v1/messages");

  private final String token;
  private final String route;

  Dialect(String token, String route) {
    this.token = token;
    this.route = route;
  }

  /** The name in ledgers and keys, such as {@code openai-chat}. */
  public String token() {
    return token;
  }

  /** The path that a client posts to below a base URL, such as {@code /v1/messages}. */
  public String route() {
    return route;
  }
}
