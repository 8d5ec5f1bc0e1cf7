// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.ollama;

import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.wire.dialect.reader.ContentKinds;
import dev.lastbyte.wire.dialect.reader.JsonEventReader;
import dev.lastbyte.wire.dialect.reader.PendingCalls;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.dialect.reader.StopReason;
import dev.lastbyte.wire.error.ErrorObject;
import dev.lastbyte.wire.error.ErrorPlace;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonText;

/** The lines of a response of Ollama's. */
final class OllamaReader implements JsonEventReader<OllamaReader.Field> {

  enum Field implements JsonPath {
    TEXT(true, "message.content", "response"),
    REASONING(true, "message.thinking", "thinking"),
    CALL(false, "message.tool_calls[]"),
    CALL_ID(false, "message.tool_calls[].id"),
    CALL_NAME(false, "message.tool_calls[].function.name"),
    DONE(false, "done"),
    DONE_REASON(false, "done_reason");

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
  private final PendingCalls calls;
  private final ErrorObject error;
  private boolean ended;

  private Content kind = Content.LIFECYCLE;
  private String callId = "";
  private String callName = "";
  private boolean done;
  private String doneReason = "";

  OllamaReader(ResponseEventRecorder eventRecorder) {
    this.eventRecorder = eventRecorder;
    this.calls = new PendingCalls(eventRecorder);
    this.error = eventRecorder.errorObject();
  }

  @Override
  public JsonPaths<ErrorPlace<Field>> paths() {
    return PATHS;
  }

  @Override
  public ErrorObject error() {
    return error;
  }

  /** Before the content stands the time, another one every time. */
  @Override
  public boolean canSkipRepeated(Content kind) {
    return false;
  }

  @Override
  public void reset() {
    kind = Content.LIFECYCLE;
    calls.forget();
    done = false;
    doneReason = "";
    error.clear();
  }

  @Override
  public void opened(Field field) {
    if (field == Field.CALL) {
      callId = "";
      callName = "";
    }
  }

  @Override
  public void scalar(Field field, JsonText value) {
    switch (field) {
      case CALL_ID -> callId = value.text();
      case CALL_NAME -> callName = value.text();
      case DONE -> done = value.isTrue();
      case DONE_REASON -> doneReason = value.text();
      case TEXT, REASONING, CALL -> {}
    }
  }

  @Override
  public void content(Field field, byte[] bytes, int from, int to) {
    switch (field) {
      case TEXT -> piece(Content.TEXT);
      case REASONING -> piece(Content.REASONING);
      case CALL, CALL_ID, CALL_NAME, DONE, DONE_REASON -> {}
    }
  }

  @Override
  public void closed(Field field) {
    if (field == Field.CALL && calls.add(callId, callName)) {
      piece(Content.TOOL_INPUT);
    }
  }

  private void piece(Content one) {
    kind = ContentKinds.stronger(kind, one);
  }

  @Override
  public Content complete(byte[] name, int nameLength) {
    if (ended) {
      eventRecorder.malformed(
          calls.isNonePending() ? Malformation.GRAMMAR : Malformation.CONTRADICTION);
    }
    calls.report();
    if (error.isError()) {
      eventRecorder.failedInStream(error);
    } else if (done) {
      done();
    } else if (kind == Content.LIFECYCLE && error.isErrorIfNothingElse()) {
      eventRecorder.failedInStream(error);
    }
    return kind;
  }

  private void done() {
    ended = true;
    // Servers before 0.3 give no reason.
    StopReason said = doneReason.isEmpty() ? StopReason.STOP : StopReason.of(doneReason);
    boolean wantsTools = said.finish() == Finish.STOP && !calls.isEmpty();
    StopReason reason = wantsTools ? StopReason.TOOL_CALLS : said;
    eventRecorder.finished(reason);
    eventRecorder.proven(reason);
  }
}
