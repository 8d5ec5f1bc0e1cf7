// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.anthropic;

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
 * Anthropic Messages ({@code POST /v1/messages}).
 *
 * <p>Whole once a {@code message_delta} gave a stop reason, every block was closed and {@code
 * message_stop} came. A tool call is ready when its block is closed.
 */
public final class AnthropicMessages implements DialectRules {

  @Override
  public @Nullable Route route(String path) {
    return path.contains("/publishers/anthropic/models/") && !path.endsWith("/messages")
        ? vertex(path)
        : Route.inBody(path, "/messages", Dialect.ANTHROPIC_MESSAGES);
  }

  /** The API as it is, below Google's paths (Vertex AI); its body says whether it streams. */
  private static @Nullable Route vertex(String path) {
    String end = path.substring(path.lastIndexOf(':') + 1);
    return switch (end) {
      case "rawPredict", "streamRawPredict" ->
          Route.afterModel(path, ":" + end, Dialect.ANTHROPIC_MESSAGES, Known.UNKNOWN);
      default -> null;
    };
  }

  @Override
  public ConversationWords conversationWords() {
    return new ConversationWords(Set.of("messages"), Set.of("tool_use_id"), Set.of("id"), Set.of());
  }

  @Override
  public Media streamed() {
    return Media.EVENT_STREAM;
  }

  @Override
  public ResponseBodyReader stream(ResponseEventRecorder eventRecorder) {
    return new SseResponse<>(new AnthropicStream(eventRecorder), eventRecorder);
  }

  @Override
  public ResponseBodyReader document(ResponseEventRecorder eventRecorder) {
    return new JsonResponse<>(new AnthropicDocument(eventRecorder), eventRecorder);
  }

  @Override
  public Known stores(Known store, boolean background) {
    return Known.NO;
  }

  @Override
  public ToolSide sideOf(String toolType) {
    return sideOfTool(toolType);
  }

  public static ToolSide sideOfTool(String toolType) {
    return switch (family(toolType)) {
      case "", "custom", "bash", "text_editor", "computer", "memory" -> ToolSide.CLIENT;
      case "web_search", "web_fetch", "tool_search_tool_regex", "tool_search_tool_bm25" ->
          ToolSide.SERVER_READ_ONLY;
      default -> ToolSide.SERVER;
    };
  }

  /** The type without its version, as in {@code web_search_20250305}. */
  private static String family(String toolType) {
    return toolType.replaceFirst("_\\d{8}$", "");
  }

  @Override
  public RequestKeys requestKeys() {
    return AnthropicRequestKeys.KEYS;
  }

  @Override
  public boolean isToolResult(String roleOrType) {
    return roleOrType.equals("tool_result");
  }

  /** Whether a content block of that type belongs to a tool that the provider executes. */
  public static boolean isServerTool(String blockType) {
    return blockType.equals("server_tool_use")
        || blockType.equals("mcp_tool_use")
        || blockType.endsWith("_tool_result");
  }
}
