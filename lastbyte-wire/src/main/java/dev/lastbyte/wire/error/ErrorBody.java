// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.ErrorShape;
import dev.lastbyte.core.event.ResponseEvent.Signer;
import dev.lastbyte.wire.error.vocabulary.Phrase;
import dev.lastbyte.wire.error.vocabulary.PhraseScan;
import dev.lastbyte.wire.http.HeaderFields;
import dev.lastbyte.wire.json.JsonPathScanner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response with a status of 400 or more, told by its first bytes and not by what its
 * headers call it. What was read of a body that ends early still counts. Nothing of it is kept.
 */
public final class ErrorBody {

  private static final List<Phrase<Boolean>> PAGES =
      Phrase.all(true, "<html", "<!doctype html", "<head>", "<body");

  private final int status;
  private final ErrorDetails keywords;
  private final ErrorObject object;
  private final JsonPathScanner<ErrorField> json;
  private final PhraseScan<Signature> signature = Signature.scan();
  private final PhraseScan<Boolean> page = new PhraseScan<>(PAGES);
  private final Signer signerInHead;
  private @Nullable Boolean isJson;

  /** The body of the response with that status and those fields. */
  public ErrorBody(int status, HeaderFields fields, ErrorDetails keywords) {
    this.status = status;
    this.keywords = keywords;
    this.object = new ErrorObject(keywords);
    this.json = new JsonPathScanner<>(ErrorObject.PATHS, object);
    this.signerInHead = Signature.ofHeaders(status, fields);
    readHead(fields);
  }

  private void readHead(HeaderFields fields) {
    // AWS: the exception's name, at times with a colon and a URL behind it.
    String awsType = fields.first("x-amzn-errortype");
    if (awsType != null) {
      keywords.code(awsType);
    }
    if (status == 429 && RetryHeaders.isPlanUsedUp(fields)) {
      keywords.failure(ProviderFailure.PLAN_WINDOW);
    }
  }

  /** Takes the next piece. */
  public void read(byte[] bytes, int from, int to) {
    int at = from;
    while (isJson == null && at < to && isBlank(bytes[at])) {
      at++;
    }
    if (at == to) {
      return;
    }
    if (isJson == null) {
      isJson = bytes[at] == '{' || bytes[at] == '[';
    }
    if (isJson) {
      json.feed(bytes, at, to);
    } else {
      signature.take(bytes, at, to);
      page.take(bytes, at, to);
      keywords.message(bytes, at, to);
    }
  }

  /** White space, or a byte order mark. */
  private static boolean isBlank(byte b) {
    return b == ' '
        || b == '\t'
        || b == '\r'
        || b == '\n'
        || (b & 0xff) == 0xEF
        || (b & 0xff) == 0xBB
        || (b & 0xff) == 0xBF;
  }

  /** What it looks like. */
  public ErrorShape shape() {
    if (isJson == null) {
      return ErrorShape.EMPTY;
    }
    if (isJson) {
      return object.isOfApi() || !keywords.isEmpty() ? ErrorShape.ERROR_OBJECT : ErrorShape.JSON;
    }
    return page.found() == null ? ErrorShape.TEXT : ErrorShape.HTML;
  }

  /** Who signed it. */
  public Signer signer() {
    Signature found = signature.found();
    return found == null ? signerInHead : found.signer();
  }

  /** The class of the failure. */
  public ProviderFailure failure() {
    Signature found = signature.found();
    return found == null || found.failure() == null ? keywords.failureAt(status) : found.failure();
  }

  /** The request's id in it, or empty. */
  public String requestId() {
    return object.requestId();
  }
}
