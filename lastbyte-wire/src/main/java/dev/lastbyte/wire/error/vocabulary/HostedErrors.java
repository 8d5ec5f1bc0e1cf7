// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import dev.lastbyte.core.event.ProviderFailure;

/**
 * The words of services that host models under OpenAI's dialect: Groq, xAI, Together, Fireworks,
 * Mistral, Cohere, Cerebras, GitHub Models and Copilot, Hugging Face, Cloudflare.
 *
 * <p>Sources: {@code console.groq.com/docs/errors} and {@code /docs/rate-limits}; {@code
 * docs.x.ai/docs/key-information/debugging}; {@code docs.together.ai/docs/error-codes}; {@code
 * docs.fireworks.ai}; {@code docs.mistral.ai}; {@code docs.cohere.com/reference/errors}; {@code
 * developers.cloudflare.com/workers-ai/platform/errors}; texts of a full context as the overflow
 * list of earendil-works/pi ({@code packages/ai/src/utils/overflow.ts}) gathers them.
 */
public final class HostedErrors {

  public static final ErrorFamily FAMILY =
      ErrorFamily.empty()
          .word(
              ProviderFailure.CONTEXT_OVERFLOW,
              "model_max_prompt_tokens_exceeded",
              "max_prompt_tokens_exceeded",
              "request_too_many_tokens",
              "string_above_max_tokens")
          .word(
              ProviderFailure.INVALID_REQUEST,
              "tool_use_failed",
              "json_validate_failed",
              "invalid_request_message",
              "unprocessable_entity",
              "request_validation_error",
              "validation_error")
          .word(ProviderFailure.RATE_LIMITED, "requests_per_minute", "tokens_per_minute")
          .word(
              ProviderFailure.QUOTA,
              "requests_per_day",
              "tokens_per_day",
              "monthly_request_limit",
              "free_quota_exceeded")
          .word(ProviderFailure.OVERLOADED, "service_tier_capacity_exceeded", "over_capacity")
          .word(
              ProviderFailure.BILLING, "personal-team-blocked:spending-limit", "credits_exhausted")
          .word(ProviderFailure.TOO_LARGE, "payload_too_large", "request_entity_too_large")
          .phrase(
              ProviderFailure.CONTEXT_OVERFLOW,
              "maximum prompt length is",
              "reduce the length of the messages",
              "greater than the context length",
              "prompt token count of",
              "maximum model length",
              "longer than the model's context length",
              "exceeds the model's maximum context",
              "exceeds model context window",
              "context length exceeded",
              "exceed_context_size",
              "too large for model with",
              "input length and ",
              "token limit exceeded",
              "tokens exceed the configured limit",
              "ran out of room in the model",
              "must be less than the context length",
              "exceeds maximum allowed token",
              "too many input tokens")
          .phrase(
              ProviderFailure.QUOTA,
              "tokens per day",
              "requests per day",
              "(tpd)",
              "(rpd)",
              "exceeded your monthly included credits",
              "used up your daily free allocation",
              "rate limit exceeded: limit_rpd")
          .phrase(
              ProviderFailure.BILLING,
              "used all available credits",
              "run out of credits",
              "out of credits",
              "reached its monthly spending limit",
              "monthly spending limit",
              "outstanding balance",
              "unpaid invoice")
          .phrase(
              ProviderFailure.CONTENT_FILTER,
              "violates our usage policies",
              "content violates usage guidelines",
              "failed check: safety_check",
              "prompt was flagged");

  private HostedErrors() {}
}
