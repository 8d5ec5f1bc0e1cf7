// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.wire.dialect.anthropic.AnthropicMessages;
import dev.lastbyte.wire.dialect.bedrock.Bedrock;
import dev.lastbyte.wire.dialect.chat.OpenAiChat;
import dev.lastbyte.wire.dialect.gemini.Gemini;
import dev.lastbyte.wire.dialect.ollama.Ollama;
import dev.lastbyte.wire.dialect.reader.ConversationWords;
import dev.lastbyte.wire.dialect.reader.DialectRules;
import dev.lastbyte.wire.dialect.reader.ResponseBodyReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.dialect.reader.Route;
import dev.lastbyte.wire.dialect.responses.OpenAiResponses;
import dev.lastbyte.wire.http.ResponseHead;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dialects that are followed, each by its own {@link DialectRules}. */
public final class Dialects {

  private static final Map<Dialect, DialectRules> ALL = all();

  private Dialects() {}

  private static Map<Dialect, DialectRules> all() {
    var all = new EnumMap<Dialect, DialectRules>(Dialect.class);
    for (Dialect dialect : Dialect.values()) {
      DialectRules rules = make(dialect);
      if (rules != null) {
        all.put(dialect, rules);
      }
    }
    return all;
  }

  private static @Nullable DialectRules make(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT -> new OpenAiChat();
      case OPENAI_RESPONSES -> new OpenAiResponses();
      case ANTHROPIC_MESSAGES -> new AnthropicMessages();
      case GEMINI -> new Gemini();
      case OLLAMA -> new Ollama();
      case BEDROCK -> new Bedrock();
      case UNKNOWN -> null;
    };
  }

  static @Nullable DialectRules rulesOf(Dialect dialect) {
    return ALL.get(dialect);
  }

  /**
   * The route of a path.
   *
   * @param path a path, with or without a query
   */
  public static Route routeOf(String path) {
    int query = path.indexOf('?');
    String bare = query < 0 ? path : path.substring(0, query);
    for (DialectRules rules : ALL.values()) {
      Route route = rules.route(bare);
      if (route != null) {
        return route;
      }
    }
    return Route.NONE;
  }

  /** The words of all dialects together: which one a body is in does not matter to its hash. */
  public static List<ConversationWords> conversationWords() {
    return ALL.values().stream().map(DialectRules::conversationWords).toList();
  }

  /** Whether the meaning of a response with a good status can be followed. */
  public static boolean follows(Dialect dialect, Media media) {
    DialectRules rules = rulesOf(dialect);
    return rules != null
        && (media == rules.streamed() || media == Media.JSON || media == Media.OTHER);
  }

  /**
   * A reader of a response with a good status; of one that is not followed, for its errors only.
   */
  public static ResponseBodyReader reader(
      Dialect dialect, Media media, ResponseEventRecorder eventRecorder) {
    DialectRules rules = rulesOf(dialect);
    if (rules == null) {
      return new UnknownDialectResponse(media, eventRecorder);
    }
    ResponseBodyReader document = rules.document(eventRecorder);
    ResponseBodyReader stream = rules.stream(eventRecorder);
    if (media == rules.streamed() || media == Media.OTHER) {
      return new SniffedResponse(document, stream, stream);
    }
    return switch (media) {
      case JSON -> new SniffedResponse(document, stream, document);
      case EVENT_STREAM, NDJSON, AWS_EVENT_STREAM, HTML, OTHER ->
          new UnknownDialectResponse(media, eventRecorder);
    };
  }

  /**
   * A reader of a response with a status of 400 or more.
   *
   * @param readable whether the body is not compressed
   */
  public static ResponseBodyReader errorReader(
      ResponseHead head, boolean readable, ResponseEventRecorder eventRecorder) {
    return new ErrorResponse(head, readable, eventRecorder);
  }
}
