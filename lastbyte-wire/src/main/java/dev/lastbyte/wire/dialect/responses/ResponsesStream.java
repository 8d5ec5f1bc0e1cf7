// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.responses;

import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.wire.dialect.reader.ContentKinds;
import dev.lastbyte.wire.dialect.reader.JsonEventReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.dialect.reader.StopReason;
import dev.lastbyte.wire.dialect.reader.ToolCallTracker;
import dev.lastbyte.wire.error.ErrorObject;
import dev.lastbyte.wire.error.ErrorPlace;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonText;
import dev.lastbyte.wire.json.KeywordTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of a Responses stream.
 *
 * <pre>
 * response.created, response.in_progress
 *   (output_item.added -&gt; parts and deltas * -&gt; output_item.done) *
 * response.completed | response.incomplete | response.failed
 * error: anywhere
 * </pre>
 */
final class ResponsesStream implements JsonEventReader<ResponsesStream.Field> {

  enum Field implements JsonPath {
    TYPE(false, "type"),
    DELTA(true, "delta"),
    OUTPUT_INDEX(false, "output_index"),
    ITEM_TYPE(false, "item.type"),
    CALL_ID(false, "item.call_id"),
    CALL_NAME(false, "item.name"),
    RESPONSE_ID(false, "response.id"),
    REASON(false, "response.incomplete_details.reason"),
    STATUS(false, "response.status"),
    OUTPUT(false, "response.output[]"),
    OUTPUT_TYPE(false, "response.output[].type"),
    OUTPUT_CALL_ID(false, "response.output[].call_id"),
    OUTPUT_CALL_NAME(false, "response.output[].name"),
    // A whole text, where some services send no pieces of it.
    WHOLE_TEXT(
        true,
        "response.output[].content[].text",
        "response.output[].content[].refusal",
        "item.content[].text",
        "item.content[].refusal",
        "part.text",
        "part.refusal",
        "text",
        "refusal");

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

  private record Call(String id, String name) {}

  /** On a WebSocket: it is as old as one may become. */
  private static final String CONNECTION_LIMIT = "websocket_connection_limit_reached";

  private static final JsonPaths<ErrorPlace<Field>> PATHS = ErrorPlace.beside(Field.values());
  private static final KeywordTable<ResponsesEventType> TYPES =
      KeywordTable.of(ResponsesEventType.SPELLED, ResponsesEventType::word);

  private final ResponseEventRecorder eventRecorder;
  private final ToolCallTracker calls;
  private final ErrorObject error;
  private boolean started;
  private boolean ended;
  private boolean failed;
  private boolean endsConnection;

  private @Nullable ResponsesEventType type;
  private boolean hasDelta;
  private int index;
  private String itemType = "";
  private String callId = "";
  private String callName = "";
  private String responseId = "";
  private String reason = "";
  private String status = "";
  private String outputType = "";
  private String outputCallId = "";
  private String outputCallName = "";
  private final List<Call> callsInOutput = new ArrayList<>(1);
  private boolean hasWholeText;
  private boolean textShown;
  private @Nullable StopReason stopped;

  ResponsesStream(ResponseEventRecorder eventRecorder) {
    this.eventRecorder = eventRecorder;
    this.error = eventRecorder.errorObject();
    this.calls = new ToolCallTracker(eventRecorder);
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
    return kind == Content.TEXT || kind == Content.REASONING || kind == Content.TOOL_INPUT;
  }

  @Override
  public void reset() {
    type = null;
    hasDelta = false;
    index = 0;
    itemType = "";
    callId = "";
    callName = "";
    responseId = "";
    reason = "";
    status = "";
    callsInOutput.clear();
    hasWholeText = false;
    error.clear();
  }

  @Override
  public void scalar(Field field, JsonText value) {
    switch (field) {
      case TYPE -> {
        ResponsesEventType known = TYPES.valueOf(value);
        type = known == null ? ResponsesEventType.byShape(value.text()) : known;
      }
      case OUTPUT_INDEX -> index = value.number();
      case ITEM_TYPE -> itemType = value.text();
      case CALL_ID -> callId = value.text();
      case CALL_NAME -> callName = value.text();
      case RESPONSE_ID -> responseId = value.text();
      case REASON -> reason = value.text();
      case STATUS -> status = value.text();
      case OUTPUT_TYPE -> outputType = value.text();
      case OUTPUT_CALL_ID -> outputCallId = value.text();
      case OUTPUT_CALL_NAME -> outputCallName = value.text();
      case DELTA, OUTPUT, WHOLE_TEXT -> {}
    }
  }

  @Override
  public void content(Field field, byte[] bytes, int from, int to) {
    hasDelta |= field == Field.DELTA;
    hasWholeText |= field == Field.WHOLE_TEXT;
  }

