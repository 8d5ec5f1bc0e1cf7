// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.gemini;

import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.wire.dialect.reader.ChoiceTracker;
import dev.lastbyte.wire.dialect.reader.ContentKinds;
import dev.lastbyte.wire.dialect.reader.JsonEventReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.error.ErrorDetails;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonText;
import java.util.List;

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
    BLOCK_REASON(false, "promptFeedback.blockReason"),
    // An error comes as an object, or as an array of one.
    ERROR(false, "error", "[].error"),
    ERROR_CODE(false, "error.code", "[].error.code"),
    ERROR_STATUS(false, "error.status", "[].error.status"),
    ERROR_MESSAGE(true, "error.message", "[].error.message"),
    ERROR_REASON(false, "error.details[].reason", "[].error.details[].reason"),
    QUOTA_ID(
        false, "error.details[].violations[].quotaId", "[].error.details[].violations[].quotaId"),
    RETRY_DELAY(false, "error.details[].retryDelay", "[].error.details[].retryDelay");

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
  private final GeminiToolCalls calls;
  private final ChoiceTracker candidates = new ChoiceTracker();
  private final ErrorDetails error;

  private Content kind = Content.LIFECYCLE;
  private String id = "";
  private String blockReason = "";
  private String finishReason = "";
  private boolean failed;

  private int candidate;
  private String finishOfCandidate = "";
  private boolean hasText;
  private boolean thought;
  private String callId = "";
  private String callName = "";
  private boolean callContinues;

  GeminiReader(ResponseEventRecorder eventRecorder) {
    this.eventRecorder = eventRecorder;
    this.calls = new GeminiToolCalls(eventRecorder);
    this.error = eventRecorder.errorDetails();
  }

  @Override
  public JsonPaths<Field> paths() {
    return PATHS;
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
    finishReason = "";
    failed = false;
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
      case ERROR -> failed = true;
      case ID, CANDIDATE_INDEX, FINISH_REASON, TEXT, THOUGHT, CALL_ID, CALL_NAME -> {}
      case CALL_CONTINUES, BLOCK_REASON, ERROR_CODE, ERROR_STATUS, ERROR_MESSAGE -> {}
      case ERROR_REASON, QUOTA_ID, RETRY_DELAY -> {}
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
      case ERROR -> failed |= value.isNonEmptyString();
      case ERROR_CODE -> error.code(value);
      case ERROR_STATUS -> error.status(value);
      case ERROR_REASON -> error.reason(value);
      case QUOTA_ID -> {
        if (value.text().contains("PerDay")) {
          error.failure(ProviderFailure.QUOTA);
        }
      }
      case RETRY_DELAY -> error.pause(value);
      case CANDIDATE, PART, TEXT, PICTURE, CALL, SERVER_TOOL, ERROR_MESSAGE -> {}
    }
  }

  @Override
  public void content(Field field, byte[] bytes, int from, int to) {
    if (field == Field.TEXT) {
      hasText = true;
    } else {
      error.message(bytes, from, to);
    }
  }

  @Override
  public void closed(Field field) {
    switch (field) {
      case CANDIDATE -> {
        boolean finished = Gemini.isReason(finishOfCandidate);
        candidates.seen(candidate, finished);
        finishReason = finished ? finishOfCandidate : finishReason;
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
      case CALL_CONTINUES, SERVER_TOOL, BLOCK_REASON, ERROR, ERROR_CODE, ERROR_STATUS -> {}
      case ERROR_MESSAGE, ERROR_REASON, QUOTA_ID, RETRY_DELAY -> {}
    }
  }

  private void piece(Content one) {
    kind = ContentKinds.stronger(kind, one);
  }

  @Override
  public Content complete(byte[] name, int nameLength) {
    if (!id.isEmpty()) {
      eventRecorder.correlated(Correlation.RESPONSE_ID, id);
    }
    candidates.chunkArrived();
    calls.report();
    if (failed) {
      eventRecorder.failedInStream(error);
    } else if (Gemini.isReason(blockReason)) {
      eventRecorder.finished(Finish.CONTENT_FILTER);
      eventRecorder.proven(Finish.CONTENT_FILTER);
    } else if (!finishReason.isEmpty()) {
      finished(Gemini.finishOf(finishReason));
    }
    return kind;
  }

  private void finished(Finish said) {
    Finish finish = said == Finish.STOP && !calls.isEmpty() ? Finish.TOOL_CALLS : said;
    eventRecorder.finished(finish);
    if (candidates.areAllFinished()) {
      eventRecorder.proven(finish);
    }
  }
}
