// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.bedrock;

import dev.lastbyte.wire.dialect.anthropic.AnthropicToolKeys;
import dev.lastbyte.wire.dialect.reader.RequestKeys;

/**
 * The keys of a Converse request, and those of InvokeModel with a model of Anthropic's.
 *
 * <p>{@code promptVariables} is left out on purpose: it belongs to a prompt that the provider
 * keeps.
 *
 * <p>Source: {@code docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream}.
 */
final class BedrockRequestKeys {

  static final RequestKeys KEYS =
      RequestKeys.none()
          .with(
              "",
              "modelId",
              "messages",
              "system",
              "inferenceConfig",
              "toolConfig",
              "guardrailConfig",
              "additionalModelRequestFields",
              "additionalModelResponseFieldPaths",
              "requestMetadata",
              "performanceConfig",
              "serviceTier",
              "outputConfig",
              "max_tokens",
              "stop_sequences",
              "temperature",
              "top_p",
              "top_k",
              "metadata",
              "tools",
              "tool_choice",
              "thinking",
              "context_management",
              "mcp_servers",
              "anthropic_version",
              "anthropic_beta",
              "output_config",
              "output_format",
              "cache_control")
          .with(
              "additionalModelRequestFields",
              "thinking",
              "reasoning_config",
              "reasoningConfig",
              "reasoning_effort",
              "top_k",
              "topK",
              "anthropic_beta",
              "inferenceConfig",
              "output_config",
              "max_tokens",
              "tools")
          .with("toolConfig", "tools", "toolChoice")
          .with("toolConfig.tools[]", "toolSpec", "systemTool", "cachePoint")
          .with("messages[]", "role", "content", "cache_control")
          .with(
              "messages[].content[]",
              "type",
              "text",
              "source",
              "title",
              "context",
              "citations",
              "cache_control",
              "thinking",
              "signature",
              "data",
              "id",
              "name",
              "input",
              "tool_use_id",
              "content",
              "is_error",
              "image",
              "document",
              "video",
              "audio",
              "toolUse",
              "toolResult",
              "guardContent",
              "cachePoint",
              "reasoningContent",
              "citationsContent",
              "searchResult")
          .with(
              "system[]",
              "type",
              "text",
              "guardContent",
              "cachePoint",
              "cache_control",
              "citations")
          .with("tools[]", AnthropicToolKeys.all())
          .with("additionalModelRequestFields.tools[]", AnthropicToolKeys.all())
          .with("tool_choice", "type", "name", "disable_parallel_tool_use")
          .withParts(
              "text",
              "image",
              "document",
              "search_result",
              "thinking",
              "redacted_thinking",
              "tool_use",
              "tool_result",
              "server_tool_use");

  private BedrockRequestKeys() {}
}
