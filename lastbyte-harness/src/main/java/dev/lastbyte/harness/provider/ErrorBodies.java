// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.Dialect;

/** The objects in which each provider says what is wrong. */
public final class ErrorBodies {

  private ErrorBodies() {}

  /** The body of a response that is an error from its status on. */
  public static String body(Dialect dialect, ProviderError providerError) {
    return switch (dialect) {
      case OPENAI_CHAT, OPENAI_RESPONSES, AZURE_CHAT -> openAi(providerError);
      case ANTHROPIC_MESSAGES ->
          "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"%s\"},%s}"
              .formatted(
                  anthropicType(providerError),
                  message(providerError),
                  "\"request_id\":\"req_lastbyte1\"");
      case GEMINI -> gemini(providerError);
      case OLLAMA -> ollama(providerError);
      case BEDROCK -> "{\"message\":\"%s\"}".formatted(message(providerError));
      case OPENROUTER ->
          "{\"error\":{\"message\":\"%s\",\"code\":%d},\"user_id\":\"user_lastbyte\"}"
              .formatted(message(providerError), providerError.status());
    };
  }

  static String openAi(ProviderError providerError) {
    return "{\"error\":{\"message\":\"%s\",\"type\":\"%s\",\"param\":null,\"code\":%s}}"
        .formatted(message(providerError), openAiType(providerError), openAiCode(providerError));
  }

  static String gemini(ProviderError providerError) {
    return "{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"%s\"}}"
        .formatted(providerError.status(), message(providerError), geminiStatus(providerError));
  }

  static String ollama(ProviderError providerError) {
    return "{\"error\":\"%s\"}".formatted(message(providerError));
  }

  static String message(ProviderError providerError) {
    return switch (providerError) {
      case INVALID_REQUEST -> "Invalid value for the field messages.";
      case CONTEXT_OVERFLOW -> "This model's maximum context length is 8192 tokens.";
      case AUTH -> "Incorrect API key provided.";
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

  static String anthropicType(ProviderError providerError) {
    return switch (providerError) {
      case INVALID_REQUEST, CONTEXT_OVERFLOW, UNPROCESSABLE, CONFLICT, CONTENT_FILTER ->
          "invalid_request_error";
      case AUTH -> "authentication_error";
      case BILLING -> "billing_error";
      case FORBIDDEN -> "permission_error";
      case MODEL_NOT_FOUND -> "not_found_error";
      case TOO_LARGE -> "request_too_large";
      case RATE_LIMITED, QUOTA -> "rate_limit_error";
      case SERVER_ERROR, UNCLASSED, UNAVAILABLE -> "api_error";
      case OVERLOADED -> "overloaded_error";
    };
  }

  static String bedrockType(ProviderError providerError) {
    return switch (providerError) {
      case RATE_LIMITED, QUOTA -> "throttlingException";
      case SERVER_ERROR, UNCLASSED -> "modelStreamErrorException";
      case UNAVAILABLE, OVERLOADED -> "serviceUnavailableException";
      case INVALID_REQUEST,
          CONTEXT_OVERFLOW,
          AUTH,
          BILLING,
          FORBIDDEN,
          MODEL_NOT_FOUND,
          CONFLICT,
          TOO_LARGE,
          UNPROCESSABLE,
          CONTENT_FILTER ->
          "validationException";
    };
  }

  private static String openAiType(ProviderError providerError) {
    return switch (providerError) {
      case RATE_LIMITED -> "requests";
      case QUOTA -> "insufficient_quota";
      case SERVER_ERROR, UNCLASSED, UNAVAILABLE, OVERLOADED -> "server_error";
      case INVALID_REQUEST,
          CONTEXT_OVERFLOW,
          AUTH,
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

  private static String openAiCode(ProviderError providerError) {
    return switch (providerError) {
      case RATE_LIMITED -> "\"rate_limit_exceeded\"";
      case QUOTA -> "\"insufficient_quota\"";
      case CONTEXT_OVERFLOW -> "\"context_length_exceeded\"";
      case AUTH -> "\"invalid_api_key\"";
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

  private static String geminiStatus(ProviderError providerError) {
    return switch (providerError) {
      case AUTH -> "UNAUTHENTICATED";
      case FORBIDDEN, BILLING -> "PERMISSION_DENIED";
      case MODEL_NOT_FOUND -> "NOT_FOUND";
      case CONFLICT -> "ABORTED";
      case RATE_LIMITED, QUOTA -> "RESOURCE_EXHAUSTED";
      case SERVER_ERROR, UNCLASSED -> "INTERNAL";
      case UNAVAILABLE, OVERLOADED -> "UNAVAILABLE";
      case INVALID_REQUEST, CONTEXT_OVERFLOW, TOO_LARGE, UNPROCESSABLE, CONTENT_FILTER ->
          "INVALID_ARGUMENT";
    };
  }
}
