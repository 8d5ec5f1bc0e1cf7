// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.gemini;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.wire.dialect.reader.ConversationWords;
import dev.lastbyte.wire.dialect.reader.DialectRules;
import dev.lastbyte.wire.dialect.reader.JsonDocumentsResponse;
import dev.lastbyte.wire.dialect.reader.RequestKeys;
import dev.lastbyte.wire.dialect.reader.ResponseBodyReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.dialect.reader.Route;
import dev.lastbyte.wire.dialect.reader.SseResponse;
import dev.lastbyte.wire.dialect.reader.ToolSide;
import org.jspecify.annotations.Nullable;

/**
 * Google's {@code generateContent} and {@code streamGenerateContent}, of Gemini's API and of Vertex
 * AI: one response, server-sent events ({@code alt=sse}), or one array that grows.
 *
 * <p>There is no last event. Whole once every candidate that was seen gave a finish reason, or the
 * prompt was blocked. A tool call comes whole in one part.
 */
public final class Gemini implements DialectRules {

  @Override
  public @Nullable Route route(String path) {
    return path.endsWith(":generateContent")
        ? Route.afterModel(path, ":generateContent", Dialect.GEMINI, Known.NO)
        : Route.afterModel(path, ":streamGenerateContent", Dialect.GEMINI, Known.YES);
  }

  @Override
  public ConversationWords conversationWords() {
    return ConversationWords.withoutIds("contents");
  }

  @Override
  public Media streamed() {
    return Media.EVENT_STREAM;
  }

  @Override
  public ResponseBodyReader stream(ResponseEventRecorder eventRecorder) {
    return new SseResponse<>(new GeminiReader(eventRecorder), eventRecorder);
  }

  @Override
  public ResponseBodyReader document(ResponseEventRecorder eventRecorder) {
    return new JsonDocumentsResponse<>(new GeminiReader(eventRecorder), eventRecorder);
  }

  @Override
  public Known stores(Known store, boolean background) {
    return Known.NO;
  }

  /** A tool has a key here, not a type; of one without a key that we know anything may be true. */
  @Override
  public ToolSide sideOf(String toolType) {
    return ToolSide.SERVER;
  }

  @Override
  public RequestKeys requestKeys() {
    return GeminiRequestKeys.KEYS;
  }

  @Override
  public boolean isToolResult(String roleOrType) {
    return false;
  }
}
