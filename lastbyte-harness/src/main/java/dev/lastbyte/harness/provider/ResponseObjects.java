// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.text.Json;

/** The JSON objects of OpenAI Responses that events and whole bodies share. */
final class ResponseObjects {

  private ResponseObjects() {}

  /** A response; {@code output}, {@code error} and {@code usage} are JSON. */
  static String response(String status, String output, String error, String usage) {
    return """
    {"id":"resp_lastbyte1","object":"response","created_at":%d,"status":"%s",\
    "background":false,"error":%s,"incomplete_details":null,"instructions":null,\
    "max_output_tokens":null,"max_tool_calls":null,"model":"%s","output":[%s],\
    "parallel_tool_calls":true,"previous_response_id":null,"prompt_cache_key":null,\
    "reasoning":{"effort":null,"summary":null},"safety_identifier":null,\
    "service_tier":"default","store":false,"temperature":1.0,\
    "text":{"format":{"type":"text"},"verbosity":"medium"},"tool_choice":"auto","tools":[],\
    "top_logprobs":0,"top_p":1.0,"truncation":"disabled","usage":%s,"user":null,\
    "metadata":{}}\
    """
        .formatted(DialectStream.CREATED, status, error, DialectStream.MODEL, output, usage);
  }

  static String message(int index, String status, String content) {
    return """
    {"id":"msg_lastbyte%d","type":"message","status":"%s","role":"assistant","content":[%s]}\
    """
        .formatted(index, status, content);
  }

  static String textPart(String text) {
    return "{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],\"text\":%s}"
        .formatted(Json.quote(text));
  }

  static String summaryPart(String text) {
    return "{\"type\":\"summary_text\",\"text\":%s}".formatted(Json.quote(text));
  }

  static String reasoning(int index, String summary) {
    return "{\"id\":\"rs_lastbyte%d\",\"type\":\"reasoning\",\"summary\":[%s]}"
        .formatted(index, summary);
  }

  static String call(int index, String status, String arguments) {
    return """
    {"id":"fc_lastbyte%d","type":"function_call","status":"%s","arguments":%s,\
    "call_id":"call_lastbyte%d","name":"%s"}\
    """
        .formatted(index, status, Json.quote(arguments), index, DialectStream.TOOL);
  }

  static String usage() {
    return """
    {"input_tokens":21,"input_tokens_details":{"cached_tokens":0},"output_tokens":9,\
    "output_tokens_details":{"reasoning_tokens":0},"total_tokens":30}\
    """;
  }
}
