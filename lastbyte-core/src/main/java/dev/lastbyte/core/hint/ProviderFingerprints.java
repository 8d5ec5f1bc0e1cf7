// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.KnownPhrase;
import java.util.List;

/**
 * The providers' own codes, statuses and sentences. A code that is only ever written by a provider
 * proves what it says; a status does not say why.
 */
final class ProviderFingerprints {

  private ProviderFingerprints() {}

  static final List<Fingerprint> ALL =
      List.of(
          phrase(KnownPhrase.ERROR_WHILE_PROCESSING, Hint.PROVIDER_SERVER_ERROR),
          phrase(KnownPhrase.CONTENT_MANAGEMENT_POLICY, Hint.CONTENT_FILTERED).proving(),
          phrase(KnownPhrase.NO_LONGER_STREAMED, Hint.PROVIDER_STATE_LOST).proving(),
          phrase(KnownPhrase.MAXIMUM_CONTEXT, Hint.PROVIDER_CONTEXT_OVERFLOW),
          phrase(KnownPhrase.PROMPT_TOO_LONG, Hint.PROVIDER_CONTEXT_OVERFLOW),
          phrase(KnownPhrase.CREDIT_BALANCE, Hint.PROVIDER_BILLING).proving(),
          phrase(KnownPhrase.CURRENT_QUOTA, Hint.PROVIDER_QUOTA).proving(),
          phrase(KnownPhrase.USAGE_LIMIT, Hint.PROVIDER_PLAN_WINDOW),
          phrase(KnownPhrase.RATE_LIMIT_REACHED, Hint.PROVIDER_RATE_LIMITED),
          phrase(KnownPhrase.MODEL_OVERLOADED, Hint.PROVIDER_OVERLOADED),
          phrase(KnownPhrase.MODEL_AT_CAPACITY, Hint.PROVIDER_OVERLOADED),
          phrase(KnownPhrase.RUNNER_TERMINATED, Hint.PROVIDER_SERVER_ERROR),
          phrase(KnownPhrase.FINISH_REASON_ERROR, Hint.PROVIDER_IN_STREAM),
          phrase(KnownPhrase.FINISH_REASON_ERROR_JSON, Hint.PROVIDER_IN_STREAM),
          phrase(KnownPhrase.ERROR_EVENT, Hint.PROVIDER_IN_STREAM),
          code("rate_limit_exceeded", Hint.PROVIDER_RATE_LIMITED).proving(),
          code("rate_limit_error", Hint.PROVIDER_RATE_LIMITED).proving(),
          code("RESOURCE_EXHAUSTED", Hint.PROVIDER_RATE_LIMITED).proving(),
          code("throttlingException", Hint.PROVIDER_RATE_LIMITED).proving(),
          code("insufficient_quota", Hint.PROVIDER_QUOTA).proving(),
          code("billing_error", Hint.PROVIDER_BILLING).proving(),
          code("billing_hard_limit_reached", Hint.PROVIDER_BILLING).proving(),
          code("overloaded_error", Hint.PROVIDER_OVERLOADED).proving(),
          code("server_is_overloaded", Hint.PROVIDER_OVERLOADED).proving(),
          code("serviceUnavailableException", Hint.PROVIDER_OVERLOADED).proving(),
          code("UNAVAILABLE", Hint.UNAVAILABLE),
          code("server_error", Hint.PROVIDER_SERVER_ERROR),
          code("api_error", Hint.PROVIDER_SERVER_ERROR),
          code("internalServerException", Hint.PROVIDER_SERVER_ERROR).proving(),
          code("modelStreamErrorException", Hint.PROVIDER_IN_STREAM).proving(),
          code("authentication_error", Hint.PROVIDER_AUTH).proving(),
          code("invalid_api_key", Hint.PROVIDER_AUTH).proving(),
          code("UNAUTHENTICATED", Hint.PROVIDER_AUTH),
          code("permission_error", Hint.PROVIDER_FORBIDDEN).proving(),
          code("PERMISSION_DENIED", Hint.PROVIDER_FORBIDDEN),
          code("not_found_error", Hint.PROVIDER_NOT_FOUND).proving(),
          code("model_not_found", Hint.PROVIDER_NOT_FOUND).proving(),
          code("context_length_exceeded", Hint.PROVIDER_CONTEXT_OVERFLOW).proving(),
          code("request_too_large", Hint.PROVIDER_TOO_LARGE).proving(),
          code("previous_response_not_found", Hint.PROVIDER_STATE_LOST).proving(),
          code("websocket_connection_limit_reached", Hint.CONNECTION_AGED),
          code("content_filter", Hint.CONTENT_FILTERED),
          code("content_policy_violation", Hint.CONTENT_FILTERED).proving(),
          code("PROHIBITED_CONTENT", Hint.CONTENT_FILTERED),
          code("RECITATION", Hint.CONTENT_FILTERED),
          code("invalid_request_error", Hint.PROVIDER_BAD_REQUEST),
          code("INVALID_ARGUMENT", Hint.PROVIDER_BAD_REQUEST),
          code("validationException", Hint.PROVIDER_BAD_REQUEST),
          code("400", Hint.PROVIDER_BAD_REQUEST),
          code("401", Hint.PROVIDER_AUTH),
          code("402", Hint.PROVIDER_BILLING),
          code("403", Hint.PROVIDER_FORBIDDEN),
          code("404", Hint.PROVIDER_NOT_FOUND),
          code("409", Hint.PROVIDER_CONFLICT),
          code("413", Hint.PROVIDER_TOO_LARGE),
          code("422", Hint.PROVIDER_BAD_REQUEST),
          code("429", Hint.PROVIDER_RATE_LIMITED),
          code("500", Hint.PROVIDER_SERVER_ERROR),
          code("503", Hint.PROVIDER_OVERLOADED),
          code("529", Hint.PROVIDER_OVERLOADED));

  private static Fingerprint phrase(KnownPhrase phrase, Hint hint) {
    return Fingerprint.phrase(phrase, ClientFamily.PROVIDER, hint);
  }

  private static Fingerprint code(String code, Hint hint) {
    return Fingerprint.code(code, ClientFamily.PROVIDER, hint);
  }
}
