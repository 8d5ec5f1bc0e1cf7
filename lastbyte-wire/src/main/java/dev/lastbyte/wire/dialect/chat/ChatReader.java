// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.chat;

import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.wire.dialect.reader.ChoiceTracker;
import dev.lastbyte.wire.dialect.reader.ContentKinds;
import dev.lastbyte.wire.dialect.reader.JsonEventReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.dialect.reader.StopReason;
import dev.lastbyte.wire.error.ErrorObject;
import dev.lastbyte.wire.error.ErrorPlace;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonText;
import org.jspecify.annotations.Nullable;

/** The chunks of a chat completion, or the one document of a response that is not streamed. */
final class ChatReader implements JsonEventReader<ChatReader.Field> {

  enum Field implements JsonPath {
    ID(false, "id"),
    CHOICE(false, "choices[]"),
    CHOICE_INDEX(false, "choices[].index"),
    FINISH_REASON(false, "choices[].finish_reason"),
    // What the service behind a relay said (OpenRouter).
    NATIVE_FINISH_REASON(false, "choices[].native_finish_reason"),
    // Some services send content as a list of parts.
    TEXT(
        true,
        "choices[].delta.content",
        "choices[].delta.content[].text",
        "choices[].message.content",
        "choices[].message.content[].text"),
    // Pictures and sound are for the reader, too.
    MEDIA(
        false,
        "choices[].delta.audio",
        "choices[].message.audio",
        "choices[].delta.images[]",
        "choices[].message.images[]"),
    REFUSAL(true, "choices[].delta.refusal", "choices[].message.refusal"),
    REASONING(
        true,
        "choices[].delta.reasoning_content",
        "choices[].delta.reasoning",
        "choices[].delta.reasoning_details[].text",
        "choices[].delta.reasoning_details[].summary",
        "choices[].delta.reasoning_details[].data",
        "choices[].message.reasoning_content",
        "choices[].message.reasoning"),
    CALL(
        false,
        "choices[].delta.tool_calls[]",
        "choices[].message.tool_calls[]",
        "choices[].delta.function_call",
        "choices[].message.function_call"),
    CALL_INDEX(false, "choices[].delta.tool_calls[].index"),
    CALL_ID(false, "choices[].delta.tool_calls[].id", "choices[].message.tool_calls[].id"),
    CALL_NAME(
        false,
        "choices[].delta.tool_calls[].function.name",
        "choices[].message.tool_calls[].function.name",
        "choices[].delta.function_call.name",
        "choices[].message.function_call.name"),
    ARGUMENTS(
        true,
        "choices[].delta.tool_calls[].function.arguments",
        "choices[].message.tool_calls[].function.arguments",
        "choices[].delta.function_call.arguments",
        "choices[].message.function_call.arguments");

    private final boolean content;
    private final String paths;

    Field(boolean content, String... paths) {
      this.content = content;
      this.paths = String.join(" ", paths);
    }

    @Override
    public String paths() {
      return paths;
    }

    @Override
    public boolean isContent() {
      return content;
    }
  }

  private static final JsonPaths<ErrorPlace<Field>> PATHS = ErrorPlace.beside(Field.values());

  private final ResponseEventRecorder eventRecorder;
  private final ChatToolCalls calls;
  private final ChoiceTracker choices = new ChoiceTracker();
  private final ErrorObject error;

  private Content kind = Content.LIFECYCLE;
  private String id = "";
  private @Nullable StopReason finishReason;
  private @Nullable StopReason finishOfChoice;
  private @Nullable StopReason nativeFinish;
  private Content pieceOfChoice = Content.LIFECYCLE;
  private int choice;

  ChatReader(ResponseEventRecorder eventRecorder) {
    this.eventRecorder = eventRecorder;
    this.error = eventRecorder.errorObject();
    this.calls = new ChatToolCalls(eventRecorder);
  }

  @Override
  public JsonPaths<ErrorPlace<Field>> paths() {
    return PATHS;
  }

  @Override
  public ErrorObject error() {
    return error;
  }

  @Override
  public boolean canSkipRepeated(Content kind) {
    return finishReason == null && (kind == Content.TEXT || kind == Content.REASONING);
  }

