// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

/** The error object of OpenAI, and of those who copied it. */
final class OpenAiErrors {

  private OpenAiErrors() {}

  /** The object that says so with a status, or within a stream. */
  static String body(ProviderError providerError) {
    return "{\"error\":{\"message\":\"%s\",\"type\":\"%s\",\"param\":null,\"code\":%s}}"
        .formatted(ErrorMessages.of(providerError), typeOf(providerError), codeOf(providerError));
  }

  private static String typeOf(ProviderError providerError) {
    return switch (providerError) {
      case RATE_LIMITED -> "requests";
      case QUOTA -> "insufficient_quota";
      case SERVER_ERROR, UNCLASSED, UNAVAILABLE, OVERLOADED -> "server_error";
      case INVALID_REQUEST,
          CONTEXT_OVERFLOW,
          AUTH,
          CREDENTIAL_EXPIRED,
          BILLING,
          FORBIDDEN,
          MODEL_NOT_FOUND,
          CONFLICT,
          TOO_LARGE,
          UNPROCESSABLE,
          CONTENT_FILTER ->
          "invalid_request_error";
    };
  }

  private static String codeOf(ProviderError providerError) {
    return switch (providerError) {
      case RATE_LIMITED -> "\"rate_limit_exceeded\"";
      case QUOTA -> "\"insufficient_quota\"";
      case CONTEXT_OVERFLOW -> "\"context_length_exceeded\"";
      case AUTH -> "\"invalid_api_key\"";
      case CREDENTIAL_EXPIRED -> "\"token_expired\"";
      case MODEL_NOT_FOUND -> "\"model_not_found\"";
      case CONTENT_FILTER -> "\"content_filter\"";
      case INVALID_REQUEST,
          BILLING,
          FORBIDDEN,
          CONFLICT,
          TOO_LARGE,
          UNPROCESSABLE,
          SERVER_ERROR,
          UNCLASSED,
          UNAVAILABLE,
          OVERLOADED ->
          "null";
    };
  }
}
