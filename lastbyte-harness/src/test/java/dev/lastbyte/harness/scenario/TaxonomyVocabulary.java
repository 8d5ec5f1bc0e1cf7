// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import java.util.List;

/** The words that a key may be made of, written down once more and by hand. */
final class TaxonomyVocabulary {
  static final List<String> PHASES =
      words(
          """
          prepare resolve connect tls send await_headers await_first_byte await_content reasoning
          text tool_input tool_ready server_tool tool_running tool_done finishing complete
          """);

  static final List<String> ORIGINS =
      words(
          """
          user agent lifecycle watchdog client_runtime host local_proxy network gateway
          intermediary provider policy account tool unknown
          """);

  static final List<String> HEADLINES =
      words(
          """
          before_connection early_stream mid_generation tool_side_effect local_abort watchdog
          provider_error none unknown
          """);

  static final List<String> RETRY_SAFETIES =
      words("safe_auto_retry user_confirmed_retry no_retry not_needed");

  static final List<String> CAUSES =
      words(
          """
          none unknown local.config local.setup local.pool_timeout local.retry_budget
          local.breaker_open net.dns_not_found net.dns_temporary net.dns_timeout net.offline
          net.connect_refused net.connect_timeout net.unreachable net.proxy_connect net.proxy_auth
          net.tls_handshake net.tls_certificate conn.stale_reuse conn.refused_stream conn.goaway
          send.reset send.incomplete wait.empty_reply http.redirect http.client_error
          http.server_error http.unexpected_media proto.malformed proto.grammar proto.client_limit stream.reset
          stream.premature_eof stream.silent_truncation stream.idle_cut stream.total_cut
          stream.stalled_content stream.empty_completion stream.late_close provider.auth
          provider.credential_expired
          provider.forbidden provider.not_found provider.invalid_request provider.context_overflow
          provider.too_large provider.rate_limited provider.quota provider.plan_window
          provider.billing provider.overloaded provider.server_error provider.bad_gateway
          provider.gateway_timeout provider.conflict provider.state_lost provider.in_stream_error
          provider.cancelled provider.output_limit provider.incomplete policy.content_filter policy.refusal abort.user abort.parent
          abort.lifecycle abort.superseded abort.loop_guard abort.budget abort.downstream_gone
          abort.unattributed watchdog.connect watchdog.headers watchdog.first_content watchdog.idle
          watchdog.total watchdog.tool watchdog.ping tool.invalid_arguments tool.failed tool.timeout
          tool.interrupted tool.result_lost tool.duplicate_effect host.suspended host.stalled
          host.process_lost
          """);

  private TaxonomyVocabulary() {}

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+", -1));
  }
}
