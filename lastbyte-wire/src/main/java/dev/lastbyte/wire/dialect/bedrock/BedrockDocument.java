// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.bedrock;

import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Opacity;
import dev.lastbyte.wire.dialect.anthropic.AnthropicMessages;
import dev.lastbyte.wire.dialect.reader.ContentKinds;
import dev.lastbyte.wire.dialect.reader.JsonEventReader;
import dev.lastbyte.wire.dialect.reader.PendingCalls;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.dialect.reader.StopReason;
import dev.lastbyte.wire.error.ErrorObject;
import dev.lastbyte.wire.error.ErrorPlace;
import dev.lastbyte.wire.json.Ascii;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonText;

/** A response of Converse or InvokeModel as one JSON document; of InvokeModel's, Anthropic's. */
final class BedrockDocument implements JsonEventReader<BedrockDocument.Field> {

  enum Field implements JsonPath {
    ID(false, "id"),
    TYPE(false, "type"),
    CONVERSE_STOP(false, "stopReason"),
    VENDOR_STOP(false, "stop_reason"),
    BLOCK(false, "output.message.content[]", "content[]"),
    BLOCK_TYPE(false, "content[].type", "output.message.content[].toolUse.type"),
    TOOL(false, "output.message.content[].toolUse"),
    TOOL_ID(false, "output.message.content[].toolUse.toolUseId", "content[].id"),
    TOOL_NAME(false, "output.message.content[].toolUse.name", "content[].name"),
    TEXT(true, "output.message.content[].text", "content[].text"),
    REASONING(
        true, "output.message.content[].reasoningContent.reasoningText.text", "content[].thinking");

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
  private static final byte[] MESSAGE = Ascii.bytes("message");

  private final ResponseEventRecorder eventRecorder;
  private final PendingCalls calls;
  private final ErrorObject error;
  private Content kind = Content.LIFECYCLE;
  private String id = "";
  private boolean anthropic;
  private String converseStop = "";
  private String vendorStop = "";
  private boolean tool;
  private String blockType = "";
  private String toolId = "";
  private String toolName = "";

  BedrockDocument(ResponseEventRecorder eventRecorder) {
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
      case TYPE -> anthropic = value.isWord(MESSAGE);
      case CONVERSE_STOP -> converseStop = value.text();
      case VENDOR_STOP -> vendorStop = value.text();
      case BLOCK_TYPE -> blockType = value.text();
      case TOOL_ID -> toolId = value.text();
      case TOOL_NAME -> toolName = value.text();
      case BLOCK, TOOL, TEXT, REASONING -> {}
    }
  }

  @Override
  public void content(Field field, byte[] bytes, int from, int to) {
    kind = ContentKinds.stronger(kind, field == Field.TEXT ? Content.TEXT : Content.REASONING);
  }

  @Override
  public void opened(Field field) {
    if (field == Field.BLOCK) {
      tool = false;
      blockType = "";
      toolId = "";
      toolName = "";
    }
    tool |= field == Field.TOOL;
  }

  @Override
  public void closed(Field field) {
    if (field != Field.BLOCK) {
      return;
    }
    if (AnthropicMessages.isServerTool(blockType)) {
      kind = ContentKinds.stronger(kind, Content.SERVER_TOOL);
    } else if (tool || blockType.equals("tool_use")) {
      calls.add(toolId, toolName);
    }
  }

  @Override
  public Content complete(byte[] name, int nameLength) {
    String stopReason = anthropic ? vendorStop : converseStop;
    if (stopReason.isEmpty() && error.isErrorIfNothingElse()) {
      eventRecorder.failedInStream(error);
      return kind;
    }
    if (stopReason.isEmpty()) {
      // Another vendor's document.
      eventRecorder.opaque(Opacity.UNKNOWN_DIALECT);
      return Content.LIFECYCLE;
    }
    eventRecorder.correlated(Correlation.RESPONSE_ID, id);
    calls.report();
    StopReason reason = StopReason.of(stopReason);
    eventRecorder.finished(reason);
    eventRecorder.proven(reason);
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
