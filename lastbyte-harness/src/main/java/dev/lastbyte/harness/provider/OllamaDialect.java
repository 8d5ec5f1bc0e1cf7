// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.text.Json;

/** Ollama's own API. */
final class OllamaDialect implements ProviderDialect {
  @Override
  public DialectStream stream() {
    return new OllamaStream();
  }

  @Override
  public String streamType() {
    return "application/x-ndjson";
  }

  @Override
  public Field requestId() {
    return new Field("x-request-id", "req_lastbyte1");
  }

  @Override
  public String wholeResponse() {
    return """
    {"model":"%s","created_at":"2026-01-01T00:00:00Z",\
    "message":{"role":"assistant","content":%s},"done":true,"done_reason":"stop",\
    "eval_count":9}\
    """
        .formatted(DialectStream.MODEL, Json.quote(ALL_TEXT));
  }

  @Override
  public String errorBody(ProviderError providerError) {
    return OllamaStream.error(providerError);
  }

  @Override
  public ProviderError usualErrorInStream() {
    return ProviderError.UNCLASSED;
  }

  @Override
  public String question(String what, String more) {
    return """
    {"model":"lastbyte-model-1","messages":[{"role":"user","content":"%s?"}%s],\
    "tools":[{"type":"function","function":{"name":"look_up","parameters":{"type":"object"}}}]}\
    """
        .formatted(what, more);
  }

  @Override
  public String toolResult(String call) {
    return """
    ,{"role":"assistant","tool_calls":[{"function":{"name":"look_up","arguments":{}}}]},\
    {"role":"tool","tool_name":"look_up","content":"done"}\
    """;
  }
}
