// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Field;

/** OpenAI Responses. */
final class ResponsesDialect implements ProviderDialect {
  @Override
  public DialectStream stream() {
    return new ResponsesStream();
  }

  @Override
  public Field requestId() {
    return new Field("x-request-id", "req_lastbyte1");
  }

  @Override
  public String wholeResponse() {
    String part = ResponseObjects.textPart(ALL_TEXT);
    String item = ResponseObjects.message(0, "completed", part);
    return ResponseObjects.response("completed", item, "null", ResponseObjects.usage());
  }

  @Override
  public String errorBody(ProviderError providerError) {
    return OpenAiErrors.body(providerError);
  }

  @Override
  public String question(String what, String more) {
    return """
    {"model":"lastbyte-model-1","stream":true,"store":false,"input":[{"role":"user","content":"%s?"}%s],\
    "tools":[{"type":"function","name":"look_up","parameters":{"type":"object"}}]}\
    """
        .formatted(what, more);
  }

  @Override
  public String toolResult(String call) {
    return """
    ,{"type":"function_call","call_id":"%1$s","name":"look_up","arguments":"{}"},\
    {"type":"function_call_output","call_id":"%1$s","output":"done"}\
    """
        .formatted(call);
  }
}
