// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.anthropic;

import dev.lastbyte.wire.dialect.reader.RequestKeys;

/**
 * The keys of a Messages request, and the blocks of its messages.
 *
 * <p>{@code container} is left out on purpose: it refers to what the provider keeps, skills among
 * it. So are the blocks that stand for a remote MCP server.
 *
 * <p>Source: {@code docs.claude.com/en/api/messages} and its beta headers.
 */
final class AnthropicRequestKeys {

  static final RequestKeys KEYS =
      RequestKeys.none()
          .with(
              "",
              "model",
              "messages",
              "system",
              "max_tokens",
              "stream",
              "stop_sequences",
              "temperature",
              "top_p",
              "top_k",
              "metadata",
              "tools",
              "tool_choice",
              "thinking",
              "service_tier",
              "context_management",
              "mcp_servers",
              "anthropic_version",
              "anthropic_beta",
              "betas",
              "output_config",
              "output_format",
              "inference_geo",
              "speed",
              "cache_control",
              "diagnostics",
              "fallback_models")
          .with("messages[]", "role", "content", "cache_control", "id")
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
              "caller",
              "file_id",
              "edits")
          .with("system[]", "type", "text", "cache_control", "citations")
          .with("tools[]", AnthropicToolKeys.all())
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
              "server_tool_use",
              "web_search_tool_result",
              "web_fetch_tool_result",
              "code_execution_tool_result",
              "bash_code_execution_tool_result",
              "text_editor_code_execution_tool_result",
              "tool_search_tool_result",
              "tool_reference",
              "container_upload",
              "compaction",
              "web_search_result",
              "web_fetch_result",
              "code_execution_output",
              "bash_code_execution_output",
              "text_editor_code_execution_result");

  private AnthropicRequestKeys() {}
}
