// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.responses;

import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.wire.dialect.reader.JsonEventReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.dialect.reader.ToolCallTracker;
import dev.lastbyte.wire.error.ErrorDetails;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonText;
import dev.lastbyte.wire.json.KeywordTable;
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
    OUTPUT_TYPE(false, "response.output[].type"),
    ERROR_CODE(false, "response.error.code", "error.code", "code"),
    ERROR_TYPE(false, "response.error.type", "error.type"),
    ERROR_MESSAGE(true, "response.error.message", "error.message", "message");

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

  /** On a WebSocket: it is as old as one may become. */
  private static final String CONNECTION_LIMIT = "websocket_connection_limit_reached";

  private static final JsonPaths<Field> PATHS = JsonPaths.of(List.of(Field.values()));
  private static final KeywordTable<ResponsesEventType> TYPES =
      KeywordTable.of(ResponsesEventType.SPELLED, ResponsesEventType::word);

  private final ResponseEventRecorder eventRecorder;
  private final ToolCallTracker calls;
  private final ErrorDetails error;
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
  private boolean callInOutput;

  ResponsesStream(ResponseEventRecorder eventRecorder) {
    this.eventRecorder = eventRecorder;
    this.error = eventRecorder.errorDetails();
    this.calls = new ToolCallTracker(eventRecorder);
  }

  @Override
  public JsonPaths<Field> paths() {
    return PATHS;
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
    callInOutput = false;
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
      case OUTPUT_TYPE -> callInOutput |= OpenAiResponses.isClientCall(value.text());
      case ERROR_CODE -> error.code(value);
      case ERROR_TYPE -> error.type(value);
      case DELTA, ERROR_MESSAGE -> {}
    }
  }

  @Override
  public void content(Field field, byte[] bytes, int from, int to) {
    if (field == Field.ERROR_MESSAGE) {
      error.message(bytes, from, to);
    } else {
      hasDelta = true;
    }
  }

  @Override
  public void opened(Field field) {}

  @Override
  public void closed(Field field) {}

  @Override
  public Content complete(byte[] name, int nameLength) {
    ResponsesEventType what = type == null ? TYPES.valueOf(name, 0, nameLength) : type;
    if (what == null) {
      // A proxy's own error may come without a type.
      return error.isEmpty() ? Content.LIFECYCLE : failed();
    }
    if (ended && what != ResponsesEventType.ERROR) {
      eventRecorder.malformed(Malformation.GRAMMAR);
    }
    return switch (what) {
      case TEXT_DELTA, REFUSAL_DELTA -> delta(Content.TEXT);
      case REASONING_DELTA -> delta(Content.REASONING);
      case ARGUMENTS_DELTA, INPUT_DELTA -> delta(Content.TOOL_INPUT);
      case ARGUMENTS_DONE, INPUT_DONE -> callReady();
      case ITEM_ADDED -> itemAdded();
      case ITEM_DONE -> itemDone();
      case SERVER_TOOL -> Content.SERVER_TOOL;
      case CREATED -> created();
      case COMPLETED -> completed();
      case INCOMPLETE -> finished(OpenAiResponses.finishOf(reason));
      case FAILED, ERROR -> failed();
      case OTHER -> Content.LIFECYCLE;
    };
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
      calls.started(index, callId, callName);
    }
    return OpenAiResponses.isServerTool(itemType) ? Content.SERVER_TOOL : Content.LIFECYCLE;
  }

  private Content itemDone() {
    Content kind = itemAdded();
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

  private Content completed() {
    boolean wantsTools = callInOutput || !calls.isEmpty();
    return finished(wantsTools ? Finish.TOOL_CALLS : Finish.STOP);
  }

  private Content finished(Finish finish) {
    eventRecorder.finished(finish);
    eventRecorder.proven(finish);
    ended = true;
    return Content.LIFECYCLE;
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
    endsConnection |= error.errorCode().equals(CONNECTION_LIMIT);
    return Content.LIFECYCLE;
  }
}
