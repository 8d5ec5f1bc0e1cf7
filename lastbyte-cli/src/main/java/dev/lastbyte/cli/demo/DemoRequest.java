// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.demo;

/** The request that the demo's agent sends: a stream, a question, and one tool of its own. */
final class DemoRequest {

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

  private DemoRequest() {}

  /** The body that the route of a path asks for. */
  static String body(String path) {
    if (path.endsWith("/chat/completions")) {
      return CHAT;
    }
    return path.endsWith("/responses") ? RESPONSES : MESSAGES;
  }
}