  @Override
  public void reset() {
    kind = Content.LIFECYCLE;
    id = "";
    finishReason = null;
    choices.forgetChunk();
    error.clear();
  }

  @Override
  public void opened(Field field) {
    switch (field) {
      case CHOICE -> {
        choice = 0;
        finishOfChoice = null;
        nativeFinish = null;
        pieceOfChoice = Content.LIFECYCLE;
      }
      case CALL -> {
        calls.fragmentBegan(choice);
        piece(Content.TOOL_INPUT);
      }
      case MEDIA -> piece(Content.TEXT);
      case TEXT, REFUSAL, REASONING, ARGUMENTS, ID -> {}
      case CHOICE_INDEX, FINISH_REASON, NATIVE_FINISH_REASON, CALL_INDEX, CALL_ID, CALL_NAME -> {}
    }
  }

  @Override
  public void scalar(Field field, JsonText value) {
    switch (field) {
      case ID -> {
        if (eventRecorder.isFirst(Correlation.RESPONSE_ID)) {
          id = value.text();
        }
      }
      case CHOICE_INDEX -> choice = Math.max(0, value.number());
      case FINISH_REASON -> finishOfChoice = reason(value.text());
      case NATIVE_FINISH_REASON -> nativeFinish = reason(value.text());
      case CALL_INDEX -> calls.index(value.number());
      case CALL_ID -> calls.id(value.text());
      case CALL_NAME -> calls.name(value.text());
      case CHOICE, TEXT, MEDIA, REFUSAL, REASONING, CALL, ARGUMENTS -> {}
    }
  }

  @Override
  public void content(Field field, byte[] bytes, int from, int to) {
    switch (field) {
      case TEXT, REFUSAL -> piece(Content.TEXT);
      case REASONING -> piece(Content.REASONING);
      case ARGUMENTS -> {
        kind = Content.TOOL_INPUT;
        calls.arguments(bytes, from, to);
      }
      case ID,
          CHOICE,
          CHOICE_INDEX,
          FINISH_REASON,
          NATIVE_FINISH_REASON,
          MEDIA,
          CALL,
          CALL_INDEX -> {}
      case CALL_ID, CALL_NAME -> {}
    }
  }

  @Override
  public void closed(Field field) {
    switch (field) {
      case CHOICE -> {
        if (finishOfChoice != null) {
          finishOfChoice = finishOfChoice.orBehind(nativeFinish);
        }
        choices.seen(choice, finishOfChoice, pieceOfChoice);
        finishReason = finishOfChoice == null ? finishReason : finishOfChoice;
      }
      case CALL -> calls.fragmentEnded();
      case ID,
          CHOICE_INDEX,
          FINISH_REASON,
          NATIVE_FINISH_REASON,
          TEXT,
          MEDIA,
          REFUSAL,
          REASONING,
          CALL_INDEX -> {}
      case CALL_ID, CALL_NAME, ARGUMENTS -> {}
    }
  }

  @Override
  public Content complete(byte[] name, int nameLength) {
    if (!id.isEmpty()) {
      eventRecorder.correlated(Correlation.RESPONSE_ID, id);
    }
    choices.chunkArrived(eventRecorder);
    calls.report();
    if (isError()) {
      eventRecorder.failedInStream(error);
    } else if (finishReason != null) {
      finished(finishReason);
    }
    return kind;
  }

  private void piece(Content one) {
    pieceOfChoice = ContentKinds.stronger(pieceOfChoice, one);
    if (one != Content.TOOL_INPUT) {
      kind = ContentKinds.stronger(kind, one);
    }
  }

  private static @Nullable StopReason reason(String word) {
    return StopReason.isReason(word) ? StopReason.of(word) : null;
  }

  private boolean isError() {
    return choices.anyInChunk() ? error.isError() : error.isErrorIfNothingElse();
  }

  private void finished(StopReason reason) {
    Finish finish = reason.finish();
    if (finish == Finish.TOOL_CALLS && calls.isEmpty()) {
      eventRecorder.malformed(Malformation.CONTRADICTION);
    }
    if (finish == Finish.TOOL_CALLS || finish == Finish.STOP) {
      calls.readyWithoutArguments();
    }
    eventRecorder.finished(reason);
    if (choices.areAllFinished()) {
      eventRecorder.proven(reason);
    }
  }
}
