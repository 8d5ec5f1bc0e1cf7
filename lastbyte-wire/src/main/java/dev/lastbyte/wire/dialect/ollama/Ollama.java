// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.ollama;

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
import dev.lastbyte.wire.dialect.reader.ToolSide;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ollama's own API ({@code POST /api/chat}, {@code POST /api/generate}): a JSON object a line, or
 * one in all.
 *
 * <p>Whole with {@code done: true}. A tool call comes whole in one object.
 */
public final class Ollama implements DialectRules {

  @Override
  public @Nullable Route route(String path) {
    return path.endsWith("/api/chat")
        ? Route.inBody(path, "/api/chat", Dialect.OLLAMA)
        : Route.inBody(path, "/api/generate", Dialect.OLLAMA);
  }

  @Override
  public ConversationWords conversationWords() {
    return new ConversationWords(
        Set.of("messages", "prompt"), Set.of("tool_call_id"), Set.of("id"), Set.of());
  }

  @Override
  public Media streamed() {
    return Media.NDJSON;
  }

  @Override
  public ResponseBodyReader stream(ResponseEventRecorder eventRecorder) {
    return new JsonDocumentsResponse<>(new OllamaReader(eventRecorder), eventRecorder);
  }

  /** A response that is not streamed is the last line of one that is. */
  @Override
  public ResponseBodyReader document(ResponseEventRecorder eventRecorder) {
    return stream(eventRecorder);
  }

  @Override
  public boolean streams(Known stream) {
    return stream != Known.NO;
  }

  @Override
  public Known stores(Known store, boolean background) {
    return Known.NO;
  }

  /** Whatever its type, the client executes it. */
  @Override
  public ToolSide sideOf(String toolType) {
    return ToolSide.CLIENT;
  }

  @Override
  public RequestKeys requestKeys() {
    return OllamaRequestKeys.KEYS;
  }

  @Override
  public boolean isToolResult(String roleOrType) {
    return roleOrType.equals("tool");
  }
}
