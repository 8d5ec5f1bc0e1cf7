// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truths of what happens on the way and in other framings than HTTP/1.1, one a line. */
class TransportKeyTest {
  private static final String TRUTHS =
      """
      dns-nxdomain                   | CHUNKED   | GATEWAY           | net.dns_not_found@resolve/network                   | before_connection | no_retry
      connect-blackhole              | CHUNKED   | GATEWAY           | net.connect_timeout@connect/network                 | before_connection | safe_auto_retry
      proxy-connect-ok               | TLS       | GATEWAY           | none@complete/provider                              | none              | not_needed
      proxy-connect-403              | TLS       | GATEWAY           | net.proxy_connect@connect/local_proxy               | before_connection | no_retry
      proxy-connect-407              | TLS       | GATEWAY           | net.proxy_auth@connect/local_proxy                  | before_connection | no_retry
      proxy-connect-eof              | TLS       | GATEWAY           | net.proxy_connect@connect/local_proxy               | before_connection | safe_auto_retry
      tls-untrusted                  | TLS       | GATEWAY           | net.tls_certificate@tls/provider                    | before_connection | no_retry
      tls-wrong-host                 | TLS       | GATEWAY           | net.tls_certificate@tls/provider                    | before_connection | no_retry
      tls-handshake-alert            | TLS       | GATEWAY           | net.tls_handshake@tls/provider                      | before_connection | safe_auto_retry
      tls-handshake-fin              | TLS       | GATEWAY           | net.tls_handshake@tls/provider                      | before_connection | safe_auto_retry
      tls-stall                      | TLS       | GATEWAY           | net.tls_handshake@tls/provider                      | before_connection | safe_auto_retry
      h2c-upgrade-to-h1-server       | CHUNKED   | GATEWAY           | none@complete/provider                              | none              | not_needed
      tls-no-close-notify            | TLS       | GATEWAY           | stream.premature_eof@text/provider                  | mid_generation    | user_confirmed_retry
      h2-rst-cancel                  | H2        | GATEWAY           | stream.reset@text/provider                          | mid_generation    | user_confirmed_retry
      h2-rst-internal-error          | H2        | GATEWAY           | stream.reset@text/provider                          | mid_generation    | user_confirmed_retry
      h2-rst-refused-stream          | H2        | GATEWAY           | stream.reset@text/provider                          | mid_generation    | user_confirmed_retry
      h2-refused-stream              | H2        | GATEWAY           | conn.refused_stream@await_headers/provider          | early_stream      | safe_auto_retry
      h2-goaway-no-error             | H2        | GATEWAY           | conn.goaway@text/provider                           | mid_generation    | user_confirmed_retry
      h2-goaway-enhance-your-calm    | H2        | GATEWAY           | conn.goaway@text/provider                           | mid_generation    | user_confirmed_retry
      h2-goaway-not-taken            | H2        | GATEWAY           | conn.goaway@await_headers/provider                  | early_stream      | safe_auto_retry
      h2-ping-only                   | H2        | GATEWAY           | abort.downstream_gone@await_content/unknown         | local_abort       | user_confirmed_retry
      h2-ping-only                   | H2        | GATEWAY_AND_AGENT | watchdog.first_content@await_content/watchdog       | watchdog          | safe_auto_retry
      ws-ok                          | WEBSOCKET | GATEWAY           | none@complete/provider                              | none              | not_needed
      ws-close-1000                  | WEBSOCKET | GATEWAY           | stream.silent_truncation@text/provider              | mid_generation    | user_confirmed_retry
      ws-close-1001                  | WEBSOCKET | GATEWAY           | conn.goaway@text/provider                           | mid_generation    | user_confirmed_retry
      ws-close-1006                  | WEBSOCKET | GATEWAY           | stream.premature_eof@text/provider                  | mid_generation    | user_confirmed_retry
      ws-close-1009                  | WEBSOCKET | GATEWAY           | provider.too_large@text/provider                    | provider_error    | no_retry
      ws-close-1011                  | WEBSOCKET | GATEWAY           | provider.server_error@text/provider                 | provider_error    | user_confirmed_retry
      ws-close-1012                  | WEBSOCKET | GATEWAY           | conn.goaway@text/provider                           | mid_generation    | user_confirmed_retry
      ws-close-1013                  | WEBSOCKET | GATEWAY           | provider.overloaded@text/provider                   | provider_error    | user_confirmed_retry
      ws-ping-only                   | WEBSOCKET | GATEWAY           | abort.downstream_gone@await_content/unknown         | local_abort       | user_confirmed_retry
      ws-ping-only                   | WEBSOCKET | GATEWAY_AND_AGENT | watchdog.first_content@await_content/watchdog       | watchdog          | safe_auto_retry
      ws-half-open                   | WEBSOCKET | GATEWAY           | abort.downstream_gone@text/unknown                  | local_abort       | user_confirmed_retry
      ws-half-open                   | WEBSOCKET | GATEWAY_AND_AGENT | watchdog.idle@text/watchdog                         | watchdog          | user_confirmed_retry
      ws-ping-unanswered             | WEBSOCKET | GATEWAY           | abort.downstream_gone@text/unknown                  | local_abort       | user_confirmed_retry
      ws-ping-unanswered             | WEBSOCKET | GATEWAY_AND_AGENT | watchdog.ping@text/watchdog                         | watchdog          | user_confirmed_retry
      ws-client-close-1009           | WEBSOCKET | GATEWAY           | proto.client_limit@text/client_runtime              | mid_generation    | no_retry
      ws-connection-limit            | WEBSOCKET | GATEWAY           | conn.goaway@await_first_byte/provider               | early_stream      | safe_auto_retry
      ws-previous-response-not-found | WEBSOCKET | GATEWAY           | provider.state_lost@await_first_byte/provider       | provider_error    | no_retry
      """;

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(delimiter = '|', textBlock = TRUTHS)
  void truths(
      String name,
      Framing framing,
      Vantage vantage,
      String code,
      String headline,
      String retrySafety) {
    AnswerKey key = Scenarios.named(name).key(Dialect.OPENAI_RESPONSES, framing, vantage);

    assertThat(key.code()).isEqualTo(code);
    assertThat(key.headline()).isEqualTo(headline);
    assertThat(key.retrySafety()).isEqualTo(retrySafety);
    assertThat(key.terminalProof()).isEqualTo(key.cause().equals("none"));
  }

  @Test
  void theTableNamesEveryOne() {
    List<String> named =
        TRUTHS.lines().map(line -> line.substring(0, line.indexOf(' '))).distinct().toList();

    assertThat(
            Stream.of(ConnectFailures.all(), Transports.all(), WebSockets.all())
                .flatMap(List::stream))
        .extracting(Scenario::name)
        .containsExactlyElementsOf(named);
  }
}
