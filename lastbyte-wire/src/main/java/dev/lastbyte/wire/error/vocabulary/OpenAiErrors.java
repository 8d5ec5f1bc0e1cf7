// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import dev.lastbyte.core.event.ProviderFailure;

/**
 * OpenAI's words, both APIs, and those of Azure, Moonshot and others that speak the same dialect.
 *
 * <p>Sources: {@code platform.openai.com/docs/guides/error-codes}; the error enum of openai-python;
 * {@code learn.microsoft.com/azure/ai-services/openai} (content filtering, quotas); {@code
 * api-docs.deepseek.com/quick_start/error_codes}; {@code usage_limit_reached} as field reports show
 * it (router-for-me/CLIProxyAPI#1666, earendil-works/pi#4172).
 */
public final class OpenAiErrors {

  public static final ErrorFamily FAMILY =
      ErrorFamily.empty()
          .word(
              ProviderFailure.AUTH,
              "invalid_api_key",
              "invalid_authentication",
              "account_deactivated",
              "invalid_organization")
          .word(
              ProviderFailure.FORBIDDEN,
              "unsupported_country_region_territory",
              "usage_not_included",
              "insufficient_permissions")
          .word(ProviderFailure.NOT_FOUND, "model_not_found", "deploymentnotfound", "invalid_model")
          .word(
              ProviderFailure.INVALID_REQUEST,
              "invalid_request_error",
              "invalid_prompt",
              "data_residency_mismatch",
              "invalid_value",
              "operationnotsupported")
          .word(ProviderFailure.CONTEXT_OVERFLOW, "context_length_exceeded")
          .word(
              ProviderFailure.RATE_LIMITED,
              "rate_limit_exceeded",
              "too_many_requests",
              "rate_limit_reached_error")
          .word(
              ProviderFailure.QUOTA,
              "insufficient_quota",
              "exceeded_current_quota_error",
              "quota_exceeded")
          .word(ProviderFailure.PLAN_WINDOW, "usage_limit_reached")
          .word(
              ProviderFailure.BILLING,
              "billing_hard_limit_reached",
              "billing_not_active",
              "credit_balance_exhausted",
              "insufficient_balance")
          .word(
              ProviderFailure.OVERLOADED,
              "server_is_overloaded",
              "slow_down",
              "engine_overloaded",
              "engine_overloaded_error",
              "nocapacity")
          .word(
              ProviderFailure.SERVER_ERROR,
              "server_error",
              "internal_server_error",
              "internalservererror",
              "vector_store_timeout")
          .word(ProviderFailure.STATE_LOST, "previous_response_not_found", "container_expired")
          // Its type says that the request was invalid; another connection takes the same request.
          .word(ProviderFailure.CONNECTION_LIMIT, "websocket_connection_limit_reached")
          .word(
              ProviderFailure.CONTENT_FILTER,
              "content_filter",
              "content_policy_violation",
              "responsibleaipolicyviolation",
              "bio_policy",
              "cyber_policy_violation",
              "moderation_blocked")
          .phrase(
              ProviderFailure.CONTEXT_OVERFLOW,
              "maximum context length is",
              "exceeds the context window")
          .phrase(
              ProviderFailure.STATE_LOST,
              "can no longer be streamed",
              "items are not persisted when",
              "previous response with id")
          .phrase(
              ProviderFailure.CONTENT_FILTER,
              "triggering azure openai",
              "content management policy")
          .phrase(ProviderFailure.BILLING, "insufficient balance");

  private OpenAiErrors() {}
}