  @Override
  public void opened(Field field) {
    if (field == Field.OUTPUT) {
      outputType = "";
      outputCallId = "";
      outputCallName = "";
    }
  }

  @Override
  public void closed(Field field) {
    if (field == Field.OUTPUT && OpenAiResponses.isClientCall(outputType)) {
      callsInOutput.add(new Call(outputCallId, outputCallName));
    }
  }

  @Override
  public Content complete(byte[] name, int nameLength) {
    ResponsesEventType what = type == null ? TYPES.valueOf(name, 0, nameLength) : type;
    if (what == null) {
      // A proxy's own error may come without a type.
      return error.isErrorIfNothingElse() ? failed() : Content.LIFECYCLE;
    }
    if (ended && what != ResponsesEventType.ERROR) {
      eventRecorder.malformed(Malformation.GRAMMAR);
    }
    return switch (what) {
      case TEXT_DELTA, REFUSAL_DELTA -> textDelta();
      case REASONING_DELTA -> delta(Content.REASONING);
      case ARGUMENTS_DELTA, INPUT_DELTA -> delta(Content.TOOL_INPUT);
      case ARGUMENTS_DONE, INPUT_DONE -> callReady();
      case ITEM_ADDED -> itemAdded();
      case ITEM_DONE -> itemDone();
      case SERVER_TOOL -> Content.SERVER_TOOL;
      case CREATED -> created();
      case COMPLETED, INCOMPLETE, DONE, CANCELLED -> ended(what);
      case FAILED, ERROR -> failed();
      case TEXT_DONE, REFUSAL_DONE, PART_DONE -> wholeText();
      case OTHER -> Content.LIFECYCLE;
    };
  }

  private Content textDelta() {
    textShown |= hasDelta;
    return delta(Content.TEXT);
  }

  /** A text that came whole, unless its pieces had come before. */
  private Content wholeText() {
    boolean isNews = hasWholeText && !textShown;
    textShown |= isNews;
    return isNews ? Content.TEXT : Content.LIFECYCLE;
  }

  private Content delta(Content kind) {
    return hasDelta ? kind : Content.LIFECYCLE;
  }

  private Content callReady() {
    calls.ready(index);
    return Content.LIFECYCLE;
  }

  private Content itemAdded() {
    if (OpenAiResponses.isClientCall(itemType)) {
      if (ended) {
        eventRecorder.malformed(Malformation.CONTRADICTION);
      }
      calls.started(index, callId, callName);
    }
    return OpenAiResponses.isServerTool(itemType) ? Content.SERVER_TOOL : Content.LIFECYCLE;
  }

  private Content itemDone() {
    Content kind = ContentKinds.stronger(itemAdded(), wholeText());
    calls.ready(index);
    return kind;
  }

  private Content created() {
    if (started) {
      eventRecorder.malformed(Malformation.GRAMMAR);
    }
    started = true;
    eventRecorder.correlated(Correlation.RESPONSE_ID, responseId);
    return Content.LIFECYCLE;
  }

  /** What the response itself says of its status goes before the name of its last event. */
  private Content ended(ResponsesEventType what) {
    Content kind = wholeText();
    reportCalls();
    String said = status.isEmpty() ? what.status() : status;
    return switch (said) {
      case "failed" -> failed();
      case "completed" -> finished(calls.isEmpty() ? StopReason.STOP : StopReason.TOOL_CALLS, kind);
      case "incomplete" -> finished(StopReason.ofIncomplete(reason), kind);
      default -> finished(StopReason.of(said), kind);
    };
  }

  /** Calls that came without events of their own. */
  private void reportCalls() {
    if (calls.isEmpty()) {
      for (Call call : callsInOutput) {
        calls.startedComplete(call.id, call.name);
      }
    }
  }

  private Content finished(StopReason why, Content kind) {
    if (stopped != null && stopped.finish() != why.finish()) {
      eventRecorder.malformed(Malformation.CONTRADICTION);
    }
    stopped = why;
    eventRecorder.finished(why);
    eventRecorder.proven(why);
    ended = true;
    return kind;
  }

  /** Whether the response came to its end, in whatever way. */
  boolean isOver() {
    return ended;
  }

  /** Whether it ended with an error. */
  boolean hasFailed() {
    return failed;
  }

  /** Whether an error said that the connection ends with the response. */
  boolean endsConnection() {
    return endsConnection;
  }

  private Content failed() {
    eventRecorder.failedInStream(error);
    ended = true;
    failed = true;
    endsConnection |= error.details().errorCode().equals(CONNECTION_LIMIT);
    return Content.LIFECYCLE;
  }
}
