// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

/** The sentences with which errors are explained, the same in every dialect. */
final class ErrorMessages {

  private ErrorMessages() {}

  /** The sentence for that error. */
  static String of(ProviderError providerError) {
    return switch (providerError) {
      case INVALID_REQUEST -> "Invalid value for the field messages.";
      case CONTEXT_OVERFLOW -> "This model's maximum context length is 8192 tokens.";
      case AUTH -> "Incorrect API key provided.";
      case CREDENTIAL_EXPIRED -> "OAuth token has expired. Please refresh your existing token.";
      case BILLING -> "Your credit balance is too low.";
      case FORBIDDEN -> "You are not allowed to use this model.";
      case MODEL_NOT_FOUND -> "The model does not exist or you do not have access to it.";
      case CONFLICT -> "Another request is in progress.";
      case TOO_LARGE -> "Request exceeds the maximum size.";
      case UNPROCESSABLE -> "The request could not be processed.";
      case RATE_LIMITED -> "Rate limit reached for requests.";
      case QUOTA -> "You exceeded your current quota, please check your plan and billing details.";
      case SERVER_ERROR, UNCLASSED -> "The server had an error while processing your request.";
      case UNAVAILABLE -> "The engine is currently overloaded.";
      case OVERLOADED -> "Overloaded";
      case CONTENT_FILTER -> "The response was filtered due to the content management policy.";
    };
  }
}
