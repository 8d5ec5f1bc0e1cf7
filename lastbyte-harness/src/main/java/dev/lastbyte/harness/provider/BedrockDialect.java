// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.text.Json;

/** Bedrock's Converse. */
final class BedrockDialect implements ProviderDialect {
  @Override
  public DialectStream stream() {
    return new BedrockStream();
  }

  @Override
  public String streamType() {
    return "application/vnd.amazon.eventstream";
  }

  @Override
  public Field requestId() {
    return new Field("x-amzn-requestid", "req-lastbyte1");
  }

  @Override
  public String wholeResponse() {
    return """
    {"output":{"message":{"role":"assistant","content":[{"text":%s}]}},\
    "stopReason":"end_turn","usage":{"inputTokens":21,"outputTokens":9,"totalTokens":30}}\
    """
        .formatted(Json.quote(ALL_TEXT));
  }

  @Override
  public String errorBody(ProviderError providerError) {
    return "{\"message\":\"%s\"}".formatted(ErrorMessages.of(providerError));
  }

  @Override
  public String question(String what, String more) {
    return """
    {"messages":[{"role":"user","content":[{"text":"%s?"}]}%s],"toolConfig":{"tools":[\
    {"toolSpec":{"name":"look_up","inputSchema":{"json":{"type":"object"}}}}]}}\
    """
        .formatted(what, more);
  }

  @Override
  public String toolResult(String call) {
    return """
    ,{"role":"assistant","content":[{"toolUse":{"toolUseId":"%1$s","name":"look_up","input":{}}}]},\
    {"role":"user","content":[{"toolResult":{"toolUseId":"%1$s","content":[{"text":"done"}]}}]}\
    """
        .formatted(call);
  }
}
