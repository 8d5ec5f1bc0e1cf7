// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.http.Refusal;
import dev.lastbyte.wire.http.RequestHead;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTapTest {

  private static final Stamp AT = new Stamp(0, Stamp.WHOLE_RUN, Vantage.GATEWAY_DOWN);
  private static final String POST = "POST /v1/messages HTTP/1.1\r\nHost: a\r\n";

  private static RequestTap fed(String text) {
    var tap = new RequestTap();
    byte[] bytes = text.getBytes(ISO_8859_1);
    tap.feed(bytes, 0, bytes.length);
    return tap;
  }

  private static RequestTap posted(String path, String body) {
    String json = Samples.json(body);
    return fed(
        "POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(path, json.length(), json));
  }

  private static RequestHead headOf(RequestTap tap) {
    return Objects.requireNonNull(tap.head());
  }

  @Test
  void aHead_isRead() {
    RequestTap tap =
        fed(
            "\r\n"
                + "POST /x/v1/chat/completions?a=b HTTP/1.1\r\n"
                + "HOST: a\r\n"
                + "connection: Upgrade, close\r\n"
                + "Upgrade: h2c\r\n"
                + "Expect: 100-continue\r\n"
                + "Content-Length: 5\r\n\r\n"
                + "ab");

    RequestHead head = headOf(tap);
    assertThat(tap.refusal()).isNull();
    assertThat(tap.dialect()).isEqualTo(Dialect.OPENAI_CHAT);
    assertThat(tap.messageComplete()).isFalse();
    assertThat(head.method()).isEqualTo("POST");
    assertThat(head.path()).isEqualTo("/x/v1/chat/completions");
    assertThat(head.target()).endsWith("?a=b");
    assertThat(head.fields().first("host")).isEqualTo("a");
    assertThat(head.contentLength()).isEqualTo(5);
    assertThat(head.keepsAlive()).isFalse();
    assertThat(head.offersUpgrade()).isTrue();
    assertThat(head.expectsContinue()).isTrue();
  }

  @Test
  void pipelinedRequests_areToldApart() {
    byte[] both =
        "GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8);
    var first = new RequestTap();
    var second = new RequestTap();

    int mine = first.feed(both, 0, both.length);
    second.feed(both, mine, both.length - mine);

    assertThat(first.messageComplete()).isTrue();
    assertThat(headOf(first).target()).isEqualTo("/a");
    assertThat(headOf(second).target()).isEqualTo("/b");
  }

  @Test
  void aChunkedBody_isFollowedToItsEnd() {
    RequestTap tap =
        fed(
            POST
                + "Transfer-Encoding: chunked\r\n\r\n"
                + "5\r\n"
                + "{\"mod\r\n"
                + "a\r\n"
                + "el\":\"m-1\"}\r\n"
                + "0\r\n\r\n");

    assertThat(tap.refusal()).isNull();
    assertThat(tap.messageComplete()).isTrue();
    assertThat(tap.describe(AT).model()).isEqualTo(new Token("m-1"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "LENGTH_AND_TRANSFER_ENCODING|Content-Length: 3~Transfer-Encoding: chunked~~",
        "CONFLICTING_LENGTHS|Content-Length: 3~Content-Length: 4~~",
        "CONFLICTING_LENGTHS|Content-Length: 3, 4~~",
        "BAD_LENGTH|Content-Length: +3~~",
        "BAD_LENGTH|Content-Length: 3 3~~",
        "BAD_LENGTH|Content-Length:~~",
        "BAD_LENGTH|Content-Length: 9999999999999999999~~",
        "BAD_TRANSFER_ENCODING|Transfer-Encoding: chunked, identity~~",
        "BAD_TRANSFER_ENCODING|Transfer-Encoding: gzip, chunked~~",
        "BAD_TRANSFER_ENCODING|Transfer-Encoding: xchunked~~",
        "BAD_TRANSFER_ENCODING|Transfer-Encoding: chunked~Transfer-Encoding: chunked~~",
        "BAD_CHUNK|Transfer-Encoding: chunked~~0x3~",
        "BAD_CHUNK|Transfer-Encoding: chunked~~-1~",
        "BAD_CHUNK|Transfer-Encoding: chunked~~1~ab~",
        "SPACE_BEFORE_COLON|Content-Length : 3~~",
        "LINE_FOLDING|A: b~ c~~",
        "BAD_FIELD|no colon here~~",
        "BAD_FIELD|: nameless~~",
        "BAD_FIELD|a(b): c~~",
        "BAD_HOST|Host: b~~",
        "BARE_CR|A: b^c~~",
        "BARE_LF|A: b_c~~",
        "CONTROL_BYTE|A: b@c~~"
      })
  void ambiguousFraming_isRefused(Refusal refusal, String rest) {
    String bytes =
        POST + rest.replace("~", "\r\n").replace('^', '\r').replace('_', '\n').replace('@', '\0');

    assertThat(fed(bytes).refusal()).isEqualTo(refusal);
    assertThat(byteByByte(bytes).refusal()).isEqualTo(refusal);
    assertThat(fed(bytes).messageComplete()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BAD_VERSION|GET / HTTP/2.0",
        "BAD_VERSION|GET / HTTP/1.2",
        "BAD_VERSION|GET / http/1.1",
        "BAD_START_LINE|GET  / HTTP/1.1",
        "BAD_START_LINE|GET /",
        "BAD_START_LINE|GET / HTTP/1.1 x",
        "BAD_START_LINE|G(T / HTTP/1.1",
        "BAD_HOST|GET / HTTP/1.1"
      })
  void aBadStartLine_isRefused(Refusal refusal, String line) {
    assertThat(fed(line + "\r\n\r\n").refusal()).isEqualTo(refusal);
  }

  @Test
  void aHeadWithoutEnd_isRefused() {
    assertThat(fed(POST + "A: b\r\n".repeat(20_000)).refusal()).isEqualTo(Refusal.HEAD_TOO_LARGE);
  }

  @Test
  void anHttp10Request_mayNotBeChunked_andNeedsNoHost() {
    assertThat(fed("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n").refusal())
        .isEqualTo(Refusal.BAD_TRANSFER_ENCODING);
    assertThat(fed("GET / HTTP/1.0\r\n\r\n").messageComplete()).isTrue();
  }

  @Test
  void aBody_isDescribed_neverKept() {
    RequestTap tap =
        posted(
            "/v1/chat/completions",
            "{'model':'gpt-x','stream':true,'messages':[{'role':'user','content':'CANARY'},"
                + "{'role':'tool','tool_call_id':'a','content':'CANARY'}],"
                + "'tools':[{'type':'function','function':{'name':'CANARY'}},{'type':'function'}]}");

    assertThat(tap.describe(AT))
        .isEqualTo(
            new RequestDescribed(
                AT,
                Dialect.OPENAI_CHAT,
                new Token("gpt-x"),
                Known.YES,
                Known.NO,
                Known.NO,
                2,
                1,
                Known.NO,
                Known.NO,
                null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | NO",
        "{'store':true} | NO",
        "{'background':true} | YES",
        "{'conversation':'conv_1'} | YES",
        "{'conversation':{'id':'conv_1'}} | YES",
        "{'conversation':null} | NO",
        "{'previous_response_id':'resp_1'} | NO"
      })
  void aConversationOrWorkInTheBackground_outlastsTheResponse(String body, Known stateful) {
    assertThat(posted("/v1/responses", body).describe(AT).stateful()).isEqualTo(stateful);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/responses | {} | YES",
        "/v1/responses | {'store':false} | NO",
        "/v1/responses | {'store':null} | YES",
        "/v1/responses | {'store':false,'background':true} | YES",
        "/v1/chat/completions | {} | NO",
        "/v1/chat/completions | {'store':true} | YES",
        "/v1/messages | {'store':true} | NO",
        "/v1/responses | {'store':false | UNKNOWN",
        "/v1/models | {'store':false} | UNKNOWN"
      })
  void storeFlag_isReadForEachDialect(String path, String body, Known stores) {
    assertThat(posted(path, body).describe(AT).stores()).isEqualTo(stores);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/responses, function, NO",
    "/v1/responses, custom, NO",
    "/v1/responses, local_shell, NO",
    "/v1/responses, web_search_preview, NO",
    "/v1/responses, file_search, NO",
    "/v1/responses, code_interpreter, YES",
    "/v1/responses, mcp, YES",
    "/v1/responses, computer_use_preview, YES",
    "/v1/responses, image_generation, YES",
    "/v1/responses, brand_new, YES",
    "/v1/messages, custom, NO",
    "/v1/messages, bash_20250124, NO",
    "/v1/messages, text_editor_20250728, NO",
    "/v1/messages, computer_20250124, NO",
    "/v1/messages, memory_20250818, NO",
    "/v1/messages, web_search_20250305, NO",
    "/v1/messages, web_fetch_20250910, NO",
    "/v1/messages, code_execution_20250825, YES",
    "/v1/messages, brand_new_20260101, YES",
    "/v1/chat/completions, function, NO"
  })
  void serverTools_areRecognised(String path, String type, Known serverTools) {
    assertThat(posted(path, "{'tools':[{'name':'a'},{'type':'" + type + "'}]}").describe(AT))
        .returns(serverTools, RequestDescribed::serverTools)
        .returns(2, RequestDescribed::toolsOffered);
  }

  @Test
  void toolResults_areCounted() {
    String anthropic =
        "{'messages':[{'role':'user','content':[{'type':'tool_result','content':"
            + "[{'type':'text'}]},{'type':'tool_result'}]},{'role':'user','content':'x'}]}";
    String responses =
        "{'input':[{'type':'function_call'},{'type':'function_call_output'},{'role':'user'}]}";

    assertThat(posted("/v1/messages", anthropic).describe(AT).toolResults()).isEqualTo(2);
    assertThat(posted("/v1/responses", responses).describe(AT).toolResults()).isEqualTo(1);
  }

  @Test
  void aRemoteMcpServer_isExecutedByTheProvider() {
    assertThat(posted("/v1/messages", "{'mcp_servers':[{'url':'x'}]}").describe(AT).serverTools())
        .isEqualTo(Known.YES);
    assertThat(posted("/v1/messages", "{'mcp_servers':[]}").describe(AT).serverTools())
        .isEqualTo(Known.NO);
  }

  @Test
  void aCompressedBody_isUnknownInEverything() {
    RequestTap tap = fed(POST + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}");

    assertThat(tap.messageComplete()).isTrue();
    assertThat(tap.describe(AT))
        .isEqualTo(
            new RequestDescribed(
                AT,
                Dialect.ANTHROPIC_MESSAGES,
                null,
                Known.UNKNOWN,
                Known.UNKNOWN,
                Known.UNKNOWN,
                0,
                0));
  }

  private static RequestTap byteByByte(String text) {
    var tap = new RequestTap();
    byte[] bytes = text.getBytes(ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      tap.feed(bytes, i, 1);
    }
    return tap;
  }
}
