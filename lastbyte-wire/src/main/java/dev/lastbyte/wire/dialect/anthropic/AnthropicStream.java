// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.anthropic;

import dev.lastbyte.core.event.ResponseEvent.Correlation;
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
 * The events of an Anthropic stream.
 *
 * <pre>
 * message_start
 *   (content_block_start -&gt; content_block_delta * -&gt; content_block_stop) *
 * message_delta + -&gt; message_stop
 * ping, error: anywhere
 * </pre>
 */
public final class AnthropicStream implements JsonEventReader<AnthropicStream.Field> {

  public enum Field implements JsonPath {
    TYPE("type", false),
    INDEX("index", false),
    DELTA_TYPE("delta.type", false),
    TEXT("delta.text", true),
    PARTIAL_JSON("delta.partial_json", true),
    THINKING("delta.thinking", true),
    SIGNATURE("delta.signature", true),
    STOP_REASON("delta.stop_reason", false),
    MESSAGE_ID("message.id", false),
    BLOCK_TYPE("content_block.type", false),
    BLOCK_ID("content_block.id", false),
    BLOCK_NAME("content_block.name", false),
    BLOCK_TEXT("content_block.text", true);

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

  private enum Type {
    BLOCK_DELTA("content_block_delta"),
    BLOCK_START("content_block_start"),
    BLOCK_STOP("content_block_stop"),
    PING("ping"),
    MESSAGE_START("message_start"),
    MESSAGE_DELTA("message_delta"),
    MESSAGE_STOP("message_stop"),
    ERROR("error");

    private final String word;

    Type(String word) {
      this.word = word;
    }
  }

  private static final JsonPaths<ErrorPlace<Field>> PATHS = ErrorPlace.beside(Field.values());
  private static final KeywordTable<Type> TYPES =
      KeywordTable.of(List.of(Type.values()), type -> type.word);

  private final ResponseEventRecorder eventRecorder;
  private final ContentBlocks blocks;
  private final ErrorObject error;
  private boolean started;
  private boolean ended;
  private @Nullable StopReason reason;

  private @Nullable Type type;
  private boolean typed;
  private int index;
  private Content piece = Content.LIFECYCLE;
  private String stopReason = "";
  private String messageId = "";
  private String blockType = "";
  private String blockId = "";
  private String blockName = "";

  public AnthropicStream(ResponseEventRecorder eventRecorder) {
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

  @Override
  public boolean canSkipRepeated(Content kind) {
    return type == Type.BLOCK_DELTA;
  }

  @Override
  public void reset() {
    type = null;
    typed = false;
    index = 0;
    piece = Content.LIFECYCLE;
    stopReason = "";
    messageId = "";
    blockType = "";
    blockId = "";
    blockName = "";
    error.clear();
  }

  @Override
  public void scalar(Field field, JsonText value) {
    switch (field) {
      case TYPE -> {
        type = TYPES.valueOf(value);
        typed = true;
      }
      case INDEX -> index = value.number();
      case STOP_REASON -> stopReason = value.text();
      case MESSAGE_ID -> messageId = value.text();
      case BLOCK_TYPE -> blockType = value.text();
      case BLOCK_ID -> blockId = value.text();
      case BLOCK_NAME -> blockName = value.text();
      case DELTA_TYPE, TEXT, PARTIAL_JSON, THINKING, SIGNATURE, BLOCK_TEXT -> {}
    }
  }

  @Override
  public void content(Field field, byte[] bytes, int from, int to) {
    switch (field) {
      case TEXT, BLOCK_TEXT -> piece = Content.TEXT;
      case THINKING, SIGNATURE -> piece = Content.REASONING;
      case PARTIAL_JSON -> piece = Content.TOOL_INPUT;
      case TYPE, INDEX, DELTA_TYPE, STOP_REASON, MESSAGE_ID, BLOCK_TYPE, BLOCK_ID, BLOCK_NAME -> {}
    }
  }

  @Override
  public void opened(Field field) {}

  @Override
  public void closed(Field field) {}

  /** Whether the last document is of a type that this dialect has. */
  public boolean knowsType() {
    return type != null;
  }

  @Override
  public Content complete(byte[] name, int nameLength) {
    Type what = typed ? type : TYPES.valueOf(name, 0, nameLength);
    if (what == null) {
      // A proxy's own error may come without the type that Anthropic gives it.
      return error.isErrorIfNothingElse() ? failed() : Content.LIFECYCLE;
    }
    if (ended && what != Type.PING && what != Type.ERROR) {
      broken();
    }
    return switch (what) {
      case MESSAGE_START -> messageStart();
      case BLOCK_START -> blockStart();
      case BLOCK_DELTA -> blockDelta();
      case BLOCK_STOP -> blockStop();
      case MESSAGE_DELTA -> messageDelta();
      case MESSAGE_STOP -> messageStop();
      case PING -> Content.HEARTBEAT;
      case ERROR -> failed();
    };
  }

  private Content messageStart() {
    if (started) {
      broken();
    }
    started = true;
    eventRecorder.correlated(Correlation.RESPONSE_ID, messageId);
    return Content.LIFECYCLE;
  }

  private Content blockStart() {
    boolean serverTool = AnthropicMessages.isServerTool(blockType);
    if (!blocks.open(index, serverTool)) {
      broken();
    }
    if (reason != null) {
      eventRecorder.malformed(
          blockType.equals("tool_use") ? Malformation.CONTRADICTION : Malformation.GRAMMAR);
    }
    if (blockType.equals("tool_use")) {
      blocks.callStarted(index, blockId, blockName);
    }
    return serverTool ? Content.SERVER_TOOL : piece;
  }

  private Content blockDelta() {
    if (!blocks.isOpen(index)) {
      broken();
    }
    return blocks.kindOf(index, piece);
  }

  private Content blockStop() {
    Content kind = blocks.kindOfEnd(index);
    if (!blocks.close(index)) {
      broken();
    }
    return kind;
  }

  private Content messageDelta() {
    if (StopReason.isReason(stopReason)) {
      stopped(StopReason.of(stopReason));
    }
    return Content.LIFECYCLE;
  }

  private void stopped(StopReason said) {
    boolean another = reason != null && reason.finish() != said.finish();
    if (another || (said.finish() == Finish.TOOL_CALLS && blocks.haveNoCall())) {
      eventRecorder.malformed(Malformation.CONTRADICTION);
    }
    reason = said;
    eventRecorder.finished(said);
  }

  private Content messageStop() {
    if (!blocks.isEmpty()) {
      broken();
    } else if (reason != null) {
      eventRecorder.proven(reason);
    }
    ended = true;
    return Content.LIFECYCLE;
  }

  private Content failed() {
    eventRecorder.failedInStream(error);
    return Content.LIFECYCLE;
  }

  private void broken() {
    eventRecorder.malformed(Malformation.GRAMMAR);
  }
}
