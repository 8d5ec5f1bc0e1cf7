// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.testkit.act;

import dev.lastbyte.harness.Dialect;

/** The request that a client sends: a stream, a question, and one tool of its own. */
final class Requests {

  private static final String CHAT =
      """
      {"model":"lastbyte-model-1","stream":true,"messages":[{"role":"user","content":"Which word?"}],\
      "tools":[{"type":"function","function":{"name":"look_up","parameters":{"type":"object"}}}]}\
      """;

  private static final String RESPONSES =
      """
      {"model":"lastbyte-model-1","stream":true,"store":false,"input":"Which word?",\
      "tools":[{"type":"function","name":"look_up","parameters":{"type":"object"}}]}\
      """;

  private static final String MESSAGES =
      """
      {"model":"lastbyte-model-1","stream":true,"max_tokens":64,\
      "messages":[{"role":"user","content":"Which word?"}],\
      "tools":[{"name":"look_up","input_schema":{"type":"object"}}]}\
      """;

  private Requests() {}

  static String body(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT -> CHAT;
      case OPENAI_RESPONSES -> RESPONSES;
      case ANTHROPIC_MESSAGES -> MESSAGES;
    };
  }
}
