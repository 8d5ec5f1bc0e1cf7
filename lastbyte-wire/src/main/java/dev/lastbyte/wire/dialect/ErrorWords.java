// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect;

import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.wire.json.Ascii;
import dev.lastbyte.wire.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * What an error object says, in the providers' own words.
 *
 * <p>A message is looked at for two openings that are the only sign of their class at Anthropic;
 * none of it is kept.
 */
final class ErrorWords {

  private static final byte[] PROMPT_TOO_LONG = Ascii.bytes("prompt is too long");
  private static final byte[] NO_CREDIT = Ascii.bytes("Your credit balance is too low");

  private String code = "";
  private String type = "";
  private @Nullable ProviderFailure told;

  void code(JsonText value) {
    if (!value.text().isEmpty()) {
      code = value.text();
    }
  }

  void type(JsonText value) {
    // An envelope's own {"type":"error"} says nothing.
    if (!value.text().isEmpty() && !value.text().equals("error")) {
      type = value.text();
    }
  }

  void message(JsonText value) {
    if (value.startsWith(PROMPT_TOO_LONG)) {
      told = ProviderFailure.CONTEXT_OVERFLOW;
    } else if (value.startsWith(NO_CREDIT)) {
      told = ProviderFailure.BILLING;
    }
  }

  void clear() {
    code = "";
    type = "";
    told = null;
  }

  /** The code, else the type, else empty. */
  String word() {
    return code.isEmpty() ? type : code;
  }

  /** The class of an error that came inside a stream. */
  ProviderFailure failureInStream() {
    ProviderFailure byWord = byWord();
    return byWord == null ? ProviderFailure.OTHER : byWord;
  }

  /** The class of an error that came with an HTTP status. */
  ProviderFailure failureAt(int status) {
    ProviderFailure byWord = byWord();
    ProviderFailure byStatus = ofStatus(status);
    if (byWord != null && (byStatus == ProviderFailure.OTHER || saysMoreThanAStatus(byWord))) {
      return byWord;
    }
    return byStatus;
  }

  private @Nullable ProviderFailure byWord() {
    if (told != null) {
      return told;
    }
    ProviderFailure byCode = ofWord(code);
    return byCode == null ? ofWord(type) : byCode;
  }

  private static boolean saysMoreThanAStatus(ProviderFailure failure) {
    return switch (failure) {
      case CONTEXT_OVERFLOW,
          QUOTA,
          BILLING,
          OVERLOADED,
          STATE_LOST,
          CONTENT_FILTER,
          REFUSAL,
          TOO_LARGE ->
          true;
      case AUTH,
          FORBIDDEN,
          NOT_FOUND,
          INVALID_REQUEST,
          RATE_LIMITED,
          SERVER_ERROR,
          BAD_GATEWAY,
          GATEWAY_TIMEOUT,
          REQUEST_TIMEOUT,
          CONFLICT,
          OTHER ->
          false;
    };
  }

  private static @Nullable ProviderFailure ofWord(String word) {
    return switch (word) {
      case "authentication_error", "invalid_api_key" -> ProviderFailure.AUTH;
      case "permission_error", "permission_denied" -> ProviderFailure.FORBIDDEN;
      case "not_found_error", "model_not_found" -> ProviderFailure.NOT_FOUND;
      case "invalid_request_error", "invalid_prompt", "data_residency_mismatch" ->
          ProviderFailure.INVALID_REQUEST;
      case "context_length_exceeded" -> ProviderFailure.CONTEXT_OVERFLOW;
      case "request_too_large" -> ProviderFailure.TOO_LARGE;
      case "rate_limit_error", "rate_limit_exceeded" -> ProviderFailure.RATE_LIMITED;
      case "insufficient_quota" -> ProviderFailure.QUOTA;
      case "billing_error", "billing_hard_limit_reached" -> ProviderFailure.BILLING;
      case "overloaded_error", "server_is_overloaded", "slow_down" -> ProviderFailure.OVERLOADED;
      case "api_error", "server_error", "internal_server_error" -> ProviderFailure.SERVER_ERROR;
      case "timeout_error" -> ProviderFailure.GATEWAY_TIMEOUT;
      case "content_filter", "content_policy_violation", "bio_policy" ->
          ProviderFailure.CONTENT_FILTER;
      case "previous_response_not_found" -> ProviderFailure.STATE_LOST;
      default -> ofNumber(word);
    };
  }

  /** OpenRouter puts the HTTP status that it would have sent into the code. */
  private static @Nullable ProviderFailure ofNumber(String word) {
    boolean status = word.length() == 3 && word.chars().allMatch(Character::isDigit);
    return status ? ofStatus(Integer.parseInt(word)) : null;
  }

  static ProviderFailure ofStatus(int status) {
    return switch (status) {
      case 400, 422 -> ProviderFailure.INVALID_REQUEST;
      case 401 -> ProviderFailure.AUTH;
      case 402 -> ProviderFailure.BILLING;
      case 403 -> ProviderFailure.FORBIDDEN;
      case 404 -> ProviderFailure.NOT_FOUND;
      case 408 -> ProviderFailure.REQUEST_TIMEOUT;
      case 409 -> ProviderFailure.CONFLICT;
      case 413 -> ProviderFailure.TOO_LARGE;
      case 429 -> ProviderFailure.RATE_LIMITED;
      case 500 -> ProviderFailure.SERVER_ERROR;
      case 502, 520, 521, 522, 523 -> ProviderFailure.BAD_GATEWAY;
      case 503, 529 -> ProviderFailure.OVERLOADED;
      case 504, 524 -> ProviderFailure.GATEWAY_TIMEOUT;
      default -> ProviderFailure.OTHER;
    };
  }
}
