// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static dev.lastbyte.wire.TappedResponse.AT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.BodyBegan;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.Opacity;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.privacy.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTapTest {

  private static TappedResponse chat(String... lines) {
    return TappedResponse.responseOf(Dialect.OPENAI_CHAT).feed(String.join("\r\n", lines));
  }

  @Test
  void aBodyOfItsLength_isWhole_andTheConnectionReusable() {
    TappedResponse run = chat("HTTP/1.1 204 No", "", "");
    TappedResponse sized =
        chat("HTTP/1.1 200 OK", "Content-Type: text/html", "Content-Length: 3", "", "abc");

    assertThat(run.events())
        .containsExactly(new ResponseStarted(AT, 204, Framing.NONE, Media.OTHER, null));
    assertThat(sized.events())
        .containsExactly(
            new ResponseStarted(AT, 200, Framing.LENGTH, Media.HTML, null),
            new BodyBegan(AT),
            new BodyEnded(AT, 3, AT.atNanos(), BodyEnd.WHOLE));
    assertThat(sized.tap().reusable()).isTrue();
    assertThat(sized.tap().messageComplete()).isTrue();
  }

  @Test
  void aBodyShortOfItsLength_isCut() {
    TappedResponse run =
        chat("HTTP/1.1 200 OK", "Content-Type: text/html", "Content-Length: 9", "", "abc").closed();

    assertThat(run.events()).contains(new BodyEnded(AT, 3, AT.atNanos(), BodyEnd.CUT));
    assertThat(run.tap().reusable()).isFalse();
  }

  @Test
  void aChunkedBody_countsItsFraming_andIsCutWithoutTheLastChunk() {
    TappedResponse run =
        chat(
            "HTTP/1.1 200 OK",
            "Transfer-Encoding: chunked",
            "Content-Type: text/html",
            "",
            "3",
            "abc",
            "");

    assertThat(run.tap().messageComplete()).isFalse();
    assertThat(run.closed().events()).contains(new BodyEnded(AT, 8, AT.atNanos(), BodyEnd.CUT));
  }

  @Test
  void aBodyWithoutFraming_endsUnframed() {
    TappedResponse run = chat("HTTP/1.1 200 OK", "Content-Type: text/html", "", "abc").closed();

    assertThat(run.events()).contains(new BodyEnded(AT, 3, AT.atNanos(), BodyEnd.UNFRAMED));
  }

  @Test
  void aCloseBeforeTheHead_leavesNothing() {
    assertThat(chat("HTTP/1.1 200 OK", "Content-Ty").closed().events()).isEmpty();
  }

  @Test
  void interimResponses_areSkipped() {
    TappedResponse run =
        chat(
            "HTTP/1.1 100 Continue",
            "",
            "HTTP/1.1 103 Early Hints",
            "Link: x",
            "",
            "HTTP/1.1 204 No",
            "",
            "");

    assertThat(run.events(ResponseStarted.class)).hasSize(1);
    assertThat(run.tap().head()).isNotNull();
  }

  @Test
  void theResponseToHead_hasNoBody() {
    TappedResponse run =
        TappedResponse.responseToHead().feed("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");

    assertThat(run.tap().messageComplete()).isTrue();
    assertThat(run.closed().events(BodyEnded.class)).isEmpty();
  }

  @Test
  void anUpgrade_isOpaqueFromThereOn() {
    TappedResponse run =
        chat("HTTP/1.1 101 Switching", "Upgrade: websocket", "", "anything").closed();

    assertThat(run.events())
        .contains(
            new ContentOpaque(AT, Opacity.UPGRADED),
            new BodyEnded(AT, 8, AT.atNanos(), BodyEnd.UNFRAMED));
    assertThat(run.tap().reusable()).isFalse();
  }

  @Test
  void twoResponsesInOneBuffer_areToldApart() {
    String one = Samples.document(200, Samples.CHAT_DOCUMENT);
    byte[] both = (one + Samples.document(500, "{}")).getBytes(UTF_8);
    TappedResponse first = TappedResponse.responseOf(Dialect.OPENAI_CHAT);
    TappedResponse second = TappedResponse.responseOf(Dialect.OPENAI_CHAT);

    int mine = first.tap().feed(both, 0, both.length, AT.atNanos());
    int rest = second.tap().feed(both, mine, both.length - mine, AT.atNanos());

    assertThat(mine).isEqualTo(one.length());
    assertThat(mine + rest).isEqualTo(both.length);
    assertThat(second.events(ProviderFailed.class)).hasSize(1);
    assertThat(first.tap().reusable()).as("bytes nobody asked for").isFalse();
    assertThat(second.tap().reusable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1, keep-alive, true",
    "HTTP/1.1, 'x, Close', false",
    "HTTP/1.0, x, false",
    "HTTP/1.0, Keep-Alive, true"
  })
  void reuse_isDecidedByVersionAndConnection(String version, String connection, boolean reusable) {
    TappedResponse run = chat(version + " 204 No", "Connection: " + connection, "", "");

    assertThat(run.tap().reusable()).isEqualTo(reusable);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>hello\r\n\r\n",
        "HTTP/2 200 OK\r\n\r\n",
        "HTTP/1.1 2x0 OK\r\n\r\n",
        "HTTP/1.1 099 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1111111111111111\r\n"
      })
  void brokenFraming_isSaid_andNothingIsReusable(String bytes) {
    TappedResponse run = chat(bytes);

    assertThat(run.events()).contains(new Malformed(AT, Malformation.HTTP_FRAMING));
    assertThat(run.tap().isMalformed()).isTrue();
    assertThat(run.tap().reusable()).isFalse();
  }

  @Test
  void anUnassignedStatus_isStillAResponse() {
    TappedResponse run = chat("HTTP/1.1 999 Request denied\r\nContent-Length: 2\r\n\r\nno");

    assertThat(run.tap().isMalformed()).isFalse();
    assertThat(run.tap().reusable()).isTrue();
  }

  @Test
  void identifiers_areKept_ifTheyAreOnTheList() {
    TappedResponse run =
        chat(
            "HTTP/1.1 204 No",
            "X-Request-Id: req_1",
            "CF-RAY: 8f-FRA",
            "Set-Cookie: CANARY",
            "X-Other: CANARY",
            "",
            "");

    assertThat(run.events(Correlated.class))
        .containsExactly(
            new Correlated(AT, Correlation.REQUEST_ID, new Token("req_1")),
            new Correlated(AT, Correlation.CF_RAY, new Token("8f-FRA")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "Retry-After: 20 | 20000000000",
        "Retry-After: 0.5 | 500000000",
        "Retry-After-Ms: 250 | 250000000",
        "Retry-After: Wed, 21 Oct 2015 07:28:30 GMT | 30000000000",
        "Retry-After: Wed, 21 Oct 2015 07:27:00 GMT | 0",
        "Retry-After: soon | none",
        "Retry-After: -5 | none",
        "X-Other: 1 | none"
      })
  void retryAfter_isRead(String header, Long nanos) {
    assertThat(chat("HTTP/1.1 429 No", header, "", "").events(ResponseStarted.class))
        .first()
        .extracting(ResponseStarted::retryAfterNanos)
        .isEqualTo(nanos);
  }

  @Test
  void retryAfterMs_wins() {
    assertThat(
            chat("HTTP/1.1 429 No", "Retry-After: 9", "Retry-After-Ms: 1.5", "", "")
                .events(ResponseStarted.class))
        .first()
        .extracting(ResponseStarted::retryAfterNanos)
        .isEqualTo(1_500_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "400, x, INVALID_REQUEST",
    "400, context_length_exceeded, CONTEXT_OVERFLOW",
    "400, content_filter, CONTENT_FILTER",
    "400, previous_response_not_found, STATE_LOST",
    "401, invalid_api_key, AUTH",
    "402, x, BILLING",
    "403, x, FORBIDDEN",
    "404, model_not_found, NOT_FOUND",
    "408, x, REQUEST_TIMEOUT",
    "409, x, CONFLICT",
    "413, x, TOO_LARGE",
    "422, x, INVALID_REQUEST",
    "429, rate_limit_exceeded, RATE_LIMITED",
    "429, insufficient_quota, QUOTA",
    "500, server_error, SERVER_ERROR",
    "502, x, BAD_GATEWAY",
    "503, server_error, OVERLOADED",
    "504, x, GATEWAY_TIMEOUT",
    "524, x, GATEWAY_TIMEOUT",
    "529, x, OVERLOADED",
    "418, x, OTHER"
  })
  void anErrorStatus_isClassed_withItsCode(int status, String code, ProviderFailure failure) {
    TappedResponse run = TappedResponse.document(Dialect.OPENAI_CHAT, status, Samples.error(code));

    assertThat(run.events())
        .containsSubsequence(
            new ProviderFailed(AT, failure, new Token(code), false),
            new BodyEnded(AT, Samples.error(code).length(), AT.atNanos(), BodyEnd.WHOLE));
  }

  @Test
  void anErrorBodyThatIsCut_stillSaysWhatArrived() {
    String whole = Samples.document(429, Samples.error("insufficient_quota"));
    TappedResponse run =
        TappedResponse.responseOf(Dialect.OPENAI_CHAT)
            .feed(whole.substring(0, whole.length() - 1))
            .closed();

    assertThat(run.events())
        .contains(
            new ProviderFailed(AT, ProviderFailure.QUOTA, new Token("insufficient_quota"), false));
  }

  @Test
  void anIntermediarysErrorPage_isClassedByItsStatus() {
    TappedResponse run =
        chat("HTTP/1.1 524 No", "Content-Type: text/html", "Content-Length: 6", "", "<html>");

    assertThat(run.events())
        .contains(new ProviderFailed(AT, ProviderFailure.GATEWAY_TIMEOUT, null, false));
  }

  @Test
  void aCompressedBody_isOpaque() {
    TappedResponse run =
        chat(
            "HTTP/1.1 200 OK",
            "Content-Type: text/event-stream",
            "Content-Encoding: gzip",
            "",
            "x");

    assertThat(run.events()).contains(new ContentOpaque(AT, Opacity.COMPRESSED));
  }

  @Test
  void aStreamOfAnUnknownDialect_isOpaque() {
    TappedResponse run = TappedResponse.stream(Dialect.UNKNOWN, "data: {}\n\n").closed();

    assertThat(run.events()).contains(new ContentOpaque(AT, Opacity.UNKNOWN_DIALECT));
  }

  @Test
  void aTruncatedDocument_isNotInterpreted() {
    String whole = Samples.document(200, Samples.CHAT_DOCUMENT);

    TappedResponse run =
        TappedResponse.responseOf(Dialect.OPENAI_CHAT)
            .feed(whole.substring(0, whole.length() - 1))
            .closed();

    assertThat(run.events(TerminalProven.class)).isEmpty();
    assertThat(run.events(Malformed.class)).isEmpty();
  }

  @Test
  void aDocumentThatIsNoJson_isMalformed() {
    assertThat(TappedResponse.document(Dialect.OPENAI_CHAT, 200, "{oops").events())
        .contains(new Malformed(AT, Malformation.EVENT_DATA));
  }
}
