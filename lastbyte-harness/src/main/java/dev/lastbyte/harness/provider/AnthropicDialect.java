// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.text.Json;

/** Anthropic Messages. */
final class AnthropicDialect implements ProviderDialect {
  @Override
  public DialectStream stream() {
    return new AnthropicStream();
  }

  @Override
  public Field requestId() {
    return new Field("request-id", "req_lastbyte1");
  }

  @Override
  public String wholeResponse() {
    return """
    {"id":"msg_lastbyte1","type":"message","role":"assistant","model":"%s",\
    "content":[{"type":"text","text":%s}],"stop_reason":"end_turn","stop_sequence":null,\
    "usage":{"input_tokens":21,"cache_creation_input_tokens":0,\
    "cache_read_input_tokens":0,"output_tokens":9,"service_tier":"standard"}}\
    """
        .formatted(DialectStream.MODEL, Json.quote(ALL_TEXT));
  }

  @Override
  public String errorBody(ProviderError providerError) {
    return "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"%s\"},%s}"
        .formatted(
            AnthropicStream.typeOf(providerError),
            ErrorMessages.of(providerError),
            "\"request_id\":\"req_lastbyte1\"");
  }

  @Override
  public ProviderError usualErrorInStream() {
    return ProviderError.OVERLOADED;
  }

  @Override
  public String question(String what, String more) {
    return """
    {"model":"lastbyte-model-1","stream":true,"max_tokens":64,\
    "messages":[{"role":"user","content":"%s?"}%s],\
    "tools":[{"name":"look_up","input_schema":{"type":"object"}}]}\
    """
        .formatted(what, more);
  }

  @Override
  public String toolResult(String call) {
    return """
    ,{"role":"assistant","content":[{"type":"tool_use","id":"%1$s","name":"look_up","input":{}}]},\
    {"role":"user","content":[{"type":"tool_result","tool_use_id":"%1$s","content":"done"}]}\
    """
        .formatted(call);
  }
}
