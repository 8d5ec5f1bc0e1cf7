// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.responses;

import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.wire.dialect.reader.ContentKinds;
import dev.lastbyte.wire.dialect.reader.JsonEventReader;
import dev.lastbyte.wire.dialect.reader.PendingCalls;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.error.ErrorDetails;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonText;
import java.util.List;

/** A response object as one JSON document. */
final class ResponsesDocument implements JsonEventReader<ResponsesDocument.Field> {

  enum Field implements JsonPath {
    ID(false, "id"),
    STATUS(false, "status"),
    REASON(false, "incomplete_details.reason"),
    ITEM(false, "output[]"),
    ITEM_TYPE(false, "output[].type"),
    CALL_ID(false, "output[].call_id"),
    CALL_NAME(false, "output[].name"),
    TEXT(true, "output[].content[].text", "output[].content[].refusal"),
    REASONING(true, "output[].summary[].text"),
    ERROR_CODE(false, "error.code"),
    ERROR_TYPE(false, "error.type"),
    ERROR_MESSAGE(true, "error.message");

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

  private final ResponseEventRecorder eventRecorder;
  private final PendingCalls calls;
  private final ErrorDetails error;
  private Content kind = Content.LIFECYCLE;
  private String id = "";
  private String status = "";
  private String reason = "";
  private String itemType = "";
  private String callId = "";
  private String callName = "";

  ResponsesDocument(ResponseEventRecorder eventRecorder) {
    this.eventRecorder = eventRecorder;
    this.error = eventRecorder.errorDetails();
    this.calls = new PendingCalls(eventRecorder);
  }

  @Override
  public JsonPaths<Field> paths() {
    return PATHS;
  }

  @Override
  public void scalar(Field field, JsonText value) {
    switch (field) {
      case ID -> id = value.text();
      case STATUS -> status = value.text();
      case REASON -> reason = value.text();
      case ITEM_TYPE -> itemType = value.text();
      case CALL_ID -> callId = value.text();
      case CALL_NAME -> callName = value.text();
      case ERROR_CODE -> error.code(value);
      case ERROR_TYPE -> error.type(value);
      case ITEM, TEXT, REASONING, ERROR_MESSAGE -> {}
    }
  }

  @Override
  public void content(Field field, byte[] bytes, int from, int to) {
    if (field == Field.ERROR_MESSAGE) {
      error.message(bytes, from, to);
      return;
    }
    kind = ContentKinds.stronger(kind, field == Field.TEXT ? Content.TEXT : Content.REASONING);
  }

  @Override
  public void opened(Field field) {
    itemType = "";
    callId = "";
    callName = "";
  }

  @Override
  public void closed(Field field) {
    if (OpenAiResponses.isClientCall(itemType)) {
      calls.add(callId, callName);
    } else if (OpenAiResponses.isServerTool(itemType)) {
      kind = ContentKinds.stronger(kind, Content.SERVER_TOOL);
    }
  }

  @Override
  public Content complete(byte[] name, int nameLength) {
    eventRecorder.correlated(Correlation.RESPONSE_ID, id);
    calls.report();
    switch (status) {
      case "completed" -> finished(calls.isEmpty() ? Finish.STOP : Finish.TOOL_CALLS);
      case "incomplete" -> finished(OpenAiResponses.finishOf(reason));
      case "cancelled" -> finished(Finish.CANCELLED);
      case "failed" -> eventRecorder.failedInStream(error);
      // Queued or in progress: a background response that is to be asked for again.
      default -> {}
    }
    return kind;
  }

  private void finished(Finish finish) {
    eventRecorder.finished(finish);
    eventRecorder.proven(finish);
  }

  @Override
  public boolean canSkipRepeated(Content kind) {
    return false;
  }

  @Override
  public void reset() {
    // There is one document only.
  }
}
