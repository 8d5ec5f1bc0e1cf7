// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.text.Json;

/** Google's generateContent. */
final class GeminiDialect implements ProviderDialect {
  @Override
  public DialectStream stream() {
    return new GeminiStream();
  }

  @Override
  public Field requestId() {
    return new Field("x-request-id", "req_lastbyte1");
  }

  @Override
  public String wholeResponse() {
    return """
    {"candidates":[{"content":{"parts":[{"text":%s}],"role":"model"},\
    "finishReason":"STOP","index":0}],"modelVersion":"%s"}\
    """
        .formatted(Json.quote(ALL_TEXT), DialectStream.MODEL);
  }

  @Override
  public String errorBody(ProviderError providerError) {
    return GeminiStream.error(providerError);
  }

  @Override
  public ProviderError usualErrorInStream() {
    return ProviderError.UNAVAILABLE;
  }

  @Override
  public String question(String what, String more) {
    return """
    {"contents":[{"role":"user","parts":[{"text":"%s?"}]}%s],\
    "tools":[{"functionDeclarations":[{"name":"look_up"}]}]}\
    """
        .formatted(what, more);
  }

  @Override
  public String toolResult(String call) {
    return """
    ,{"role":"model","parts":[{"functionCall":{"name":"look_up","args":{}}}]},\
    {"role":"user","parts":[{"functionResponse":{"name":"look_up","response":{"result":"done"}}}]}\
    """;
  }
}
