// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.recovery.Retryability;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of the field whose words are easily taken for others. */
class FieldTextsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Upstream idle timeout exceeded",
        "upstream stream idle timeout",
        "502: upstream request timed out",
        "error: upstream read timed out after 60s",
        "upstream request timeout",
      })
  void aRelayThatNamesItsUpstream_isNoTimerOfTheClients(String text) {
    Explanation explanation = Explanation.of(text);

    assertThat(causeOf(text)).isEqualTo(Cause.PROVIDER_GATEWAY_TIMEOUT);
    assertThat(explanation.candidates()).doesNotContain(Cause.WATCHDOG_IDLE);
    assertThat(explanation.group()).isEqualTo(ErrorGroup.INTERMEDIARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the value is unterminated",
        "Session terminated by the administrator of this machine",
        "git fetch failed for origin",
        "the premature closest match",
        "downstream idle timeouts are rare",
        "user_aborted_flag",
        "the job aborted the mission",
        "connection errors were counted",
      })
  void wordsWithinOtherWords_orInASentenceOfTheirOwn_areNotRecognised(String text) {
    assertThat(Explanation.of(text).chain()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TypeError: fetch failed cause: AggregateError: errors: [ 'ETIMEDOUT', 'EHOSTUNREACH',"
            + " 'ETIMEDOUT', 'EHOSTUNREACH' ]",
        "TypeError: fetch failed cause: AggregateError: errors: [ 'EHOSTUNREACH', 'ETIMEDOUT' ]",
        "[cause]: AggregateError [ENETUNREACH]:\\n    at internalConnectMultiple\\n"
            + "  Error: connect ETIMEDOUT 192.0.2.1:443\\n  Error: connect ENETUNREACH ::1:443",
        "OSError: Multiple exceptions: [Errno 110] Connect call failed ('192.0.2.1', 443),"
            + " [Errno 101] Connect call failed ('::1', 443, 0, 0)",
      })
  void ofOneCauseForEachAddress_noneWins_andNoRouteSaysTheLeast(String text) {
    Explanation explanation = Explanation.of(text.replace("\\n", "\n"));

    assertThat(explanation.diagnosis().cause()).isEqualTo(Cause.UNKNOWN);
    assertThat(explanation.candidates())
        .startsWith(Cause.NET_CONNECT_TIMEOUT, Cause.WATCHDOG_CONNECT)
        .contains(Cause.NET_UNREACHABLE);
    assertThat(explanation.group()).isEqualTo(ErrorGroup.BEFORE_RESPONSE);
  }

  @Test
  void whereEachAddressFailedInTheSameWay_thatIsSaid() {
    assertThat(causeOf("fetch failed: AggregateError [ 'ECONNREFUSED', 'ECONNREFUSED' ]"))
        .isEqualTo(Cause.NET_CONNECT_REFUSED);
    assertThat(causeOf("fetch failed: AggregateError [ 'ETIMEDOUT', 'ETIMEDOUT' ]"))
        .isEqualTo(Cause.NET_CONNECT_TIMEOUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sent 1011 (internal error) keepalive ping timeout; no close frame received |"
            + " watchdog.ping",
        "received 1011 (internal error) keepalive ping timeout; then sent 1011 (internal error)"
            + " keepalive ping timeout | stream.idle_cut",
        "sent 1009 (message too big) frame exceeds limit of 1048576 bytes; no close frame received"
            + " | proto.client_limit",
        "received 1009 (message too big); then sent 1009 (message too big) | provider.too_large",
        "received 1001 (going away); then sent 1001 (going away) | conn.goaway",
        "sent 1001 (going away); no close frame received | abort.unattributed",
        "received 1000 (OK); then sent 1000 (OK) | stream.silent_truncation",
        "sent 1000 (OK); then received 1000 (OK) | abort.unattributed",
        "received 1012 (service restart); then sent 1012 (service restart) | conn.goaway",
        "no close frame received or sent | stream.premature_eof",
      })
  void sideNamedFirstInACloseText_closedFirst(String text, String cause) {
    assertThat(causeOf(text).code()).isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 Rate limit reached for model m on tokens per day (TPD): Limit 100000, Used 99000 |"
            + " provider.quota",
        "Error: 429 该令牌额度已用尽 | provider.quota",
        "403 用户额度不足, 剩余额度: -0.01 | provider.quota",
        "Error code: 503 - 当前分组 default 下对于模型 m 无可用渠道 | provider.overloaded",
        "no available channels for model m under group default | provider.overloaded",
        "429 您的账户已达到速率限制，请您控制请求频率 | provider.rate_limited",
        "401 无效的令牌 | provider.auth",
        "API Error: 401 OAuth token has expired. Please obtain a new token or refresh your existing"
            + " token. | provider.credential_expired",
        "401 IDE token expired: unauthorized: token expired | provider.credential_expired",
        "An error occurred (ExpiredTokenException): The security token included in the request is"
            + " expired | provider.credential_expired",
        "AuthenticationError: Error code: 401 - Provided authentication token is expired. |"
            + " provider.credential_expired",
        "TokenExpiredError: jwt expired | provider.credential_expired",
        "401 token已过期，请重新登录 | provider.credential_expired",
        "RefreshError: ('invalid_grant: Token has been expired or revoked.') | provider.auth",
        "Error when retrieving token from sso: Token has expired and refresh failed |"
            + " provider.auth",
        "401 Your refresh token has expired. Please log out and sign in again. | provider.auth",
        "400 系统检测到输入或生成内容可能包含不安全或敏感内容 | policy.content_filter",
        "Claude usage limit: weekly limit reached, resets Oct 6 | provider.plan_window",
        "tokens to keep from the initial prompt is greater than the context length |"
            + " provider.context_overflow",
        "invalid params, context window exceeds limit (2013) | provider.context_overflow",
        "Your team has used all available credits or reached its monthly spending limit |"
            + " provider.billing",
        "Failed check: SAFETY_CHECK_TYPE_BIO. Content violates usage guidelines. |"
            + " policy.content_filter",
      })
  void sentencesOfRelaysAndHosts_meanWhatTheyMeanOnTheWire(String text, String cause) {
    assertThat(causeOf(text).code()).isEqualTo(cause);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ValueError: Chunk too big",
        "aiohttp.http_exceptions.LineTooLong: 400, message:",
        "Got more than 8190 bytes (9000) when reading Header value is too long.",
        "asyncio.exceptions.LimitOverrunError: Separator is not found, and chunk exceed the limit",
        "ValueError: Separator is found, but chunk is longer than limit",
        "HeadersOverflowError: Headers Overflow Error",
        "Error: Parse Error: Header overflow code: 'HPE_HEADER_OVERFLOW'",
        "bufio.Scanner: token too long",
        "websocket: read limit exceeded",
        "net/http: server response headers exceeded 10485760 bytes; aborted",
        "RangeError: Max payload size exceeded code: 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'",
        "WebSocket protocol error: Space limit exceeded: Message too long: 20971520 > 16777216",
        "max line length exceeded",
        "io.netty.handler.codec.http.TooLongHttpHeaderException: HTTP header is larger than 8192"
            + " bytes.",
        "DataBufferLimitException: Exceeded limit on max bytes to buffer : 262144",
        "h11._util.RemoteProtocolError: Receive buffer too long",
        "sent 1009 (message too big) over size limit (1200000 > 1048576 bytes); no close frame"
            + " received",
      })
  void parserThatGaveUpOnSomethingLong_isTheClientsOwnLimit(String text) {
    Explanation explanation = Explanation.of(text);

    assertThat(explanation.diagnosis().cause()).isEqualTo(Cause.PROTO_CLIENT_LIMIT);
    assertThat(Retryability.after(explanation.diagnosis().cause()))
        .isEqualTo(Retryability.PERMANENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "input token too long",
        "we got more than one choice in the response",
        "Request header is larger than it should be",
        "the WebSocket message is too big, the server said so",
      })
  void wordsThatOnlySoundLikeALimit_areNone(String text) {
    assertThat(causeOf(text)).isNotEqualTo(Cause.PROTO_CLIENT_LIMIT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keepalive ping failed to receive ACK within timeout",
        "UNAVAILABLE: keepalive watchdog timeout",
        "UNAVAILABLE: Keepalive failed. The connection is likely gone",
        "http2: client connection lost",
        "operation was canceled: keep-alive timed out",
        "The HTTP/2 server didn't respond to a ping request within the configured"
            + " KeepAlivePingDelay.",
        "sent ping but didn't receive pong within 10000ms (after 3 successful ping/pongs)",
        "No PONG received after 15.0 seconds",
        "net::ERR_HTTP2_PING_FAILED",
        "The connection was closed because the other endpoint did not respond with a pong in time.",
        "ping timeout",
      })
  void pingThatWasNotAnswered_isATimerOfItsOwn(String text) {
    assertThat(causeOf(text)).isEqualTo(Cause.WATCHDOG_PING);
  }

  @Test
  void anOwnPing_thatWasNotAnswered_mayBeTheEventLoop() {
    Explanation explanation =
        Explanation.of(
            "sent 1011 (internal error) keepalive ping timeout; no close frame received");

    assertThat(explanation.candidates()).contains(Cause.HOST_STALLED);
    assertThat(explanation.diagnosis().confidence()).isEqualTo(Certainty.LIKELY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stream disconnected before completion: Incomplete response returned, reason:"
            + " max_output_tokens",
        "Incomplete response returned, reason: max_output_tokens",
        "API Error: Claude's response exceeded the 32000 output token maximum",
        "openai.LengthFinishReasonError: Could not parse response content"
      })
  void aResponseThatItsProviderEndedShort_isIncomplete(String text) {
    assertThat(causeOf(text)).isEqualTo(Cause.PROVIDER_INCOMPLETE);
  }

  @Test
  void anIncompleteResponse_thatWasFiltered_isThat() {
    assertThat(causeOf("Incomplete response returned, reason: content_filter"))
        .isEqualTo(Cause.POLICY_CONTENT_FILTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection error.",
        "openai.APIConnectionError: Connection error.",
        "APIConnectionError: Connection error.",
        "FailedToOpenSocket: Was there a typo in the url or port?",
        "Unable to connect. Is the computer able to access the url?",
        "httpx.ConnectError: All connection attempts failed",
        "API Error: Unable to connect to API (FailedToOpenSocket)",
      })
  void aTextThatOnlySaysThatNoConnectionCameAbout_leavesWhyOpen(String text) {
    Explanation explanation = Explanation.of(text);

    assertThat(explanation.diagnosis().cause()).isEqualTo(Cause.UNKNOWN);
    assertThat(explanation.group()).isEqualTo(ErrorGroup.BEFORE_RESPONSE);
    assertThat(explanation.candidates())
        .contains(Cause.NET_CONNECT_TIMEOUT, Cause.NET_DNS_NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ZlibError: fetch() failed                            | proto.malformed",
        "Error: incorrect header check { code: 'Z_DATA_ERROR' } | proto.malformed",
        "TypeError: Error in input stream                     | stream.premature_eof",
        "Stream ended without finish_reason                   | stream.silent_truncation",
        "Error: stream ended before message_stop              | stream.silent_truncation",
        "EngineDeadError: EngineCore encountered an issue.    | provider.server_error",
        "The response ended prematurely. (ResponseEnded)      | stream.premature_eof",
        "code: 'ECONNABORTED'                                 | unknown",
        "ConnectionClosed                                     | unknown",
        "AxiosError: timeout of 30000ms exceeded              | watchdog.total",
        "AxiosError: timeout of 60000ms exceeded { code: 'ECONNABORTED' } | watchdog.total",
        "dial tcp 192.0.2.1:443: i/o timeout                  | net.connect_timeout",
        "Error: read ETIMEDOUT                                | stream.premature_eof",
        "Connection closed: 1012 service restart              | conn.goaway",
        "余额不足或无可用资源包,请充值。                      | provider.billing",
        "<!DOCTYPE html><title>Sign in</title>                | http.unexpected_media",
        "Post \"https://api.example.com/v1\": EOF           | wait.empty_reply",
        "http2: client connection lost                        | watchdog.ping",
        "sent ping but didn't receive pong within 10000ms     | watchdog.ping",
        "org.springframework.core.io.buffer.DataBufferLimitException: Exceeded limit on max bytes"
            + " to buffer | proto.client_limit",
        "net::ERR_HTTP2_PING_FAILED                           | watchdog.ping",
        "net::ERR_NETWORK_IO_SUSPENDED                        | host.suspended",
        "The network connection was lost.                     | unknown",
        "The Internet connection appears to be offline.       | net.offline",
        "<html><head><title>504 Gateway Time-out</title>      | provider.gateway_timeout",
        "Request interrupted by user                          | abort.user",
        "Error: EMFILE: too many open files                   | local.setup",
        "{\"__type\":\"com.amazon.coral#ThrottlingException\"} | provider.rate_limited",
        "CONTEXT_LENGTH_EXCEEDED                              | provider.context_overflow",
        "status: INTERNAL                                     | provider.server_error",
        "client prematurely closed connection                 | abort.downstream_gone",
      })
  void otherTexts(String text, String cause) {
    assertThat(causeOf(text).code()).isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TypeError: fetch failed      | unknown       | unanswered",
        "TypeError: terminated        | unknown       | answered",
        "read ECONNRESET              | unknown       | untold",
        "write EPIPE                  | unknown       | untold",
        "socket hang up               | unknown       | unanswered",
        "Premature close              | unknown       | untold",
        "connect ECONNREFUSED ::1:443 | connect       | dialling",
        "Headers Timeout Error        | await_headers | awaiting",
      })
  void thePhase_isSaidOnlyWhereTheTextTellsIt(String text, String phase, String place) {
    Explanation explanation = Explanation.of(text);

    assertThat(explanation.phase()).isEqualTo(phase);
    assertThat(explanation.code()).contains("@" + phase + "/");
    assertThat(ExplanationJson.line(explanation)).contains("\"place\":\"" + place + "\"");
  }

  @Test
  void withinAResponse_nothingIsPossibleThatEndsAnExchangeBeforeOne() {
    List<Cause> possible =
        Explanation.of("TypeError: terminated\n  [cause]: Error: read ECONNRESET").candidates();

    assertThat(possible).doesNotContain(Cause.WAIT_EMPTY_REPLY, Cause.CONN_STALE_REUSE);
  }

  @Test
  void aTextThatIsNotKnown_pointsAtTheGateway() {
    Explanation explanation = Explanation.of("Something went wrong, please try again later");

    assertThat(explanation.chain()).isEmpty();
    assertThat(ExplanationText.of(explanation)).contains("lastbyte run -- COMMAND");
    assertThat(ExplanationJson.line(explanation)).contains("\"advice\":\"To know it, let");
  }

  @Test
  void noneOfTheseTexts_provesAnything() {
    assertThat(
            Stream.of("Connection error.", "Upstream idle timeout exceeded", "EngineDeadError")
                .map(text -> Explanation.of(text).diagnosis().confidence()))
        .doesNotContain(Certainty.PROVEN);
  }

  private static Cause causeOf(String text) {
    return Explanation.of(text).diagnosis().cause();
  }
}
