// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Step;
import java.util.List;

/** What each provider of Chat Completions does in its own way. */
enum ChatVariant {
  OPENAI("reasoning_content", "keep-alive"),
  AZURE("reasoning_content", "keep-alive"),
  OPENROUTER("reasoning", "OPENROUTER PROCESSING");

  private final String reasoningField;
  private final String comment;

  ChatVariant(String reasoningField, String comment) {
    this.reasoningField = reasoningField;
    this.comment = comment;
  }

  String reasoningField() {
    return reasoningField;
  }

  Field requestId() {
    return switch (this) {
      case OPENAI -> new Field("x-request-id", "req_lastbyte1");
      case AZURE -> new Field("apim-request-id", "req-lastbyte1");
      case OPENROUTER -> new Field("x-generation-id", "gen-lastbyte1");
    };
  }

  /** The body of a response that is an error from its status on. */
  String errorBody(ProviderError providerError) {
    return switch (this) {
      case OPENAI, AZURE -> OpenAiErrors.body(providerError);
      case OPENROUTER ->
          "{\"error\":{\"message\":\"%s\",\"code\":%d},\"user_id\":\"user_lastbyte\"}"
              .formatted(ErrorMessages.of(providerError), providerError.status());
    };
  }

  Step.Event heartbeat() {
    return Sse.comment(comment);
  }

  /** What comes before the first chunk: Azure's filters report on the prompt. */
  List<Step.Event> prelude() {
    return switch (this) {
      case AZURE ->
          List.of(
              Sse.data(
                  "lifecycle",
                  """
                  {"choices":[],"created":0,"id":"","model":"","object":"",\
                  "prompt_filter_results":[{"prompt_index":0,"content_filter_results":{\
                  "hate":{"filtered":false,"severity":"safe"},\
                  "violence":{"filtered":false,"severity":"safe"}}}]}\
                  """));
      case OPENAI, OPENROUTER -> List.of();
    };
  }

  /** The object that says that the stream has failed. */
  String failure(ProviderError providerError) {
    return switch (this) {
      case OPENAI, AZURE -> OpenAiErrors.body(providerError);
      case OPENROUTER ->
          """
          {"id":"gen-lastbyte1","object":"chat.completion.chunk","created":%d,"model":"%s",\
          "provider":"Lastbyte","error":{"code":%d,"message":"Provider returned error"},\
          "choices":[{"index":0,"delta":{"role":"assistant","content":""},\
          "finish_reason":"error","native_finish_reason":"error"}]}\
          """
              .formatted(DialectStream.CREATED, DialectStream.MODEL, providerError.status());
    };
  }
}
