// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import dev.lastbyte.core.event.ProviderFailure;

/**
 * The words of relays that sell other services' models on: one-api, new-api and their kin, sub2api,
 * and the proxies that wrap an agent's subscription.
 *
 * <p>Sources: the error codes in QuantumNous/new-api's {@code types/error.go} and in
 * songquanpeng/one-api's {@code relay}; their documented meanings in doc.tokendog.io's {@code
 * error-codes} and docs.zenmux.ai's {@code error-codes}; docs.evolink.ai's {@code error-codes}.
 */
public final class RelayErrors {

  public static final ErrorFamily FAMILY =
      ErrorFamily.empty()
          .word(
              ProviderFailure.INVALID_REQUEST,
              "convert_request_failed",
              "read_request_body_failed",
              "bad_request_body",
              "invalid_api_type",
              "invalid_params",
              "json_marshal_failed",
              "model_not_supported")
          .word(
              ProviderFailure.CONTENT_FILTER,
              "sensitive_words_detected",
              "violation_fee.grok.csam",
              "prompt_blocked",
              "safety_check_failed")
          .word(ProviderFailure.FORBIDDEN, "access_denied", "model_not_available")
          .word(
              ProviderFailure.QUOTA,
              "insufficient_user_quota",
              "pre_consume_token_quota_failed",
              "quote_exceeded")
          .word(ProviderFailure.BILLING, "reject_no_credit", "insufficient_credit")
          // The relay's own key, channel or price list: nothing that the caller can do.
          .word(
              ProviderFailure.OVERLOADED,
              "get_channel_failed",
              "channel:no_available_key",
              "no_available_channel",
              "no_provider_available",
              "no_available_accounts")
          .word(
              ProviderFailure.SERVER_ERROR,
              "channel:invalid_key",
              "channel:param_override_invalid",
              "channel:header_override_invalid",
              "channel:model_mapped_error",
              "channel:aws_client_error",
              "model_price_error",
              "count_token_failed",
              "gen_relay_info_failed",
              "query_data_error",
              "update_data_error",
              "provider_api_error",
              "provider_error",
              "provider_internal_server_error")
          .word(
              ProviderFailure.BAD_GATEWAY,
              "do_request_failed",
              "bad_response",
              "bad_response_status_code",
              "bad_response_body",
              "read_response_body_failed",
              "empty_response",
              "upstream_error",
              "stream_read_error",
              "stream_disconnected",
              "provider_unavailable")
          .word(
              ProviderFailure.GATEWAY_TIMEOUT,
              "channel:response_time_exceeded",
              "upstream_timeout",
              "stream_idle_timeout")
          .word(ProviderFailure.RATE_LIMITED, "rate_limit")
          .phrase(
              ProviderFailure.OVERLOADED,
              "no available channel",
              "no available accounts",
              "no available key")
          .phrase(
              ProviderFailure.GATEWAY_TIMEOUT,
              "upstream stream idle timeout",
              "upstream timed out");

  private RelayErrors() {}
}
