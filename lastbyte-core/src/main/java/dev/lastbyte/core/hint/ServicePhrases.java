// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.KnownPhrase;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sentences of providers, relays, hosts and the services in China beyond the usual ones. They
 * are those that the wire's reader knows. None proves: a limit, a balance or a length is a word of
 * other programs too.
 */
final class ServicePhrases {

  private ServicePhrases() {}

  static final List<Fingerprint> ALL =
      Stream.of(
              phrases(
                  Hint.PROVIDER_BILLING,
                  KnownPhrase.BALANCE_IS_INSUFFICIENT,
                  KnownPhrase.CN_TOP_UP,
                  KnownPhrase.CN_BALANCE_GONE,
                  KnownPhrase.CN_PLAN_EXPIRED,
                  KnownPhrase.CN_PACKAGE_GONE,
                  KnownPhrase.USED_ALL_AVAILABLE_CREDITS,
                  KnownPhrase.RUN_OUT_OF_CREDITS,
                  KnownPhrase.OUT_OF_CREDITS,
                  KnownPhrase.REACHED_ITS_MONTHLY_SPENDING_LIMIT,
                  KnownPhrase.MONTHLY_SPENDING_LIMIT,
                  KnownPhrase.OUTSTANDING_BALANCE,
                  KnownPhrase.UNPAID_INVOICE,
                  KnownPhrase.UNPAID_INVOICES),
              phrases(
                  Hint.PROVIDER_QUOTA,
                  KnownPhrase.INSUFFICIENT_QUOTA,
                  KnownPhrase.REACHED_YOUR_SPECIFIED_WORKSPACE_API_USAGE_LIMITS,
                  KnownPhrase.CN_CALLS_TODAY,
                  KnownPhrase.CN_DAILY_LIMIT,
                  KnownPhrase.CN_SHARE_USED_UP,
                  KnownPhrase.CN_SHARE_SHORT,
                  KnownPhrase.CN_SHARE_GONE,
                  KnownPhrase.CN_QUOTA_SHORT,
                  KnownPhrase.CN_QUOTA_USED,
                  KnownPhrase.FREE_ALLOCATED_QUOTA_EXCEEDED,
                  KnownPhrase.FREE_TIER_OF_THE_MODEL_HAS_BEEN_EXHAUSTED,
                  KnownPhrase.OPEN_API_DAILY_REQUEST_LIMIT_REACHED,
                  KnownPhrase.OPEN_API_TOTAL_REQUEST_LIMIT_REACHED,
                  KnownPhrase.SAYS_TOKENS_PER_DAY,
                  KnownPhrase.REQUESTS_PER_DAY,
                  KnownPhrase.TPD,
                  KnownPhrase.RPD,
                  KnownPhrase.EXCEEDED_YOUR_MONTHLY_INCLUDED_CREDITS,
                  KnownPhrase.USED_UP_YOUR_DAILY_FREE_ALLOCATION,
                  KnownPhrase.RATE_LIMIT_EXCEEDED_LIMIT_RPD),
              phrases(
                  Hint.PROVIDER_PLAN_WINDOW,
                  KnownPhrase.THE_USAGE_LIMIT_HAS_BEEN_REACHED,
                  KnownPhrase.EXCEED_YOUR_ACCOUNTS_RATE_LIMIT_FOR_THIS_PLAN,
                  KnownPhrase.YOUR_5_HOUR_LIMIT,
                  KnownPhrase.WEEKLY_LIMIT_REACHED,
                  KnownPhrase.HIT_YOUR_SESSION_LIMIT,
                  KnownPhrase.HIT_YOUR_WEEKLY_LIMIT,
                  KnownPhrase.CN_USE_LIMIT,
                  KnownPhrase.CN_WEEKLY_LIMIT,
                  KnownPhrase.CN_THIS_WEEK,
                  KnownPhrase.CN_THIS_MONTH,
                  KnownPhrase.USAGE_LIMIT_FOR_THIS_BILLING_CYCLE,
                  KnownPhrase.REACHED_YOUR_USAGE_LIMIT_FOR_THIS_PERIOD),
              phrases(
                  Hint.PROVIDER_CONTEXT_OVERFLOW,
                  KnownPhrase.EXCEEDS_THE_MAXIMUM_NUMBER_OF_TOKENS,
                  KnownPhrase.INPUT_IS_TOO_LONG,
                  KnownPhrase.INPUT_CONTEXT_IS_TOO_LONG,
                  KnownPhrase.TOO_MANY_INPUT_TOKENS,
                  KnownPhrase.CN_OVERLONG,
                  KnownPhrase.CN_ABOVE_MODEL_MAXIMUM,
                  KnownPhrase.CN_CONTEXT_LENGTH,
                  KnownPhrase.INPUT_TOKEN_LENGTH_TOO_LONG,
                  KnownPhrase.EXCEEDED_MODEL_TOKEN_LIMIT,
                  KnownPhrase.PROMPT_TOKENS_TOO_LONG,
                  KnownPhrase.CONTEXT_WINDOW_EXCEEDS_LIMIT,
                  KnownPhrase.RANGE_OF_INPUT_LENGTH_SHOULD_BE,
                  KnownPhrase.MAXIMUM_PROMPT_LENGTH_IS,
                  KnownPhrase.REDUCE_THE_LENGTH_OF_THE_MESSAGES,
                  KnownPhrase.GREATER_THAN_THE_CONTEXT_LENGTH,
                  KnownPhrase.PROMPT_TOKEN_COUNT_OF,
                  KnownPhrase.MAXIMUM_MODEL_LENGTH,
                  KnownPhrase.LONGER_THAN_THE_MODELS_CONTEXT_LENGTH,
                  KnownPhrase.EXCEEDS_THE_MODELS_MAXIMUM_CONTEXT,
                  KnownPhrase.EXCEEDS_MODEL_CONTEXT_WINDOW,
                  KnownPhrase.CONTEXT_LENGTH_EXCEEDED,
                  KnownPhrase.TOO_LARGE_FOR_MODEL_WITH,
                  KnownPhrase.INPUT_LENGTH_AND,
                  KnownPhrase.TOKEN_LIMIT_EXCEEDED,
                  KnownPhrase.TOKENS_EXCEED_THE_CONFIGURED_LIMIT,
                  KnownPhrase.RAN_OUT_OF_ROOM_IN_THE_MODEL,
                  KnownPhrase.MUST_BE_LESS_THAN_THE_CONTEXT_LENGTH,
                  KnownPhrase.EXCEEDS_MAXIMUM_ALLOWED_TOKEN,
                  KnownPhrase.EXCEEDS_MAXIMUM_ALLOWED_TOKENS),
              phrases(
                  Hint.CONTENT_FILTERED,
                  KnownPhrase.VIOLATE_OUR_USAGE_POLICY,
                  KnownPhrase.VIOLATE_OUR_USAGE_POLICIES,
                  KnownPhrase.BLOCKED_BY_OUR_CONTENT_FILTERS,
                  KnownPhrase.CN_SENSITIVE_WORD,
                  KnownPhrase.CN_UNSAFE,
                  KnownPhrase.CN_VIOLATING,
                  KnownPhrase.CN_REVIEWED,
                  KnownPhrase.CONSIDERED_HIGH_RISK,
                  KnownPhrase.DATA_MAY_CONTAIN_INAPPROPRIATE_CONTENT,
                  KnownPhrase.VIOLATES_OUR_USAGE_POLICIES,
                  KnownPhrase.CONTENT_VIOLATES_USAGE_GUIDELINES,
                  KnownPhrase.FAILED_CHECK_SAFETY_CHECK,
                  KnownPhrase.PROMPT_WAS_FLAGGED),
              phrases(
                  Hint.PROVIDER_OVERLOADED,
                  KnownPhrase.NO_AVAILABLE_CHANNEL,
                  KnownPhrase.NO_AVAILABLE_CHANNELS,
                  KnownPhrase.NO_AVAILABLE_ACCOUNTS,
                  KnownPhrase.NO_AVAILABLE_KEY,
                  KnownPhrase.NO_AVAILABLE_KEYS,
                  KnownPhrase.CN_SYSTEM_BUSY,
                  KnownPhrase.CN_SERVICE_BUSY,
                  KnownPhrase.CN_LOAD_TOO_HIGH,
                  KnownPhrase.CN_NO_CHANNEL),
              phrases(
                  Hint.PROVIDER_RATE_LIMITED,
                  KnownPhrase.CN_FREQUENCY_TOO_HIGH,
                  KnownPhrase.CN_CONCURRENCY_TOO_HIGH,
                  KnownPhrase.CN_REQUEST_FREQUENCY,
                  KnownPhrase.CN_LIMITED,
                  KnownPhrase.CN_TRAFFIC_LIMIT),
              phrases(
                  Hint.PROVIDER_AUTH,
                  KnownPhrase.CN_TOKEN_INVALID,
                  KnownPhrase.CN_INVALID_TOKEN,
                  KnownPhrase.CN_AUTH_FAILED,
                  KnownPhrase.INVALID_GRANT,
                  KnownPhrase.REFRESH_TOKEN_HAS_EXPIRED,
                  KnownPhrase.REFRESH_TOKEN_IS_EXPIRED,
                  KnownPhrase.REFRESH_TOKEN_EXPIRED,
                  KnownPhrase.EXPIRED_AND_REFRESH_FAILED,
                  KnownPhrase.SSO_SESSION_EXPIRED),
              phrases(
                  Hint.CREDENTIAL_EXPIRED,
                  KnownPhrase.TOKEN_HAS_EXPIRED,
                  KnownPhrase.TOKEN_IS_EXPIRED,
                  KnownPhrase.TOKEN_EXPIRED,
                  KnownPhrase.SECURITY_TOKEN_EXPIRED,
                  KnownPhrase.JWT_EXPIRED,
                  KnownPhrase.SIGNATURE_HAS_EXPIRED,
                  KnownPhrase.API_KEY_HAS_EXPIRED,
                  KnownPhrase.API_KEY_EXPIRED,
                  KnownPhrase.API_KEY_IS_EXPIRED,
                  KnownPhrase.CREDENTIAL_HAS_EXPIRED,
                  KnownPhrase.CREDENTIALS_HAVE_EXPIRED,
                  KnownPhrase.CREDENTIALS_EXPIRED,
                  KnownPhrase.EXPIRED_CREDENTIALS,
                  KnownPhrase.CN_TOKEN_EXPIRED,
                  KnownPhrase.CN_TOKEN_HAS_EXPIRED,
                  KnownPhrase.CN_TOKEN_HAS_EXPIRED_SPACED,
                  KnownPhrase.CN_KEY_EXPIRED,
                  KnownPhrase.CN_CREDENTIAL_EXPIRED),
              phrases(Hint.PROVIDER_NOT_FOUND, KnownPhrase.CN_NO_MODEL),
              phrases(
                  Hint.PROVIDER_FORBIDDEN,
                  KnownPhrase.CN_NO_RIGHT,
                  KnownPhrase.CN_NO_ACCESS,
                  KnownPhrase.CN_NOT_OPEN))
          .flatMap(List::stream)
          .toList();

  private static List<Fingerprint> phrases(Hint hint, KnownPhrase... phrases) {
    return Stream.of(phrases)
        .map(phrase -> Fingerprint.phrase(phrase, ClientFamily.PROVIDER, hint))
        .toList();
  }
}
