// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import dev.lastbyte.core.event.ProviderFailure;

/**
 * The words of services that pass requests on to others: OpenRouter and LiteLLM. OpenRouter's codes
 * are HTTP statuses.
 *
 * <p>Sources: {@code openrouter.ai/docs/api/reference/errors-and-debugging}; {@code
 * docs.litellm.ai/docs/proxy/error_reference}, {@code docs.litellm.ai/docs/exception_mapping};
 * daily limits as field reports show them (Gitlawb/openclaude#936).
 */
public final class RouterErrors {

  public static final ErrorFamily FAMILY =
      ErrorFamily.empty()
          .word(ProviderFailure.AUTH, "auth_error")
          .word(
              ProviderFailure.FORBIDDEN,
              "key_model_access_denied",
              "team_model_access_denied",
              "user_model_access_denied")
          .word(ProviderFailure.RATE_LIMITED, "throttling_error")
          .word(ProviderFailure.QUOTA, "budget_exceeded", "openrouter_free_tier_daily")
          .phrase(ProviderFailure.CONTEXT_OVERFLOW, "contextwindowexceedederror")
          .phrase(ProviderFailure.CONTENT_FILTER, "contentpolicyviolationerror")
          .phrase(
              ProviderFailure.QUOTA,
              "free-models-per-day",
              "budget has been exceeded",
              "crossed budget")
          .phrase(ProviderFailure.BILLING, "requires more credits", "insufficient credits");

  private RouterErrors() {}
}
