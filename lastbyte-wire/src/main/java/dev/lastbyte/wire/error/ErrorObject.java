// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.wire.error.vocabulary.BusinessCodes;
import dev.lastbyte.wire.json.Ascii;
import dev.lastbyte.wire.json.JsonPathSink;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonText;
import java.util.List;
import java.util.Locale;

/** Reads the error that a document is, or holds, in any of the shapes in use. */
public final class ErrorObject implements JsonPathSink<ErrorField> {

  /** {@link ErrorField}, compiled: the places of a document that can only be an error. */
  public static final JsonPaths<ErrorField> PATHS = JsonPaths.of(List.of(ErrorField.values()));

  private static final byte[] ENVELOPE = Ascii.bytes("error");

  private final ErrorDetails details;
  private boolean envelope;
  private boolean coded;
  private boolean spoken;
  private String requestId = "";

  /** A reader that notes what an error says in {@code details}. */
  public ErrorObject(ErrorDetails details) {
    this.details = details;
  }

  /** What the error says. */
  public ErrorDetails details() {
    return details;
  }

  /** Whether what was read calls itself an error. */
  public boolean isError() {
    return envelope;
  }

  /**
   * Whether a document that holds nothing of its dialect is an error: with a code, and a message
   * that says why. A business error may come so in a body whose status is good.
   */
  public boolean isErrorIfNothingElse() {
    return envelope || (coded && spoken);
  }

  /** Whether what was read has at least the code of an API's error. */
  boolean isOfApi() {
    return envelope || coded;
  }

  /** The request's id in the body, or empty. */
  public String requestId() {
    return requestId;
  }

  /** Makes ready for another document. */
  public void clear() {
    details.clear();
    envelope = false;
    coded = false;
    spoken = false;
    requestId = "";
  }

  @Override
  public void scalar(ErrorField field, JsonText value) {
    switch (field) {
      case ERROR -> envelope |= value.isNonEmptyString() || value.isTrue();
      case CODE -> details.code(value);
      case ROOT_CODE -> code(value);
      case TYPE -> details.type(value);
      case ROOT_TYPE -> {
        details.type(value);
        envelope |= value.isWord(ENVELOPE);
      }
      case OBJECT -> envelope |= value.isWord(ENVELOPE);
      case STATUS -> details.status(value);
      case AWS_TYPE -> code(value);
      case MINIMAX_CODE -> number(BusinessCodes.MINIMAX, value);
      case BAIDU_CODE -> number(BusinessCodes.BAIDU, value);
      case SPARK_CODE -> number(BusinessCodes.SPARK, value);
      case REASON, ROOT_REASON -> details.reason(value);
      case FLAGGED -> details.failure(ProviderFailure.CONTENT_FILTER);
      case QUOTA_ID -> quotaId(value.text());
      case QUOTA_VALUE -> {
        if (value.text().equals("0")) {
          details.failure(ProviderFailure.QUOTA);
        }
      }
      case PAUSE -> details.pause(value);
      case RESET -> details.reset(value);
      case REQUEST_ID, ROOT_REQUEST_ID -> requestId = value.text();
      case MESSAGE, ROOT_MESSAGE -> {}
    }
  }

  /** A code at the root stands in good documents too, where it says that all is well. */
  private void code(JsonText value) {
    if (!isSuccess(value)) {
      details.code(value);
      coded |= !value.text().isEmpty();
    }
  }

  private static boolean isSuccess(JsonText value) {
    return switch (value.text().toLowerCase(Locale.ROOT)) {
      case "0", "200", "ok", "success" -> true;
      default -> false;
    };
  }

  private void number(BusinessCodes service, JsonText value) {
    if (value.isNull() || isSuccess(value)) {
      return;
    }
    envelope = true;
    details.code(service, value.text());
  }

  private void quotaId(String id) {
    if (id.contains("PerDay")) {
      details.failure(ProviderFailure.QUOTA);
    }
  }

  @Override
  public void content(ErrorField field, byte[] bytes, int from, int to) {
    envelope |= field == ErrorField.ERROR;
    spoken = true;
    details.message(bytes, from, to);
  }

  /** A piece of a message that came beside the document. */
  public void message(byte[] bytes, int from, int to) {
    details.message(bytes, from, to);
  }

  @Override
  public void opened(ErrorField field) {
    envelope |= field == ErrorField.ERROR;
  }

  @Override
  public void closed(ErrorField field) {}
}
