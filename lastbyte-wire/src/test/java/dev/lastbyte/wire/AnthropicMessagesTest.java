// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static dev.lastbyte.wire.Samples.events;
import static dev.lastbyte.wire.TappedResponse.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.privacy.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnthropicMessagesTest {

  private static final String START =
      events("message_start", "{'type':'message_start','message':{'id':'msg_1'}}");
  private static final String BLOCK =
      events(
          "content_block_start",
          "{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}");
  private static final String BLOCK_END =
      events("content_block_stop", "{'type':'content_block_stop','index':0}");
  private static final String STOP = events("message_stop", "{'type':'message_stop'}");

  private static String stopReason(String reason) {
    return events(
        "message_delta", "{'type':'message_delta','delta':{'stop_reason':'" + reason + "'}}");
  }

  private static TappedResponse stream(String body) {
    return TappedResponse.stream(Dialect.ANTHROPIC_MESSAGES, body);
  }

  @Test
  void aWholeTextResponse_isProven() {
    TappedResponse run = stream(Samples.ANTHROPIC_TEXT);

    assertThat(run.events())
        .contains(new Correlated(AT, Correlation.RESPONSE_ID, new Token("msg_01")))
        .containsSubsequence(new FinishSeen(AT, Finish.STOP), new TerminalProven(AT, Finish.STOP));
    assertThat(run.events(Malformed.class)).isEmpty();
    assertThat(run.count(Content.TEXT)).isEqualTo(2);
    assertThat(run.count(Content.HEARTBEAT)).isEqualTo(1);
  }

  @Test
  void aToolCall_isReady_whenItsBlockIsClosed() {
    TappedResponse run = stream(Samples.ANTHROPIC_TOOL);

    assertThat(run.events())
        .containsSubsequence(
            new ToolCallStarted(AT, 0, new Token("toolu_01"), new Token("get_weather")),
            new ToolCallReady(AT, 0),
            new FinishSeen(AT, Finish.TOOL_CALLS),
            new TerminalProven(AT, Finish.TOOL_CALLS));
    assertThat(run.count(Content.REASONING)).isEqualTo(2);
    assertThat(run.count(Content.TOOL_INPUT)).isEqualTo(1);
  }

  @Test
  void aCutBeforeTheBlockIsClosed_leavesTheCallUnready() {
    int cut = Samples.ANTHROPIC_TOOL.lastIndexOf("event: content_block_stop");

    TappedResponse run = stream(Samples.ANTHROPIC_TOOL.substring(0, cut)).closed();

    assertThat(run.events(ToolCallStarted.class)).hasSize(1);
    assertThat(run.events(ToolCallReady.class)).isEmpty();
  }

  @Test
  void aStopReason_withoutMessageStop_isSeenButNotProven() {
    TappedResponse run = stream(START + BLOCK + BLOCK_END + stopReason("end_turn")).closed();

    assertThat(run.events(FinishSeen.class)).hasSize(1);
    assertThat(run.events(TerminalProven.class)).isEmpty();
  }

  @Test
  void messageStop_withoutAStopReason_provesNothing() {
    assertThat(stream(START + STOP).events(TerminalProven.class)).isEmpty();
  }

  @Test
  void anEventWithoutItsBlankLine_doesNotCount() {
    String whole = START + stopReason("end_turn") + STOP;

    TappedResponse run = stream(whole.substring(0, whole.length() - 1)).closed();

    assertThat(run.events(TerminalProven.class)).isEmpty();
  }

  @Test
  void aBlockLeftOpen_breaksTheGrammar_andProvesNothing() {
    TappedResponse run = stream(START + BLOCK + stopReason("end_turn") + STOP);

    assertThat(run.events()).contains(new Malformed(AT, Malformation.GRAMMAR));
    assertThat(run.events(TerminalProven.class)).isEmpty();
  }

  @Test
  void anEventAfterTheEnd_breaksTheGrammar() {
    TappedResponse run = stream(START + stopReason("end_turn") + STOP + BLOCK);

    assertThat(run.events())
        .containsSubsequence(
            new TerminalProven(AT, Finish.STOP), new Malformed(AT, Malformation.GRAMMAR));
  }

  @Test
  void aSecondStart_breaksTheGrammar() {
    assertThat(stream(START + START).events()).contains(new Malformed(AT, Malformation.GRAMMAR));
    assertThat(stream(START + BLOCK + BLOCK).events())
        .contains(new Malformed(AT, Malformation.GRAMMAR));
  }

  @Test
  void anOverloadInTheStream_isTheProvidersFailure() {
    TappedResponse run =
        stream(
            START
                + events(
                    "error",
                    "{'type':'error','error':{'type':'overloaded_error','message':'CANARY'}}"));

    assertThat(run.events())
        .contains(
            new ProviderFailed(
                AT, ProviderFailure.OVERLOADED, new Token("overloaded_error"), true));
  }

  @ParameterizedTest
  @CsvSource({
    "end_turn, STOP",
    "stop_sequence, STOP",
    "max_tokens, LENGTH",
    "model_context_window_exceeded, CONTEXT_WINDOW",
    "pause_turn, PAUSED",
    "refusal, REFUSAL",
    "something_new, OTHER"
  })
  void everyStopReason_isAnEnd(String reason, Finish finish) {
    assertThat(stream(START + stopReason(reason) + STOP).events())
        .contains(new TerminalProven(AT, finish));
  }

  @Test
  void aServerTool_isSeenWhenItStarts() {
    TappedResponse run =
        stream(
            START
                + events(
                    "content_block_start",
                    "{'type':'content_block_start','index':0,'content_block':"
                        + "{'type':'server_tool_use','id':'srvtoolu_1','name':'code_execution'}}"));

    assertThat(run.count(Content.SERVER_TOOL)).isEqualTo(1);
    assertThat(run.events(ToolCallStarted.class)).isEmpty();
  }

  @Test
  void anUnknownEvent_isLifecycle() {
    TappedResponse run = stream(START + events("message_flavour", "{'type':'message_flavour'}"));

    assertThat(run.count(Content.LIFECYCLE)).isEqualTo(2);
    assertThat(run.events(Malformed.class)).isEmpty();
  }

  @Test
  void aWholeDocument_givesTheSameEventsAsAStream() {
    TappedResponse run =
        TappedResponse.document(Dialect.ANTHROPIC_MESSAGES, 200, Samples.ANTHROPIC_DOCUMENT);

    assertThat(run.events())
        .containsSubsequence(
            new ToolCallStarted(AT, 0, new Token("toolu_03"), new Token("get_weather")),
            new ToolCallReady(AT, 0),
            new TerminalProven(AT, Finish.TOOL_CALLS));
    assertThat(run.count(Content.TEXT)).isEqualTo(1);
  }

  @Test
  void aCutDocument_hasNoReadyToolCall() {
    String whole = Samples.ANTHROPIC_DOCUMENT;
    TappedResponse run =
        TappedResponse.document(
            Dialect.ANTHROPIC_MESSAGES, 200, whole.substring(0, whole.lastIndexOf('}')));

    assertThat(run.events(ToolCallStarted.class)).isEmpty();
    assertThat(run.events(TerminalProven.class)).isEmpty();
  }

  @Test
  void aPromptThatIsTooLong_isKnownByItsMessage_whichIsNotKept() {
    TappedResponse run =
        TappedResponse.document(
            Dialect.ANTHROPIC_MESSAGES,
            400,
            Samples.json(
                "{'type':'error','error':{'type':'invalid_request_error',"
                    + "'message':'prompt is too long: 210000 tokens > 200000 maximum'}}"));

    assertThat(run.events())
        .contains(
            new ProviderFailed(
                AT, ProviderFailure.CONTEXT_OVERFLOW, new Token("invalid_request_error"), false));
  }
}
