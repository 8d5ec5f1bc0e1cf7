// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.websocket;

import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.wire.conversation.Conversation;
import dev.lastbyte.wire.conversation.ConversationReader;
import dev.lastbyte.wire.conversation.HashKey;
import dev.lastbyte.wire.dialect.Dialects;
import dev.lastbyte.wire.dialect.RequestBodyReader;
import dev.lastbyte.wire.json.Ascii;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPathScanner;
import dev.lastbyte.wire.json.JsonPathSink;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message of a client of OpenAI Responses, which asks for a response or for something else. */
public final class WebSocketRequest {

  private enum Field implements JsonPath {
    TYPE;

    @Override
    public String paths() {
      return "type";
    }

    @Override
    public boolean isContent() {
      return false;
    }
  }

  private static final JsonPaths<Field> PATHS = JsonPaths.of(List.of(Field.TYPE));
  private static final byte[] CREATE = Ascii.bytes("response.create");

  private final JsonPathScanner<Field> type = new JsonPathScanner<>(PATHS, new Type());
  private final RequestBodyReader body = new RequestBodyReader(Dialects.routeOf("/v1/responses"));
  private final ConversationReader conversation;
  private boolean create;

  /**
   * A reader of the next message.
   *
   * @param key what conversations are hashed with
   */
  public WebSocketRequest(HashKey key) {
    this.conversation = new ConversationReader(key);
  }

  /** Takes the next piece. */
  public void read(byte[] bytes, int from, int to) {
    type.feed(bytes, from, to);
    body.read(bytes, from, to);
    conversation.read(bytes, from, to);
  }

  /** Whether it asks for a response; false until its type was seen. */
  public boolean isCreate() {
    return create;
  }

  /** What it asks for, as far as it was seen. On a WebSocket every response is a stream. */
  public RequestDescribed describe(Stamp stamp) {
    return body.describe(stamp).with(stamp, Known.YES);
  }

  /** The conversation that it carries, or null if none was read to its end. */
  public @Nullable Conversation conversation() {
    return conversation.conversation();
  }

  private final class Type implements JsonPathSink<Field> {

    @Override
    public void scalar(Field field, JsonText value) {
      create = value.isWord(CREATE);
    }

    @Override
    public void content(Field field, byte[] bytes, int from, int to) {}

    @Override
    public void opened(Field field) {}

    @Override
    public void closed(Field field) {}
  }
}
