// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

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
      case OPENAI, AZURE -> ErrorBodies.openAi(providerError);
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
