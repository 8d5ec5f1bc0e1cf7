// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import dev.lastbyte.core.event.ProviderFailure;

/**
 * Anthropic's words. A full context, a spent balance and a filtered output are told by their
 * messages only; the window of a plan by a header.
 *
 * <p>Sources: {@code docs.claude.com/en/api/errors}; the error types of anthropic-sdk-python;
 * {@code enforced_spend_limit_reached} from {@code learn.microsoft.com} (dev-proxy, Anthropic 529).
 */
public final class AnthropicErrors {

  public static final ErrorFamily FAMILY =
      ErrorFamily.empty()
          .word(ProviderFailure.AUTH, "authentication_error")
          .word(ProviderFailure.FORBIDDEN, "permission_error")
          .word(ProviderFailure.NOT_FOUND, "not_found_error")
          .word(ProviderFailure.TOO_LARGE, "request_too_large")
          .word(ProviderFailure.RATE_LIMITED, "rate_limit_error")
          .word(ProviderFailure.QUOTA, "enforced_spend_limit_reached")
          .word(ProviderFailure.BILLING, "billing_error", "out_of_credits")
          .word(ProviderFailure.OVERLOADED, "overloaded_error")
          .word(ProviderFailure.SERVER_ERROR, "api_error")
          .word(ProviderFailure.GATEWAY_TIMEOUT, "timeout_error")
          .word(ProviderFailure.CONFLICT, "conflict_error")
          .phrase(ProviderFailure.CONTEXT_OVERFLOW, "prompt is too long", "exceed context limit")
          .phrase(ProviderFailure.BILLING, "credit balance is too low")
          .phrase(ProviderFailure.QUOTA, "reached your specified api usage limits")
          .phrase(ProviderFailure.CONTENT_FILTER, "blocked by content filtering policy");

  private AnthropicErrors() {}
}
