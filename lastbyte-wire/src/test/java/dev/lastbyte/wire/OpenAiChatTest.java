// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static dev.lastbyte.wire.Samples.chunk;
import static dev.lastbyte.wire.Samples.data;
import static dev.lastbyte.wire.Samples.toolChunk;
import static dev.lastbyte.wire.TappedResponse.AT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.SentinelSeen;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.privacy.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiChatTest {

  private static final String TEXT = data(chunk("'delta':{'content':'CANARY'}", "null"));
  private static final String FINISH = data(chunk("'delta':{}", "'stop'"));
  private static final String DONE = data("[DONE]");

  private static TappedResponse stream(String body) {
    return TappedResponse.stream(Dialect.OPENAI_CHAT, body);
  }

  @Test
  void aWholeTextResponse_isProven_thenTheSentinelComes() {
    TappedResponse run = stream(Samples.CHAT_TEXT);

    assertThat(run.events())
        .containsSubsequence(
            new FinishSeen(AT, Finish.STOP),
            new TerminalProven(AT, Finish.STOP),
            new SentinelSeen(AT));
    assertThat(run.events(Malformed.class)).isEmpty();
    assertThat(run.count(Content.TEXT)).isEqualTo(2);
    assertThat(run.count(Content.LIFECYCLE)).isEqualTo(4);
  }

  @Test
  void aCommentInsideAnEvent_endsNoEvent_whereverItIsSplit() {
    byte[] bytes = (Samples.streamHead() + TEXT + "data: [\n: hi\n" + TEXT).getBytes(UTF_8);
    TappedResponse whole = TappedResponse.responseOf(Dialect.OPENAI_CHAT).feed(bytes);

    assertThat(whole.count(Content.TEXT)).isEqualTo(1);
    assertThat(whole.events(Malformed.class)).hasSize(1);
    for (int splitAt = 1; splitAt < bytes.length; splitAt++) {
      assertThat(TappedResponse.responseOf(Dialect.OPENAI_CHAT).feedIn(bytes, splitAt).events())
          .as("split at %d", splitAt)
          .isEqualTo(whole.events());
    }
  }

  @Test
  void theSentinelAlone_provesNothing() {
    TappedResponse run = stream(TEXT + DONE);

    assertThat(run.events(SentinelSeen.class)).hasSize(1);
    assertThat(run.events(TerminalProven.class)).isEmpty();
  }

  @Test
  void aFinishReason_withoutTheSentinel_isProof() {
    TappedResponse run = stream(TEXT + FINISH).closed();

    assertThat(run.events(TerminalProven.class)).hasSize(1);
    assertThat(run.events(SentinelSeen.class)).isEmpty();
  }

  @Test
  void oneOfTwoChoicesFinished_isNotYetProof() {
    String both =
        data(
            "{'choices':[{'index':0,'delta':{'content':'a'}},{'index':1,'delta':{'content':'b'}}]}",
            "{'choices':[{'index':0,'delta':{},'finish_reason':'stop'}]}");
    String other = data("{'choices':[{'index':1,'delta':{},'finish_reason':'stop'}]}");

    assertThat(stream(both).events(FinishSeen.class)).hasSize(1);
    assertThat(stream(both).events(TerminalProven.class)).isEmpty();
    assertThat(stream(both + other).events(TerminalProven.class)).hasSize(1);
  }

  @Test
  void toolCalls_areReady_whenTheirArgumentsAreWhole_orAreNone() {
    TappedResponse run = stream(Samples.CHAT_TOOLS);

    assertThat(run.events())
        .containsSubsequence(
            new ToolCallStarted(AT, 0, new Token("call_a"), new Token("get_weather")),
            new ToolCallReady(AT, 0),
            new ToolCallStarted(AT, 1, new Token("call_b"), new Token("no_arguments")),
            new ToolCallStarted(AT, 2, new Token("call_c"), new Token("open_ended")),
            new ToolCallReady(AT, 1),
            new FinishSeen(AT, Finish.TOOL_CALLS));
    assertThat(run.events()).doesNotContain(new ToolCallReady(AT, 2));
    assertThat(run.count(Content.REASONING)).isEqualTo(1);
  }

  @Test
  void theIndexBehindTheArguments_isUnderstood() {
    String first =
        chunk(
            "'delta':{'tool_calls':[{'id':'call_a','function':{'arguments':'{\\'a\\'','name':'f'},"
                + "'index':0},{'id':'call_b','function':{'arguments':'{}','name':'g'},'index':1}]}",
            "null");
    String rest =
        chunk("'delta':{'tool_calls':[{'function':{'arguments':':1}'},'index':0}]}", "null");

    assertThat(stream(data(first)).events(ToolCallReady.class))
        .containsExactly(new ToolCallReady(AT, 1));
    assertThat(stream(data(first, rest) + FINISH).events(ToolCallReady.class))
        .containsExactly(new ToolCallReady(AT, 1), new ToolCallReady(AT, 0));
  }

  @Test
  void oneIndexForAllCalls_isUnderstoodByTheirIds() {
    TappedResponse run =
        stream(
            data(
                toolChunk("'index':0,'id':'call_a'", "f", "{}"),
                toolChunk("'index':0,'id':'call_b'", "g", "{}")));

    assertThat(run.events(ToolCallReady.class))
        .containsExactly(new ToolCallReady(AT, 0), new ToolCallReady(AT, 1));
  }

  @Test
  void noIndexAtAll_isUnderstoodByTheIds() {
    TappedResponse run =
        stream(
            data(
                toolChunk("'id':'call_a'", "f", "{\\'a"),
                toolChunk("'type':'function'", null, "\\':1}"),
                toolChunk("'id':'call_b'", "g", "{}")));

    assertThat(run.events(ToolCallReady.class))
        .containsExactly(new ToolCallReady(AT, 0), new ToolCallReady(AT, 1));
  }

  @Test
  void anEscapedBrace_isStillABrace() {
    assertThat(
            stream(data(toolChunk("'index':0,'id':'a'", "f", "\\u007b\\u007D")))
                .events(ToolCallReady.class))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'error':{'message':'CANARY','code':'rate_limit_exceeded'}} | RATE_LIMITED"
            + " | rate_limit_exceeded",
        "{'error':{'message':'CANARY','code':502}} | BAD_GATEWAY | 502",
        "{'object':'error','message':'CANARY','type':'server_error','code':null} | SERVER_ERROR"
            + " | server_error",
        "{'error':{'message':'CANARY','type':'overloaded_error'}} | OVERLOADED | overloaded_error"
      })
  void anErrorInTheStream_isTheProvidersFailure(
      String object, ProviderFailure failure, String code) {
    assertThat(stream(TEXT + data(object.replace("''", "'"))).events())
        .contains(new ProviderFailed(AT, failure, new Token(code), true));
  }

  @Test
  void aFinishReasonOfError_isTheProvidersFailure_notAnEnd() {
    TappedResponse run = stream(TEXT + data(chunk("'delta':{}", "'error'")));

    assertThat(run.events())
        .contains(new ProviderFailed(AT, ProviderFailure.OTHER, new Token("error"), true));
    assertThat(run.events(TerminalProven.class)).isEmpty();
  }

  @Test
  void noError_isNotAnError() {
    assertThat(stream(data("{'error':null,'choices':[]}")).events(ProviderFailed.class)).isEmpty();
  }

  @Test
  void dataThatIsNoJson_isMalformed_once() {
    TappedResponse run = stream(TEXT + data("{'choices':[") + data("oops") + FINISH);

    assertThat(run.events(Malformed.class))
        .containsExactly(new Malformed(AT, Malformation.EVENT_DATA));
    assertThat(run.events(TerminalProven.class)).hasSize(1);
  }

  @Test
  void contentInParts_isText() {
    TappedResponse run =
        stream(data(chunk("'delta':{'content':[{'type':'text','text':'CANARY'}]}", "null")));

    assertThat(run.count(Content.TEXT)).isEqualTo(1);
  }

  @Test
  void aWholeDocument_givesTheSameEventsAsAStream() {
    TappedResponse run = TappedResponse.document(Dialect.OPENAI_CHAT, 200, Samples.CHAT_DOCUMENT);

    assertThat(run.events())
        .containsSubsequence(
            new ToolCallStarted(AT, 0, new Token("call_3"), new Token("get_weather")),
            new ToolCallReady(AT, 0),
            new TerminalProven(AT, Finish.TOOL_CALLS));
  }

  @Test
  void aStreamWithoutAMediaType_isReadAllTheSame() {
    TappedResponse run =
        TappedResponse.responseOf(Dialect.OPENAI_CHAT)
            .feed("HTTP/1.1 200 OK\r\n\r\n" + TEXT + FINISH);

    assertThat(run.events(TerminalProven.class)).hasSize(1);
  }
}
