// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.chat;

import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.wire.dialect.reader.ChoiceTracker;
import dev.lastbyte.wire.dialect.reader.ContentKinds;
import dev.lastbyte.wire.dialect.reader.JsonEventReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.error.ErrorDetails;
import dev.lastbyte.wire.json.Ascii;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonText;
import java.util.List;

/** The chunks of a chat completion, or the one document of a response that is not streamed. */
final class ChatReader implements JsonEventReader<ChatReader.Field> {

  enum Field implements JsonPath {
    ID(false, "id"),
    OBJECT(false, "object"),
    CHOICE(false, "choices[]"),
    CHOICE_INDEX(false, "choices[].index"),
    FINISH_REASON(false, "choices[].finish_reason"),
    // Some services send content as a list of parts.
    TEXT(
        true,
        "choices[].delta.content",
        "choices[].delta.content[].text",
        "choices[].message.content",
        "choices[].message.content[].text"),
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
        "choices[].message.function_call.arguments"),
    // OpenRouter puts the error of a provider into a choice, too.
    ERROR(false, "error", "choices[].error"),
    ERROR_CODE(false, "error.code", "choices[].error.code", "code"),
    ERROR_TYPE(false, "error.type", "type"),
    ERROR_STATUS(false, "error.status"),
    ERROR_REASON(false, "error.metadata.limit_source", "error.innererror.code"),
    ERROR_MESSAGE(
        true, "error.message", "error.metadata.raw", "choices[].error.message", "message");

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

  private static final JsonPaths<Field> PATHS = JsonPaths.of(List.of(Field.values()));
  private static final byte[] ERROR_OBJECT = Ascii.bytes("error");

  /** OpenRouter's way to say that the provider behind it failed. */
  private static final String FINISHED_BY_ERROR = "error";

  private final ResponseEventRecorder eventRecorder;
  private final ChatToolCalls calls;
  private final ChoiceTracker choices = new ChoiceTracker();
  private final ErrorDetails error;

  private Content kind = Content.LIFECYCLE;
  private boolean failed;
  private String id = "";
  private String finishReason = "";
  private String finishOfChoice = "";
  private int choice;

  ChatReader(ResponseEventRecorder eventRecorder) {
    this.eventRecorder = eventRecorder;
    this.error = eventRecorder.errorDetails();
    this.calls = new ChatToolCalls(eventRecorder);
  }

  @Override
  public JsonPaths<Field> paths() {
    return PATHS;
  }

  @Override
  public boolean canSkipRepeated(Content kind) {
    return finishReason.isEmpty() && !failed && (kind == Content.TEXT || kind == Content.REASONING);
  }

  @Override
  public void reset() {
    kind = Content.LIFECYCLE;
    failed = false;
    id = "";
    finishReason = "";
    choices.forgetChunk();
    error.clear();
  }

  @Override
  public void opened(Field field) {
    switch (field) {
      case CHOICE -> {
        choice = 0;
        finishOfChoice = "";
      }
      case CALL -> calls.fragmentBegan(choice);
      case ERROR -> failed = true;
      case TEXT, REFUSAL, REASONING, ARGUMENTS, ID, OBJECT -> {}
      case CHOICE_INDEX, FINISH_REASON, CALL_INDEX, CALL_ID, CALL_NAME -> {}
      case ERROR_CODE, ERROR_TYPE, ERROR_STATUS, ERROR_REASON, ERROR_MESSAGE -> {}
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
      case OBJECT -> failed |= value.isWord(ERROR_OBJECT);
      case CHOICE_INDEX -> choice = Math.max(0, value.number());
      case FINISH_REASON -> finishOfChoice = value.text();
      case CALL_INDEX -> calls.index(value.number());
      case CALL_ID -> calls.id(value.text());
      case CALL_NAME -> calls.name(value.text());
      case ERROR -> failed |= value.isNonEmptyString() || value.isTrue();
      case ERROR_CODE -> error.code(value);
      case ERROR_TYPE -> error.type(value);
      case ERROR_STATUS -> error.status(value);
      case ERROR_REASON -> error.reason(value);
      case CHOICE, TEXT, REFUSAL, REASONING, CALL, ARGUMENTS, ERROR_MESSAGE -> {}
    }
  }

  @Override
  public void content(Field field, byte[] bytes, int from, int to) {
    switch (field) {
      case TEXT, REFUSAL -> kind = ContentKinds.stronger(kind, Content.TEXT);
      case REASONING -> kind = ContentKinds.stronger(kind, Content.REASONING);
      case ARGUMENTS -> {
        kind = Content.TOOL_INPUT;
        calls.arguments(bytes, from, to);
      }
      case ID, OBJECT, CHOICE, CHOICE_INDEX, FINISH_REASON, CALL, CALL_INDEX, CALL_ID -> {}
      case CALL_NAME, ERROR, ERROR_CODE, ERROR_TYPE, ERROR_STATUS, ERROR_REASON -> {}
      case ERROR_MESSAGE -> error.message(bytes, from, to);
    }
  }

  @Override
  public void closed(Field field) {
    switch (field) {
      case CHOICE -> {
        choices.seen(choice, !finishOfChoice.isEmpty());
        finishReason = finishOfChoice.isEmpty() ? finishReason : finishOfChoice;
      }
      case CALL -> calls.fragmentEnded();
      case ID, OBJECT, CHOICE_INDEX, FINISH_REASON, TEXT, REFUSAL, REASONING, CALL_INDEX -> {}
      case CALL_ID, CALL_NAME, ARGUMENTS -> {}
      case ERROR, ERROR_CODE, ERROR_TYPE, ERROR_STATUS, ERROR_REASON, ERROR_MESSAGE -> {}
    }
  }

  @Override
  public Content complete(byte[] name, int nameLength) {
    if (!id.isEmpty()) {
      eventRecorder.correlated(Correlation.RESPONSE_ID, id);
    }
    choices.chunkArrived();
    calls.report();
    if (failed || finishReason.equals(FINISHED_BY_ERROR)) {
      eventRecorder.failedInStream(error);
    } else if (!finishReason.isEmpty()) {
      finished();
    }
    return kind;
  }

  private void finished() {
    Finish finish = OpenAiChat.finishOf(finishReason);
    if (finish == Finish.TOOL_CALLS || finish == Finish.STOP) {
      calls.readyWithoutArguments();
    }
    eventRecorder.finished(finish);
    if (choices.areAllFinished()) {
      eventRecorder.proven(finish);
    }
  }
}
