// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.responses;

import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.Content;
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
    REASONING(true, "output[].summary[].text");

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
  private Content kind = Content.LIFECYCLE;
  private String id = "";
  private String status = "";
  private String reason = "";
  private String itemType = "";
  private String callId = "";
  private String callName = "";

  ResponsesDocument(ResponseEventRecorder eventRecorder) {
    this.eventRecorder = eventRecorder;
    this.error = eventRecorder.errorObject();
    this.calls = new PendingCalls(eventRecorder);
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
  public void scalar(Field field, JsonText value) {
    switch (field) {
      case ID -> id = value.text();
      case STATUS -> status = value.text();
      case REASON -> reason = value.text();
      case ITEM_TYPE -> itemType = value.text();
      case CALL_ID -> callId = value.text();
      case CALL_NAME -> callName = value.text();
      case ITEM, TEXT, REASONING -> {}
    }
  }

  @Override
  public void content(Field field, byte[] bytes, int from, int to) {
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
      case "completed" -> finished(calls.isEmpty() ? StopReason.STOP : StopReason.TOOL_CALLS);
      case "incomplete" -> finished(StopReason.ofIncomplete(reason));
      case "failed" -> eventRecorder.failedInStream(error);
      // A background response that is to be asked for again.
      case "queued", "in_progress" -> {}
      default -> otherwise();
    }
    return kind;
  }

  private void otherwise() {
    if (error.isErrorIfNothingElse()) {
      eventRecorder.failedInStream(error);
    } else if (StopReason.isReason(status)) {
      finished(StopReason.of(status));
    }
  }

  private void finished(StopReason reason) {
    eventRecorder.finished(reason);
    eventRecorder.proven(reason);
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
