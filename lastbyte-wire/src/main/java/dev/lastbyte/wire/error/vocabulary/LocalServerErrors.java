// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import dev.lastbyte.core.event.ProviderFailure;

/**
 * The words of servers that people run themselves: vLLM, llama.cpp, Ollama, and Ollama's cloud.
 *
 * <p>Sources: vLLM's {@code ErrorResponse} (vllm-project/vllm#4667, harbor-framework/harbor#996);
 * llama.cpp's server (ggml-org/llama.cpp#15780, #19774); Ollama's {@code docs/api} and its cloud's
 * limits as field reports show them (continuedev/continue#9233, #11444).
 */
public final class LocalServerErrors {

  public static final ErrorFamily FAMILY =
      ErrorFamily.empty()
          .word(ProviderFailure.INVALID_REQUEST, "BadRequestError", "not_supported_error")
          .word(ProviderFailure.AUTH, "AuthenticationError", "UnauthorizedError")
          .word(ProviderFailure.NOT_FOUND, "NotFoundError")
          .word(ProviderFailure.CONTEXT_OVERFLOW, "exceed_context_size_error")
          .word(ProviderFailure.OVERLOADED, "unavailable_error", "ServiceUnavailableError")
          .word(ProviderFailure.RATE_LIMITED, "RateLimitError")
          .phrase(
              ProviderFailure.CONTEXT_OVERFLOW,
              "context length is only",
              "available context size",
              "context size has been exceeded")
          .phrase(
              ProviderFailure.PLAN_WINDOW,
              "hourly usage limit",
              "session usage limit",
              "weekly usage limit",
              "monthly usage limit")
          .phrase(ProviderFailure.OVERLOADED, "maximum pending requests exceeded")
          .phrase(ProviderFailure.SERVER_ERROR, "llama runner", "requires more system memory");

  private LocalServerErrors() {}
}
