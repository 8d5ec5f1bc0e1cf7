// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.responses;

import dev.lastbyte.wire.dialect.reader.RequestKeys;

/**
 * The keys of a Responses request, and the items of its input.
 *
 * <p>What builds on something that the provider keeps is left out on purpose: {@code prompt},
 * {@code previous_response_id}, {@code conversation}, {@code item_reference}, and the items that
 * stand for a remote MCP server. So is {@code compaction}: what it holds is not readable.
 *
 * <p>Source: {@code platform.openai.com/docs/api-reference/responses/create}.
 */
final class ResponsesRequestKeys {

  /** Of all types of tools; a namespace has tools beside. */
  private static final String[] TOOL = {
    "type",
    "name",
    "description",
    "parameters",
    "strict",
    "format",
    "defer_loading",
    "allowed_callers",
    "server_label",
    "server_url",
    "server_description",
    "connector_id",
    "authorization",
    "headers",
    "allowed_tools",
    "require_approval",
    "container",
    "environment",
    "display_width",
    "display_height",
    "output_schema",
    "execution",
    "vector_store_ids",
    "max_num_results",
    "ranking_options",
    "filters",
    "search_context_size",
    "user_location",
    "external_web_access",
    "indexed_web_access",
    "search_content_types"
  };

  static final RequestKeys KEYS =
      RequestKeys.none()
          .with(
              "",
              "type",
              "model",
              "input",
              "instructions",
              "tools",
              "tool_choice",
              "parallel_tool_calls",
              "max_output_tokens",
              "max_tool_calls",
              "metadata",
              "client_metadata",
              "reasoning",
              "text",
              "temperature",
              "top_p",
              "top_logprobs",
              "truncation",
              "store",
              "stream",
              "stream_options",
              "background",
              "include",
              "user",
              "safety_identifier",
              "service_tier",
              "prompt_cache_key",
              "prompt_cache_retention",
              "context_management",
              "generate",
              "event_id")
          .with(
              "input[]",
              "type",
              "role",
              "content",
              "id",
              "status",
              "phase",
              "call_id",
              "name",
              "arguments",
              "output",
              "input",
              "summary",
              "encrypted_content",
              "action",
              "queries",
              "results",
              "code",
              "outputs",
              "container_id",
              "result",
              "operation",
              "acknowledged_safety_checks",
              "parsed_arguments",
              "pending_safety_checks",
              "namespace",
              "max_output_length",
              "tools",
              "execution",
              "internal_chat_message_metadata_passthrough",
              "metadata")
          .with(
              "input[].content[]",
              "type",
              "text",
              "image_url",
              "file_id",
              "file_data",
              "file_url",
              "filename",
              "detail",
              "annotations",
              "logprobs",
              "refusal",
              "input_audio",
              "data",
              "format",
              "parsed",
              "encrypted_content")
          .with("tools[]", TOOL)
          .with("tools[]", "tools")
          .with("tools[].tools[]", TOOL)
          .with("input[].tools[]", TOOL)
          .with("input[].tools[]", "tools")
          .with("input[].tools[].tools[]", TOOL)
          .with("tool_choice", "type", "name", "mode", "tools", "server_label")
          .withParts(
              "message",
              "reasoning",
              "function_call",
              "function_call_output",
              "custom_tool_call",
              "custom_tool_call_output",
              "local_shell_call",
              "local_shell_call_output",
              "shell_call",
              "shell_call_output",
              "apply_patch_call",
              "apply_patch_call_output",
              "computer_call",
              "computer_call_output",
              "web_search_call",
              "file_search_call",
              "code_interpreter_call",
              "image_generation_call",
              "tool_search_call",
              "tool_search_output",
              "additional_tools",
              "input_text",
              "output_text",
              "input_image",
              "input_file",
              "input_audio",
              "refusal",
              "reasoning_text",
              "summary_text");

  private ResponsesRequestKeys() {}
}
