// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.bedrock;

import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.wire.dialect.reader.ContentBlocks;
import dev.lastbyte.wire.dialect.reader.JsonEventReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.dialect.reader.StopReason;
import dev.lastbyte.wire.error.ErrorObject;
import dev.lastbyte.wire.error.ErrorPlace;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonText;
import dev.lastbyte.wire.json.KeywordTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of Bedrock's ConverseStream, and the {@code chunk} of InvokeModelWithResponseStream.
 *
 * <pre>
 * messageStart
 *   (contentBlockStart ? -&gt; contentBlockDelta * -&gt; contentBlockStop) *
 * messageStop -&gt; metadata
 * </pre>
 *
 * <p>A block of text begins with its first delta; only those of tools are announced.
 */
final class ConverseStream implements JsonEventReader<ConverseStream.Field> {

  enum Field implements JsonPath {
    INDEX(false, "contentBlockIndex"),
    TEXT(true, "delta.text"),
    REASONING(
        true,
        "delta.reasoningContent.text",
        "delta.reasoningContent.signature",
        "delta.reasoningContent.redactedContent"),
    TOOL_INPUT(true, "delta.toolUse.input"),
    TOOL(false, "start.toolUse"),
    TOOL_ID(false, "start.toolUse.toolUseId"),
    TOOL_NAME(false, "start.toolUse.name"),
    TOOL_TYPE(false, "start.toolUse.type"),
    SERVER_RESULT(false, "start.toolResult", "delta.toolResult"),
    STOP_REASON(false, "stopReason"),
    CHUNK(true, "bytes");

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

  private enum Type {
    BLOCK_DELTA("contentBlockDelta"),
    CHUNK("chunk"),
    BLOCK_START("contentBlockStart"),
    BLOCK_STOP("contentBlockStop"),
    MESSAGE_START("messageStart"),
    MESSAGE_STOP("messageStop");

    private final String word;

    Type(String word) {
      this.word = word;
    }
  }

  private static final JsonPaths<ErrorPlace<Field>> PATHS = ErrorPlace.beside(Field.values());
  private static final KeywordTable<Type> TYPES =
      KeywordTable.of(List.of(Type.values()), type -> type.word);
  private static final String SERVER_TOOL = "server_tool_use";

  private final ResponseEventRecorder eventRecorder;
  private final ContentBlocks blocks;
  private final ErrorObject error;
  private @Nullable InvokedModelStream invoked;
  private boolean started;
  private boolean ended;

  private int index;
  private Content piece = Content.LIFECYCLE;
  private boolean tool;
  private String toolId = "";
  private String toolName = "";
  private String toolType = "";
  private String stopReason = "";

  ConverseStream(ResponseEventRecorder eventRecorder) {
    this.eventRecorder = eventRecorder;
    this.error = eventRecorder.errorObject();
    this.blocks = new ContentBlocks(eventRecorder);
  }

  @Override
  public JsonPaths<ErrorPlace<Field>> paths() {
    return PATHS;
  }

  @Override
  public ErrorObject error() {
    return error;
  }

  /** A frame differs from the last one in its lengths and checksums too. */
  @Override
  public boolean canSkipRepeated(Content kind) {
    return false;
  }

  @Override
  public void reset() {
    index = 0;
    piece = Content.LIFECYCLE;
    tool = false;
    toolId = "";
    toolName = "";
    toolType = "";
    stopReason = "";
    error.clear();
  }

  @Override
  public void scalar(Field field, JsonText value) {
    switch (field) {
      case INDEX -> index = value.number();
      case TOOL_ID -> toolId = value.text();
      case TOOL_NAME -> toolName = value.text();
      case TOOL_TYPE -> toolType = value.text();
      case STOP_REASON -> stopReason = value.text();
      case TEXT, REASONING, TOOL_INPUT, TOOL, SERVER_RESULT, CHUNK -> {}
    }
  }

  @Override
  public void content(Field field, byte[] bytes, int from, int to) {
    switch (field) {
      case TEXT -> piece = Content.TEXT;
      case REASONING -> piece = Content.REASONING;
      case TOOL_INPUT -> piece = Content.TOOL_INPUT;
      case CHUNK -> invoked().read(bytes, from, to);
      case INDEX, TOOL, TOOL_ID, TOOL_NAME, TOOL_TYPE, SERVER_RESULT, STOP_REASON -> {}
    }
  }

  void errorMessage(byte[] bytes, int from, int to) {
    error.message(bytes, from, to);
  }

  private InvokedModelStream invoked() {
    if (invoked == null) {
      invoked = new InvokedModelStream(eventRecorder);
    }
    return invoked;
  }

  @Override
  public void opened(Field field) {
    tool |= field == Field.TOOL;
    if (field == Field.SERVER_RESULT) {
      piece = Content.SERVER_TOOL;
    }
  }

  @Override
  public void closed(Field field) {}

  @Override
  public Content complete(byte[] name, int nameLength) {
    Type type = TYPES.valueOf(name, 0, nameLength);
    if (type == null) {
      return Content.LIFECYCLE;
    }
    if (ended) {
      broken();
    }
    return switch (type) {
      case MESSAGE_START -> messageStart();
      case BLOCK_START -> blockStart();
      case BLOCK_DELTA -> blockDelta();
      case BLOCK_STOP -> blockStop();
      case MESSAGE_STOP -> messageStop();
      case CHUNK -> invoked().complete();
    };
  }

  /** A failure is whole whose message was read before. */
  void failed(String word) {
    error.details().code(word);
    eventRecorder.failedInStream(error);
  }

  private Content messageStart() {
    if (started) {
      broken();
    }
    started = true;
    return Content.LIFECYCLE;
  }

  private Content blockStart() {
    boolean serverTool = toolType.equals(SERVER_TOOL) || piece == Content.SERVER_TOOL;
    if (!blocks.open(index, serverTool)) {
      broken();
    }
    if (tool && !serverTool) {
      if (ended) {
        eventRecorder.malformed(Malformation.CONTRADICTION);
      }
      blocks.callStarted(index, toolId, toolName);
    }
    return serverTool ? Content.SERVER_TOOL : Content.LIFECYCLE;
  }

  private Content blockDelta() {
    if (!blocks.isOpen(index)) {
      blocks.open(index, false);
    }
    return blocks.kindOf(index, piece);
  }

  private Content blockStop() {
    Content kind = blocks.kindOfEnd(index);
    blocks.close(index);
    return kind;
  }

  private Content messageStop() {
    if (!blocks.isEmpty()) {
      broken();
    }
    ended = true;
    StopReason reason = StopReason.of(stopReason);
    if (reason.finish() == Finish.TOOL_CALLS && blocks.haveNoCall()) {
      eventRecorder.malformed(Malformation.CONTRADICTION);
    }
    eventRecorder.finished(reason);
    eventRecorder.proven(reason);
    return Content.LIFECYCLE;
  }

  private void broken() {
    eventRecorder.malformed(Malformation.GRAMMAR);
  }
}
