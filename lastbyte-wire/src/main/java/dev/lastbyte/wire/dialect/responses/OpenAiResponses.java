// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.responses;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.wire.dialect.reader.ConversationWords;
import dev.lastbyte.wire.dialect.reader.DialectRules;
import dev.lastbyte.wire.dialect.reader.JsonResponse;
import dev.lastbyte.wire.dialect.reader.RequestKeys;
import dev.lastbyte.wire.dialect.reader.ResponseBodyReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.dialect.reader.Route;
import dev.lastbyte.wire.dialect.reader.SseResponse;
import dev.lastbyte.wire.dialect.reader.ToolSide;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI Responses ({@code POST /v1/responses}).
 *
 * <p>Whole with {@code response.completed}; {@code response.incomplete} is an end of its own, short
 * of what was wanted. A tool call is ready when its arguments or its item are done, whatever
 * becomes of the response.
 */
public final class OpenAiResponses implements DialectRules {

  @Override
  public @Nullable Route route(String path) {
    return Route.inBody(path, "/responses", Dialect.OPENAI_RESPONSES);
  }

  @Override
  public ConversationWords conversationWords() {
    return new ConversationWords(
        Set.of("input"),
        Set.of(),
        Set.of("id", "call_id"),
        Set.of("function_call_output", "custom_tool_call_output", "local_shell_call_output"));
  }

  @Override
  public Media streamed() {
    return Media.EVENT_STREAM;
  }

  @Override
  public ResponseBodyReader stream(ResponseEventRecorder eventRecorder) {
    return new SseResponse<>(new ResponsesStream(eventRecorder), eventRecorder);
  }

  @Override
  public ResponseBodyReader document(ResponseEventRecorder eventRecorder) {
    return new JsonResponse<>(new ResponsesDocument(eventRecorder), eventRecorder);
  }

  /** The API stores unless told not to, and a background response must be stored. */
  @Override
  public Known stores(Known store, boolean background) {
    return Known.of(background || store != Known.NO);
  }

  @Override
  public ToolSide sideOf(String toolType) {
    return switch (toolType) {
      case "", "function", "custom", "local_shell", "apply_patch" -> ToolSide.CLIENT;
      case "file_search", "tool_search" -> ToolSide.SERVER_READ_ONLY;
      default -> toolType.startsWith("web_search") ? ToolSide.SERVER_READ_ONLY : ToolSide.SERVER;
    };
  }

  @Override
  public RequestKeys requestKeys() {
    return ResponsesRequestKeys.KEYS;
  }

  @Override
  public boolean isToolResult(String roleOrType) {
    return roleOrType.endsWith("_call_output");
  }

  /** Whether an output item of that type is a call for the client to execute. */
  static boolean isClientCall(String itemType) {
    return switch (itemType) {
      case "function_call",
          "custom_tool_call",
          "local_shell_call",
          "shell_call",
          "apply_patch_call",
          "computer_call" ->
          true;
      default -> false;
    };
  }

  /** Whether an output item of that type belongs to a tool that the provider executes. */
  static boolean isServerTool(String itemType) {
    return !isClientCall(itemType) && (itemType.endsWith("_call") || itemType.startsWith("mcp_"));
  }
}
