// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import dev.lastbyte.core.event.ProviderFailure;

/**
 * Google's words: gRPC status names, and the reasons and quota ids of their details.
 *
 * <p>Sources: {@code ai.google.dev/gemini-api/docs/troubleshooting}; {@code
 * cloud.google.com/apis/design/errors} (ErrorInfo, RetryInfo, QuotaFailure); quota ids as field
 * reports show them (google-gemini/gemini-cli#8437).
 */
public final class GeminiErrors {

  public static final ErrorFamily FAMILY =
      ErrorFamily.empty()
          .word(ProviderFailure.AUTH, "UNAUTHENTICATED", "API_KEY_INVALID")
          .word(
              ProviderFailure.FORBIDDEN,
              "PERMISSION_DENIED",
              "API_KEY_SERVICE_BLOCKED",
              "SERVICE_DISABLED",
              "CONSUMER_SUSPENDED")
          .word(ProviderFailure.NOT_FOUND, "NOT_FOUND")
          .word(
              ProviderFailure.INVALID_REQUEST,
              "INVALID_ARGUMENT",
              "FAILED_PRECONDITION",
              "OUT_OF_RANGE",
              "UNIMPLEMENTED",
              "INVALID_REQUEST")
          .word(
              ProviderFailure.RATE_LIMITED,
              "RESOURCE_EXHAUSTED",
              "RATE_LIMIT_EXCEEDED",
              "rateLimitExceeded")
          .word(ProviderFailure.QUOTA, "QUOTA_EXHAUSTED")
          .word(ProviderFailure.BILLING, "BILLING_DISABLED", "payment_required")
          .word(ProviderFailure.OVERLOADED, "UNAVAILABLE", "MODEL_CAPACITY_EXHAUSTED")
          .word(ProviderFailure.SERVER_ERROR, "INTERNAL", "DATA_LOSS")
          .word(ProviderFailure.GATEWAY_TIMEOUT, "DEADLINE_EXCEEDED")
          .word(ProviderFailure.CONFLICT, "ABORTED", "ALREADY_EXISTS")
          .phrase(ProviderFailure.CONTEXT_OVERFLOW, "exceeds the maximum number of tokens allowed")
          .phrase(ProviderFailure.BILLING, "prepayment credits are depleted");

  private GeminiErrors() {}
}
