// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard.driver;

import dev.lastbyte.harness.Dialect;

/**
 * The requests that a client sends: a stream, a question of its own, and one local tool. What was
 * asked differs from trial to trial, as the provider counts what comes again.
 */
final class RequestBodies {

  private static final String CHAT =
      """
      {"model":"lastbyte-model-1","stream":true,"messages":[{"role":"user","content":"%s?"}%s],\
      "tools":[{"type":"function","function":{"name":"look_up","parameters":{"type":"object"}}}]}\
      """;

  private static final String CHAT_RESULT =
      """
      ,{"role":"assistant","tool_calls":[{"id":"%1$s","type":"function",\
      "function":{"name":"look_up","arguments":"{}"}}]},\
      {"role":"tool","tool_call_id":"%1$s","content":"done"}\
      """;

  private static final String RESPONSES =
      """
      {"model":"lastbyte-model-1","stream":true,"store":false,"input":[{"role":"user","content":"%s?"}%s],\
      "tools":[{"type":"function","name":"look_up","parameters":{"type":"object"}}]}\
      """;

  private static final String RESPONSES_RESULT =
      """
      ,{"type":"function_call","call_id":"%1$s","name":"look_up","arguments":"{}"},\
      {"type":"function_call_output","call_id":"%1$s","output":"done"}\
      """;

  private static final String MESSAGES =
      """
      {"model":"lastbyte-model-1","stream":true,"max_tokens":64,\
      "messages":[{"role":"user","content":"%s?"}%s],\
      "tools":[{"name":"look_up","input_schema":{"type":"object"}}]}\
      """;

  private static final String MESSAGES_RESULT =
      """
      ,{"role":"assistant","content":[{"type":"tool_use","id":"%1$s","name":"look_up","input":{}}]},\
      {"role":"user","content":[{"type":"tool_result","tool_use_id":"%1$s","content":"done"}]}\
      """;

  private static final String GEMINI =
      """
      {"contents":[{"role":"user","parts":[{"text":"%s?"}]}%s],\
      "tools":[{"functionDeclarations":[{"name":"look_up"}]}]}\
      """;

  private static final String GEMINI_RESULT =
      """
      ,{"role":"model","parts":[{"functionCall":{"name":"look_up","args":{}}}]},\
      {"role":"user","parts":[{"functionResponse":{"name":"look_up","response":{"result":"done"}}}]}\
      """;

  private static final String OLLAMA =
      """
      {"model":"lastbyte-model-1","messages":[{"role":"user","content":"%s?"}%s],\
      "tools":[{"type":"function","function":{"name":"look_up","parameters":{"type":"object"}}}]}\
      """;

  private static final String OLLAMA_RESULT =
      """
      ,{"role":"assistant","tool_calls":[{"function":{"name":"look_up","arguments":{}}}]},\
      {"role":"tool","tool_name":"look_up","content":"done"}\
      """;

  private static final String BEDROCK =
      """
      {"messages":[{"role":"user","content":[{"text":"%s?"}]}%s],"toolConfig":{"tools":[\
      {"toolSpec":{"name":"look_up","inputSchema":{"json":{"type":"object"}}}}]}}\
      """;

  private static final String BEDROCK_RESULT =
      """
      ,{"role":"assistant","content":[{"toolUse":{"toolUseId":"%1$s","name":"look_up","input":{}}}]},\
      {"role":"user","content":[{"toolResult":{"toolUseId":"%1$s","content":[{"text":"done"}]}}]}\
      """;

  private RequestBodies() {}

  /** Asks it. */
  static String question(Dialect dialect, String what) {
    return template(dialect).formatted(what, "");
  }

  /** Asks it again with the result of the tool that was called. */
  static String followUp(Dialect dialect, String what, String call) {
    return template(dialect).formatted(what, result(dialect).formatted(call));
  }

  private static String template(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT, AZURE_CHAT, OPENROUTER -> CHAT;
      case OPENAI_RESPONSES -> RESPONSES;
      case ANTHROPIC_MESSAGES -> MESSAGES;
      case GEMINI -> GEMINI;
      case OLLAMA -> OLLAMA;
      case BEDROCK -> BEDROCK;
    };
  }

  private static String result(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT, AZURE_CHAT, OPENROUTER -> CHAT_RESULT;
      case OPENAI_RESPONSES -> RESPONSES_RESULT;
      case ANTHROPIC_MESSAGES -> MESSAGES_RESULT;
      case GEMINI -> GEMINI_RESULT;
      case OLLAMA -> OLLAMA_RESULT;
      case BEDROCK -> BEDROCK_RESULT;
    };
  }
}
