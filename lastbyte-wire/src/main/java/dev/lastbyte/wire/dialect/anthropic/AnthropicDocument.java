// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.anthropic;

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

/** An Anthropic message as one JSON document. */
final class AnthropicDocument implements JsonEventReader<AnthropicDocument.Field> {

  enum Field implements JsonPath {
    ID("id", false),
    STOP_REASON("stop_reason", false),
    BLOCK("content[]", false),
    BLOCK_TYPE("content[].type", false),
    BLOCK_ID("content[].id", false),
    BLOCK_NAME("content[].name", false),
    TEXT("content[].text", true),
    THINKING("content[].thinking", true);

    private final String paths;
    private final boolean content;

    Field(String path, boolean content) {
      this.paths = path;
      this.content = content;
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
  private String stopReason = "";
  private String blockType = "";
  private String blockId = "";
  private String blockName = "";

  AnthropicDocument(ResponseEventRecorder eventRecorder) {
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

  @Override
  public void scalar(Field field, JsonText value) {
    switch (field) {
      case ID -> id = value.text();
      case STOP_REASON -> stopReason = value.text();
      case BLOCK_TYPE -> blockType = value.text();
      case BLOCK_ID -> blockId = value.text();
      case BLOCK_NAME -> blockName = value.text();
      case BLOCK, TEXT, THINKING -> {}
    }
  }

  @Override
  public void content(Field field, byte[] bytes, int from, int to) {
    kind = ContentKinds.stronger(kind, field == Field.TEXT ? Content.TEXT : Content.REASONING);
  }

  @Override
  public void opened(Field field) {
    blockType = "";
    blockId = "";
    blockName = "";
  }

  @Override
  public void closed(Field field) {
    if (field != Field.BLOCK) {
      return;
    }
    if (blockType.equals("tool_use")) {
      calls.add(blockId, blockName);
    } else if (AnthropicMessages.isServerTool(blockType)) {
      kind = ContentKinds.stronger(kind, Content.SERVER_TOOL);
    }
  }

  @Override
  public Content complete(byte[] name, int nameLength) {
    eventRecorder.correlated(Correlation.RESPONSE_ID, id);
    calls.report();
    if (!stopReason.isEmpty()) {
      StopReason reason = StopReason.of(stopReason);
      eventRecorder.finished(reason);
      eventRecorder.proven(reason);
    } else if (error.isErrorIfNothingElse()) {
      eventRecorder.failedInStream(error);
    }
    return kind;
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
