// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.text.Json;

/** OpenAI Chat Completions, of OpenAI, Azure and OpenRouter. */
final class ChatDialect implements ProviderDialect {
  private final ChatVariant variant;

  ChatDialect(ChatVariant variant) {
    this.variant = variant;
  }

  @Override
  public DialectStream stream() {
    return new ChatStream(variant);
  }

  @Override
  public Field requestId() {
    return variant.requestId();
  }

  @Override
  public String wholeResponse() {
    return """
    {"id":"chatcmpl-lastbyte1","object":"chat.completion","created":%d,"model":"%s",\
    "choices":[{"index":0,"message":{"role":"assistant","content":%s,"refusal":null,\
    "annotations":[]},"logprobs":null,"finish_reason":"stop"}],\
    "usage":{"prompt_tokens":21,"completion_tokens":9,"total_tokens":30},\
    "service_tier":"default","system_fingerprint":"fp_lastbyte"}\
    """
        .formatted(DialectStream.CREATED, DialectStream.MODEL, Json.quote(ALL_TEXT));
  }

  @Override
  public String errorBody(ProviderError providerError) {
    return variant.errorBody(providerError);
  }

  @Override
  public String question(String what, String more) {
    return """
    {"model":"lastbyte-model-1","stream":true,"messages":[{"role":"user","content":"%s?"}%s],\
    "tools":[{"type":"function","function":{"name":"look_up","parameters":{"type":"object"}}}]}\
    """
        .formatted(what, more);
  }

  @Override
  public String toolResult(String call) {
    return """
    ,{"role":"assistant","tool_calls":[{"id":"%1$s","type":"function",\
    "function":{"name":"look_up","arguments":"{}"}}]},\
    {"role":"tool","tool_call_id":"%1$s","content":"done"}\
    """
        .formatted(call);
  }
}
