// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.gemini;

import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.wire.dialect.reader.ChoiceTracker;
import dev.lastbyte.wire.dialect.reader.ContentKinds;
import dev.lastbyte.wire.dialect.reader.JsonEventReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.dialect.reader.StopReason;
import dev.lastbyte.wire.error.ErrorObject;
import dev.lastbyte.wire.error.ErrorPlace;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonText;
import org.jspecify.annotations.Nullable;

/** Gemini's response objects: the only one of a response, or one of many. */
final class GeminiReader implements JsonEventReader<GeminiReader.Field> {

  enum Field implements JsonPath {
    ID(false, "responseId"),
    CANDIDATE(false, "candidates[]"),
    CANDIDATE_INDEX(false, "candidates[].index"),
    FINISH_REASON(false, "candidates[].finishReason"),
    PART(false, "candidates[].content.parts[]"),
    TEXT(true, "candidates[].content.parts[].text"),
    THOUGHT(false, "candidates[].content.parts[].thought"),
    PICTURE(false, "candidates[].content.parts[].inlineData"),
    CALL(false, "candidates[].content.parts[].functionCall"),
    CALL_ID(false, "candidates[].content.parts[].functionCall.id"),
    CALL_NAME(false, "candidates[].content.parts[].functionCall.name"),
    CALL_CONTINUES(false, "candidates[].content.parts[].functionCall.willContinue"),
    SERVER_TOOL(
        false,
        "candidates[].content.parts[].executableCode",
        "candidates[].content.parts[].codeExecutionResult"),
    BLOCK_REASON(false, "promptFeedback.blockReason");

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
  private final GeminiToolCalls calls;
  private final ChoiceTracker candidates = new ChoiceTracker();
  private final ErrorObject error;

  private Content kind = Content.LIFECYCLE;
  private String id = "";
  private String blockReason = "";
  private @Nullable StopReason finishReason;

  private int candidate;
  private String finishOfCandidate = "";
  private Content pieceOfCandidate = Content.LIFECYCLE;
  private boolean hasText;
  private boolean thought;
  private String callId = "";
  private String callName = "";
  private boolean callContinues;

  GeminiReader(ResponseEventRecorder eventRecorder) {
    this.eventRecorder = eventRecorder;
    this.calls = new GeminiToolCalls(eventRecorder);
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

  /** Behind the text stand the role and how many tokens it makes, other ones every time. */
  @Override
  public boolean canSkipRepeated(Content kind) {
    return false;
  }

  @Override
  public void reset() {
    kind = Content.LIFECYCLE;
    id = "";
    blockReason = "";
    finishReason = null;
    candidates.forgetChunk();
    calls.forget();
    error.clear();
  }

  @Override
  public void opened(Field field) {
    switch (field) {
      case CANDIDATE -> {
        candidate = 0;
        finishOfCandidate = "";
        pieceOfCandidate = Content.LIFECYCLE;
      }
      case PART -> {
        hasText = false;
        thought = false;
      }
      case CALL -> {
        callId = "";
        callName = "";
        callContinues = false;
      }
      case PICTURE -> hasText = true;
      case SERVER_TOOL -> piece(Content.SERVER_TOOL);
      case ID, CANDIDATE_INDEX, FINISH_REASON, TEXT, THOUGHT, CALL_ID, CALL_NAME -> {}
      case CALL_CONTINUES, BLOCK_REASON -> {}
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
      case CANDIDATE_INDEX -> candidate = Math.max(0, value.number());
      case FINISH_REASON -> finishOfCandidate = value.text();
      case THOUGHT -> thought = value.isTrue();
      case CALL_ID -> callId = value.text();
      case CALL_NAME -> callName = value.text();
      case CALL_CONTINUES -> callContinues = value.isTrue();
      case BLOCK_REASON -> blockReason = value.text();
      case CANDIDATE, PART, TEXT, PICTURE, CALL, SERVER_TOOL -> {}
    }
  }

  @Override
  public void content(Field field, byte[] bytes, int from, int to) {
    hasText = true;
  }

  @Override
  public void closed(Field field) {
    switch (field) {
      case CANDIDATE -> {
        boolean finished = StopReason.isReason(finishOfCandidate);
        StopReason reason = finished ? StopReason.of(finishOfCandidate) : null;
        candidates.seen(candidate, reason, pieceOfCandidate);
        finishReason = finished ? reason : finishReason;
      }
      case PART -> {
        // Whether a text is a thought may be said behind it.
        if (hasText) {
          piece(thought ? Content.REASONING : Content.TEXT);
        }
      }
      case CALL -> {
        piece(Content.TOOL_INPUT);
        calls.seen(callId, callName, callContinues);
      }
      case ID, CANDIDATE_INDEX, FINISH_REASON, TEXT, THOUGHT, PICTURE, CALL_ID, CALL_NAME -> {}
      case CALL_CONTINUES, SERVER_TOOL, BLOCK_REASON -> {}
    }
  }

  private void piece(Content one) {
    kind = ContentKinds.stronger(kind, one);
    pieceOfCandidate = ContentKinds.stronger(pieceOfCandidate, one);
  }

  @Override
  public Content complete(byte[] name, int nameLength) {
    if (!id.isEmpty()) {
      eventRecorder.correlated(Correlation.RESPONSE_ID, id);
    }
    candidates.chunkArrived(eventRecorder);
    calls.report();
    if (candidates.anyInChunk() ? error.isError() : error.isErrorIfNothingElse()) {
      eventRecorder.failedInStream(error);
    } else if (StopReason.isReason(blockReason)) {
      // Whatever the reason, the prompt was blocked.
      eventRecorder.finished(StopReason.FILTERED);
      eventRecorder.proven(StopReason.FILTERED);
    } else if (finishReason != null) {
      finished(finishReason);
    }
    return kind;
  }

  private void finished(StopReason said) {
    boolean wantsTools = said.finish() == Finish.STOP && !calls.isEmpty();
    StopReason reason = wantsTools ? StopReason.TOOL_CALLS : said;
    eventRecorder.finished(reason);
    if (candidates.areAllFinished()) {
      eventRecorder.proven(reason);
    }
  }
}
