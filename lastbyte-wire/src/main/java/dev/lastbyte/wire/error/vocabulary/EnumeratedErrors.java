// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import dev.lastbyte.core.event.ProviderFailure;

/**
 * The rest of the enumerations of OpenAI, Anthropic, Google, AWS, OpenRouter and LiteLLM: the words
 * that their documents and SDKs list beside those that are met every day.
 *
 * <p>Sources: {@code ResponseError} in openai-python, openai-node and openai-client-base 0.12 (18
 * codes), {@code platform.openai.com/docs/guides/error-codes}; {@code
 * docs.claude.com/en/api/errors}; {@code google.api.ErrorReason} and {@code
 * ai.google.dev/gemini-api/docs/troubleshooting}; the codes that AWS's SDKs try again after ({@code
 * service-error-classification} of aws-sdk-js-v3, botocore's {@code retries/standard.py}); {@code
 * openrouter.ai/docs/client-sdks/python/components/apierrortype} (27 values); {@code
 * docs.litellm.ai/docs/exception_mapping}.
 */
public final class EnumeratedErrors {

  public static final ErrorFamily FAMILY =
      ErrorFamily.empty()
          // OpenAI.
          .word(
              ProviderFailure.AUTH,
              "unauthorized",
              "incorrect_api_key",
              "no_such_organization",
              "mismatched_organization",
              "mismatched_project")
          .word(
              ProviderFailure.FORBIDDEN,
              "ip_not_authorized",
              "organization_not_verified",
              "must_be_verified",
              "feature_not_enabled")
          .word(
              ProviderFailure.INVALID_REQUEST,
              "invalid_request",
              "invalid_image",
              "invalid_image_format",
              "invalid_base64_image",
              "invalid_image_url",
              "image_too_large",
              "image_too_small",
              "image_parse_error",
              "invalid_image_mode",
              "image_file_too_large",
              "unsupported_image_media_type",
              "empty_image_file",
              "failed_to_download_image",
              "image_file_not_found",
              "string_above_max_length",
              "array_above_max_length",
              "unsupported_parameter",
              "unsupported_value",
              "missing_required_parameter",
              "unknown_parameter",
              "invalid_type",
              "invalid_json",
              "invalid_function_parameters",
              "invalid_encrypted_content")
          .word(
              ProviderFailure.QUOTA,
              "organization_usage_limit_exceeded",
              "organization_spend_limit_exceeded",
              "project_spend_limit_exceeded",
              "usage_limit_exceeded",
              "access_terminated_error")
          .word(ProviderFailure.STATE_LOST, "conversation_not_found", "response_not_found")
          .word(ProviderFailure.CONFLICT, "conversation_locked", "response_already_in_progress")
          .word(ProviderFailure.REQUEST_TIMEOUT, "request_timeout")
          .word(ProviderFailure.GATEWAY_TIMEOUT, "timeout")
          .word(
              ProviderFailure.CANCELLED,
              "request_cancelled",
              "response_cancelled",
              "cancelled",
              "client_closed_request")
          .word(ProviderFailure.REFUSAL, "refusal")
          .word(
              ProviderFailure.CONTENT_FILTER,
              "cyber_policy",
              "misalignment_policy_violation",
              "image_content_policy_violation",
              "image_generation_user_error",
              "usage_policy_violation",
              "safety_violation",
              "flagged")
          .phrase(ProviderFailure.CONTEXT_OVERFLOW, "maximum context length")
          .phrase(ProviderFailure.BILLING, "balance is insufficient")
          .phrase(ProviderFailure.QUOTA, "insufficient quota", "insufficient_quota")
          .phrase(ProviderFailure.PLAN_WINDOW, "the usage limit has been reached")
          // Anthropic.
          .phrase(
              ProviderFailure.CONTEXT_OVERFLOW,
              "exceeds the maximum number of tokens",
              "input is too long")
          .phrase(ProviderFailure.QUOTA, "reached your specified workspace api usage limits")
          .phrase(ProviderFailure.CONTENT_FILTER, "violate our usage policy")
          .phrase(
              ProviderFailure.PLAN_WINDOW,
              "exceed your account's rate limit for this plan",
              "your 5-hour limit",
              "weekly limit reached",
              "hit your session limit",
              "hit your weekly limit",
              "usage limit reached")
          // Google.
          .word(
              ProviderFailure.AUTH,
              "ACCESS_TOKEN_TYPE_UNSUPPORTED",
              "CREDENTIALS_MISSING",
              "ACCOUNT_STATE_INVALID")
          .word(
              ProviderFailure.FORBIDDEN,
              "CONSUMER_INVALID",
              "API_KEY_HTTP_REFERRER_BLOCKED",
              "API_KEY_IP_ADDRESS_BLOCKED",
              "USER_PROJECT_DENIED",
              "IAM_PERMISSION_DENIED",
              "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
              "VALIDATION_REQUIRED",
              "LOCATION_POLICY_VIOLATED")
          .word(ProviderFailure.QUOTA, "INSUFFICIENT_G1_CREDITS_BALANCE")
          .word(ProviderFailure.SERVER_ERROR, "INTERNAL_ERROR")
          .word(ProviderFailure.CANCELLED, "CANCELLED")
          .word(
              ProviderFailure.CONTENT_FILTER,
              "SAFETY",
              "RECITATION",
              "PROHIBITED_CONTENT",
              "BLOCKLIST",
              "SPII",
              "CONTENT_BLOCKED")
          .phrase(ProviderFailure.CONTEXT_OVERFLOW, "input context is too long")
          // AWS.
          .word(
              ProviderFailure.AUTH,
              "InvalidToken",
              "MissingAuthenticationToken",
              "SignatureDoesNotMatch",
              "AuthFailure",
              "RequestInTheFuture",
              "RequestTimeTooSkewed",
              "InvalidAccessKeyId")
          .word(
              ProviderFailure.RATE_LIMITED,
              "Throttling",
              "ThrottledException",
              "RequestThrottled",
              "RequestThrottledException",
              "EC2ThrottledException",
              "ProvisionedThroughputExceededException",
              "RequestLimitExceeded",
              "BandwidthLimitExceeded",
              "LimitExceededException")
          .word(
              ProviderFailure.CONFLICT, "TransactionInProgressException", "PriorRequestNotComplete")
          .word(ProviderFailure.REQUEST_TIMEOUT, "RequestTimeout", "RequestTimeoutException")
          .phrase(ProviderFailure.CONTEXT_OVERFLOW, "too many input tokens")
          .phrase(ProviderFailure.CONTENT_FILTER, "blocked by our content filters")
          // OpenRouter and LiteLLM.
          .word(ProviderFailure.AUTH, "authentication", "token_not_found_in_db")
          .word(
              ProviderFailure.CONTEXT_OVERFLOW,
              "ContextWindowExceededError",
              "token_limit_exceeded",
              "string_too_long")
          .word(ProviderFailure.CONTENT_FILTER, "ContentPolicyViolationError")
          .word(ProviderFailure.TOO_LARGE, "payload_too_large")
          .word(ProviderFailure.OVERLOADED, "provider_overloaded", "no_deployments_available")
          .word(
              ProviderFailure.INVALID_REQUEST,
              "max_tokens_exceeded",
              "unprocessable",
              "precondition_failed",
              "unsupported_image_format",
              "image_not_found",
              "image_download_failed",
              "UnsupportedParamsError")
          .word(ProviderFailure.SERVER_ERROR, "server", "APIError", "APIConnectionError");

  private EnumeratedErrors() {}
}
