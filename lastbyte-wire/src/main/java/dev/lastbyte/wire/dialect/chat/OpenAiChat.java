// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.chat;

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
 * OpenAI Chat Completions ({@code POST /v1/chat/completions}) and the many services that speak it.
 *
 * <p>Whole once every choice that was seen gave a finish reason; {@code [DONE]} is a mark of the
 * transport and proves nothing. A tool call is ready as soon as its arguments are a whole JSON
 * value, since there are clients that execute it then.
 */
public final class OpenAiChat implements DialectRules {

  @Override
  public @Nullable Route route(String path) {
    return Route.inBody(path, "/chat/completions", Dialect.OPENAI_CHAT);
  }

  @Override
  public ConversationWords conversationWords() {
    return new ConversationWords(
        Set.of("messages"), Set.of("tool_call_id"), Set.of("id"), Set.of());
  }

  @Override
  public Media streamed() {
    return Media.EVENT_STREAM;
  }

  @Override
  public ResponseBodyReader stream(ResponseEventRecorder eventRecorder) {
    return new SseResponse<>(new ChatReader(eventRecorder), eventRecorder);
  }

  /** A document says in {@code message} what a stream says in {@code delta}. */
  @Override
  public ResponseBodyReader document(ResponseEventRecorder eventRecorder) {
    return new JsonResponse<>(new ChatReader(eventRecorder), eventRecorder);
  }

  @Override
  public Known stores(Known store, boolean background) {
    return store == Known.UNKNOWN ? Known.NO : store;
  }

  @Override
  public ToolSide sideOf(String toolType) {
    return switch (toolType) {
      case "", "function", "custom" -> ToolSide.CLIENT;
      default -> toolType.startsWith("web_search") ? ToolSide.SERVER_READ_ONLY : ToolSide.SERVER;
    };
  }

  @Override
  public RequestKeys requestKeys() {
    return ChatRequestKeys.KEYS;
  }

  @Override
  public boolean isToolResult(String roleOrType) {
    return roleOrType.equals("tool") || roleOrType.equals("function");
  }
}
