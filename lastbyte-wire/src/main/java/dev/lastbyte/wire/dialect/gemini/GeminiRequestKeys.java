// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.gemini;

import dev.lastbyte.wire.dialect.reader.RequestKeys;

/**
 * The keys of a {@code generateContent} request, and the parts of its contents; both spellings.
 *
 * <p>{@code cachedContent} is left out on purpose: what the provider keeps under it may hold tools.
 *
 * <p>Source: {@code ai.google.dev/api/generate-content}; {@code
 * cloud.google.com/vertex-ai/generative-ai/docs/model-reference/inference}.
 */
final class GeminiRequestKeys {

  private static final String[] FUNCTION = {
    "name",
    "description",
    "parameters",
    "parametersJsonSchema",
    "parameters_json_schema",
    "response",
    "responseJsonSchema",
    "response_json_schema",
    "behavior"
  };

  private static final String[] PART = {
    "text",
    "thought",
    "thoughtSignature",
    "thought_signature",
    "inlineData",
    "inline_data",
    "fileData",
    "file_data",
    "functionCall",
    "function_call",
    "functionResponse",
    "function_response",
    "executableCode",
    "executable_code",
    "codeExecutionResult",
    "code_execution_result",
    "videoMetadata",
    "video_metadata",
    "mediaResolution",
    "media_resolution",
    "partMetadata"
  };

  static final RequestKeys KEYS =
      RequestKeys.none()
          .with(
              "",
              "model",
              "contents",
              "systemInstruction",
              "system_instruction",
              "tools",
              "toolConfig",
              "tool_config",
              "generationConfig",
              "generation_config",
              "safetySettings",
              "safety_settings",
              "labels",
              "serviceTier",
              "service_tier",
              "store",
              "modelArmorConfig")
          .with("contents[]", "role", "parts")
          .with("contents", "role", "parts")
          .with(
              "toolConfig",
              "functionCallingConfig",
              "function_calling_config",
              "retrievalConfig",
              "retrieval_config")
          .with(
              "tool_config",
              "functionCallingConfig",
              "function_calling_config",
              "retrievalConfig",
              "retrieval_config")
          .with("tools[].functionDeclarations[]", FUNCTION)
          .with("tools[].function_declarations[]", FUNCTION)
          .with("contents[].parts[]", PART)
          .with("contents[].parts", PART)
          .with("contents.parts[]", PART)
          .with("contents.parts", PART)
          .with(
              "tools[]",
              "functionDeclarations",
              "function_declarations",
              "computerUse",
              "computer_use",
              "googleSearch",
              "google_search",
              "googleSearchRetrieval",
              "google_search_retrieval",
              "enterpriseWebSearch",
              "enterprise_web_search",
              "googleMaps",
              "google_maps",
              "urlContext",
              "url_context",
              "fileSearch",
              "file_search",
              "retrieval",
              "codeExecution",
              "code_execution");

  private GeminiRequestKeys() {}
}
