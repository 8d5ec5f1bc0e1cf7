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
import dev.lastbyte.wire.dialect.reader.DialectRules;
import dev.lastbyte.wire.dialect.reader.ResponseBodyReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.dialect.responses.OpenAiResponses;
import dev.lastbyte.wire.http.ResponseHead;
import org.jspecify.annotations.Nullable;

/** The dialects that are followed. */
public final class Dialects {

  private static final DialectRules CHAT = new OpenAiChat();
  private static final DialectRules RESPONSES = new OpenAiResponses();
  private static final DialectRules MESSAGES = new AnthropicMessages();
  private static final DialectRules GEMINI = new Gemini();
  private static final DialectRules OLLAMA = new Ollama();
  private static final DialectRules BEDROCK = new Bedrock();

  private Dialects() {}

  static @Nullable DialectRules rulesOf(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT -> CHAT;
      case OPENAI_RESPONSES -> RESPONSES;
      case ANTHROPIC_MESSAGES -> MESSAGES;
      case GEMINI -> GEMINI;
      case OLLAMA -> OLLAMA;
      case BEDROCK -> BEDROCK;
      case UNKNOWN -> null;
    };
  }

  /** Whether the meaning of an answer with a good status can be followed. */
  public static boolean follows(Dialect dialect, Media media) {
    DialectRules rules = rulesOf(dialect);
    return rules != null
        && (media == rules.streamed() || media == Media.JSON || media == Media.OTHER);
  }

  /** A reader of an answer with a good status; of one that is not followed, for its errors only. */
  public static ResponseBodyReader reader(
      Dialect dialect, Media media, ResponseEventRecorder eventRecorder) {
    DialectRules rules = rulesOf(dialect);
    if (rules == null) {
      return new UnknownDialectResponse(media, eventRecorder);
    }
    if (media == rules.streamed()) {
      return rules.stream(eventRecorder);
    }
    return switch (media) {
      case JSON -> rules.document(eventRecorder);
      case OTHER -> new SniffedResponse(rules.document(eventRecorder), rules.stream(eventRecorder));
      case EVENT_STREAM, NDJSON, AWS_EVENT_STREAM, HTML ->
          new UnknownDialectResponse(media, eventRecorder);
    };
  }

  /**
   * A reader of an answer with a status of 400 or more.
   *
   * @param readable whether the body is not compressed
   */
  public static ResponseBodyReader errorReader(
      ResponseHead head, boolean readable, ResponseEventRecorder eventRecorder) {
    return new ErrorResponse(head, readable, eventRecorder);
  }
}
