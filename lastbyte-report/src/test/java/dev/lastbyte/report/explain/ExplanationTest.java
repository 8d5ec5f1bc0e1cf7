// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.recovery.RetrySafety;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ExplanationTest {

  static final long[] seeds = LongStream.range(0, 20).toArray();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TypeError: terminated",
        "stream disconnected before completion",
        "com.openai.errors.OpenAIIoException: Stream failed",
        "java.io.IOException: closed",
        "okhttp3.internal.http2.StreamResetException: stream was reset: CANCEL",
        "The socket connection was closed unexpectedly.",
        "Error: An error occurred.",
        "EOF"
      })
  void textsThatStandForSeveralCauses_areUnknown(String text) {
    Explanation explanation = Explanation.of(text);

    assertThat(explanation.diagnosis().cause()).isEqualTo(Cause.UNKNOWN);
    assertThat(explanation.group()).isEqualTo(ErrorGroup.UNKNOWN);
    assertThat(explanation.diagnosis().missing()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UND_ERR_BODY_TIMEOUT                          | watchdog.idle         | likely",
        "stream disconnected before completion: idle timeout waiting for SSE"
            + " | watchdog.idle | likely",
        "java.io.InterruptedIOException: timeout       | watchdog.total        | likely",
        "connect ECONNREFUSED 127.0.0.1:443            | net.connect_refused   | likely",
        "getaddrinfo EAI_AGAIN api.openai.com          | net.dns_temporary     | likely",
        "peer closed connection without sending complete message body (incomplete chunked read)"
            + " | stream.premature_eof | possible",
        "stream was reset: INTERNAL_ERROR              | stream.reset          | likely",
        "stream was reset: REFUSED_STREAM              | conn.refused_stream   | proven",
        "HTTP/1.1 header parser received no bytes      | wait.empty_reply      | possible",
        "http: server closed idle connection           | conn.stale_reuse      | likely",
        "Error code: 429 - {'code': 'insufficient_quota'} | provider.quota     | proven",
        "429 {type: rate_limit_error}                  | provider.rate_limited | proven",
        "529 Overloaded                                | provider.overloaded   | likely",
        "HTTP/1.1 524                                  | provider.gateway_timeout | likely",
        "Unexpected token '<' is not valid JSON        | http.unexpected_media | likely",
        "Model stream ended without a finish reason.   | stream.silent_truncation | likely",
        "AbortError: This operation was aborted        | abort.unattributed    | possible",
        "curl: (52) Empty reply from server            | wait.empty_reply      | possible",
        "status = UNAVAILABLE, io exception            | provider.overloaded   | possible",
      })
  void textsThatSayMore_haveTheirCause(String text, String cause, String confidence) {
    Explanation explanation = Explanation.of(text);

    assertThat(explanation.diagnosis().cause().code()).isEqualTo(cause);
    assertThat(explanation.diagnosis().confidence().code()).isEqualTo(confidence);
  }

  @Test
  void theInnermostCauseDecides_andTheWrappingTellsHowFarItHadCome() {
    String cause = "\n  [cause]: SocketError: other side closed { code: 'UND_ERR_SOCKET' }";

    assertThat(Explanation.of("TypeError: terminated" + cause).diagnosis().code())
        .isEqualTo("stream.premature_eof@await_first_byte/unknown");
    assertThat(Explanation.of("TypeError: fetch failed" + cause).diagnosis().code())
        .isEqualTo("wait.empty_reply@unknown/unknown");
  }

  @Test
  void oneJavaMessage_isReadByItsRoot() {
    String closed =
        """
        java.io.IOException: closed
        \tat java.net.http/jdk.internal.net.http.HttpResponseInputStream.read(Streams.java:1)
        Caused by: java.io.IOException: chunked transfer encoding, state: READING_LENGTH
        Caused by:\
        """;

    assertThat(causeOf(closed + "java.io.EOFException: EOF reached while reading"))
        .isEqualTo(Cause.STREAM_PREMATURE_EOF);
    assertThat(causeOf(closed + "java.net.SocketException: Connection reset"))
        .isEqualTo(Cause.STREAM_RESET);
    assertThat(causeOf(closed + "java.io.IOException: subscription cancelled"))
        .isEqualTo(Cause.ABORT_UNATTRIBUTED);
  }

  @Test
  void aTimeout_isNotTakenForTheCloseThatItMakes() {
    Explanation explanation =
        Explanation.of(
            """
            java.net.SocketTimeoutException: timeout
            Caused by: java.net.SocketException: Socket closed\
            """);

    assertThat(explanation.group()).isEqualTo(ErrorGroup.LOCAL_TIMER);
  }

  @Test
  void python_printsTheCauseFirst() {
    Explanation explanation =
        Explanation.of(
            """
            httpcore.ConnectTimeout: timed out
            The above exception was the direct cause of the following exception:
            Traceback (most recent call last):
              File "/usr/lib/python3/site-packages/openai/ReadTimeout.py", line 1
            openai.APITimeoutError: Request timed out.\
            """);

    assertThat(explanation.chain()).hasSize(2);
    assertThat(explanation.chain().getFirst().phrase()).isEqualTo(KnownPhrase.REQUEST_TIMED_OUT);
    assertThat(explanation.diagnosis().cause()).isEqualTo(Cause.NET_CONNECT_TIMEOUT);
  }

  @Test
  void levelsThatContradictEachOther_makeItLessSure() {
    Explanation explanation =
        Explanation.of(
            "Response payload is not completed; Timeout on reading data from socket;"
                + " data: {\"error\":{}}");

    assertThat(explanation.meaning().contradicted()).isTrue();
    assertThat(explanation.diagnosis().confidence()).isEqualTo(Certainty.POSSIBLE);
    assertThat(ExplanationText.of(explanation)).contains("contradict each other");
  }

  @Test
  void whatIsProven_leavesNothingToCapture() {
    Explanation explanation = Explanation.of("{'type': 'rate_limit_error'}");

    assertThat(explanation.candidates()).isEmpty();
    assertThat(ExplanationText.of(explanation))
        .startsWith("Proven, since this is said for no other reason: The provider's rate limit")
        .doesNotContain("next time");
  }

  @Test
  void aNumber_isAStatusOnlyWhereTheTextSaysSo() {
    assertThat(causeOf("got 429 tokens after 500 ms")).isEqualTo(Cause.UNKNOWN);
    assertThat(causeOf("request failed with status code 500"))
        .isEqualTo(Cause.PROVIDER_SERVER_ERROR);
    assertThat(causeOf("websocket: close code 1006")).isEqualTo(Cause.STREAM_PREMATURE_EOF);
  }

  @Test
  void byItsTextAlone_nothingIsRetriedWithoutAsking() {
    for (KnownPhrase phrase : KnownPhrase.values()) {
      var verdict = Explanation.of(phrase.text()).report().last().verdict();
      assertThat(verdict.safety()).as(phrase.text()).isNotEqualTo(RetrySafety.SAFE_AUTO_RETRY);
    }
  }

  @Test
  void everyCandidate_comesWithWhatTellsItApart() {
    Explanation explanation = Explanation.of("read ECONNRESET");

    assertThat(explanation.candidates())
        .containsExactly(Cause.WAIT_EMPTY_REPLY, Cause.CONN_STALE_REUSE, Cause.STREAM_IDLE_CUT);
    assertThat(explanation.diagnosis().missing()).contains(Missing.CLOSE_MARK, Missing.CLOSING_HOP);
    assertThat(ExplanationJson.line(explanation))
        .contains("\"group\":\"transport_truncation\"")
        .contains("\"recognised\":[{\"type\":null,\"code\":\"ECONNRESET\",\"phrase\":\"read econn")
        .contains("\"cause\":\"stream.idle_cut\",\"group\":\"intermediary\"")
        .doesNotContain("\n");
  }

  @Test
  void nothingOfTheTextIsRepeated_butWhatTheCatalogueKnows() {
    String canary = "c4n4ry";
    Explanation explanation =
        Explanation.of(
            "com.%1$s.%1$sException: prompt %1$s sk-%1$s /home/%1$s https://%1$s ECONNRESET at %1$s"
                .formatted(canary));

    assertThat(explanation.chain()).hasSize(1);
    assertThat(ExplanationJson.line(explanation) + ExplanationText.of(explanation))
        .contains("ECONNRESET")
        .doesNotContain(canary);
  }

  @Test
  void theLongestHostileTexts_areReadInTime() {
    for (String piece :
        new String[] {"code ", "a:", "status:", "\"", "x", "terminated ", " ", "\n"}) {
      String text = piece.repeat(2 * Explanation.MAX_LENGTH / piece.length());

      assertThat(Explanation.of(text).cut()).isTrue();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @FieldSource("seeds")
  void piecesOfKnownTextsInAnyOrder_areReadWithinTheBounds(long seed) {
    var random = new Random(seed);
    var text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      KnownPhrase phrase = KnownPhrase.values()[random.nextInt(KnownPhrase.values().length)];
      text.append(phrase.text(), 0, random.nextInt(phrase.text().length() + 1));
      text.append((char) random.nextInt(0x3000)).append(random.nextInt(2000));
    }

    Explanation explanation = Explanation.of(text.toString());

    assertThat(explanation.chain()).hasSizeLessThanOrEqualTo(5);
    assertThat(explanation).isEqualTo(Explanation.of(text.toString()));
  }

  private static Cause causeOf(String text) {
    return Explanation.of(text).diagnosis().cause();
  }
}
