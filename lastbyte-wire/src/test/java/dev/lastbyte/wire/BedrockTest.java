// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static dev.lastbyte.wire.AwsFrames.chunk;
import static dev.lastbyte.wire.AwsFrames.event;
import static dev.lastbyte.wire.BedrockSamples.START;
import static dev.lastbyte.wire.BedrockSamples.TEXT;
import static dev.lastbyte.wire.BedrockSamples.TEXT_END;
import static dev.lastbyte.wire.BedrockSamples.TOOL_INPUT;
import static dev.lastbyte.wire.BedrockSamples.TOOL_START;
import static dev.lastbyte.wire.BedrockSamples.stop;
import static dev.lastbyte.wire.TappedResponse.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.Opacity;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.privacy.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BedrockTest {

  private static TappedResponse stream(byte[]... frames) {
    return TappedResponse.responseTo(Dialect.BEDROCK)
        .feed(BedrockSamples.response(AwsFrames.joined(frames)));
  }

  @Test
  void aWholeTextResponse_isProvenByMessageStop() {
    TappedResponse run = stream(BedrockSamples.CONVERSE_TEXT);

    assertThat(run.events())
        .containsSubsequence(
            new Correlated(AT, Correlation.REQUEST_ID, new Token("1-2-3")),
            new FinishSeen(AT, Finish.STOP),
            new TerminalProven(AT, Finish.STOP));
    assertThat(run.events(Malformed.class)).isEmpty();
    assertThat(run.count(Content.TEXT)).isEqualTo(2);
    assertThat(run.count(Content.LIFECYCLE)).isEqualTo(4);
  }

  @Test
  void aToolCall_isReady_whenItsBlockIsClosed() {
    TappedResponse open = stream(START, TOOL_START, TOOL_INPUT);
    TappedResponse run = stream(BedrockSamples.CONVERSE_TOOL);

    assertThat(open.events(ToolCallReady.class)).isEmpty();
    assertThat(open.count(Content.TOOL_INPUT)).isEqualTo(1);
    assertThat(run.events())
        .containsSubsequence(
            new ToolCallStarted(AT, 0, new Token("tooluse_1"), new Token("get_weather")),
            new ToolCallReady(AT, 0),
            new TerminalProven(AT, Finish.TOOL_CALLS));
    assertThat(run.count(Content.REASONING)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "end_turn, STOP",
    "stop_sequence, STOP",
    "max_tokens, LENGTH",
    "model_context_window_exceeded, CONTEXT_WINDOW",
    "guardrail_intervened, CONTENT_FILTER",
    "content_filtered, CONTENT_FILTER",
    "malformed_tool_use, INVALID_CALL",
    "new_one, OTHER"
  })
  void everyStopReason_isAnEnd(String reason, Finish finish) {
    assertThat(stream(START, TEXT, TEXT_END, stop(reason)).events())
        .contains(new TerminalProven(AT, finish));
  }

  @Test
  void theEndOfTheBody_provesNothing() {
    TappedResponse run = stream(START, TEXT, TEXT_END).closed();

    assertThat(run.events(TerminalProven.class)).isEmpty();
    assertThat(run.events(Malformed.class)).isEmpty();
    assertThat(run.cause()).isEqualTo(Cause.STREAM_SILENT_TRUNCATION);
  }

  @ParameterizedTest
  @CsvSource({
    "internalServerException, SERVER_ERROR",
    "modelStreamErrorException, SERVER_ERROR",
    "throttlingException, RATE_LIMITED",
    "serviceUnavailableException, OVERLOADED",
    "modelTimeoutException, GATEWAY_TIMEOUT"
  })
  void anException_isTheProvidersFailure(String type, ProviderFailure failure) {
    assertThat(stream(START, TEXT, AwsFrames.exception(type, "CANARY")).events())
        .contains(new ProviderFailed(AT, failure, new Token(type), true));
  }

  @Test
  void aRequestThatWasBeingAnswered_wasNotInvalid() {
    byte[] invalid = AwsFrames.exception("validationException", "CANARY");

    assertThat(stream(START, invalid).events(ProviderFailed.class))
        .extracting(ProviderFailed::failure)
        .containsExactly(ProviderFailure.INVALID_REQUEST);
    assertThat(stream(START, TEXT, invalid).events(ProviderFailed.class))
        .extracting(ProviderFailed::failure)
        .containsExactly(ProviderFailure.OTHER);
  }

  @Test
  void anExceptionsMessage_saysMoreThanItsType() {
    byte[] overflow =
        AwsFrames.exception("validationException", "Input is too long for requested model.");

    assertThat(stream(START, overflow).events(ProviderFailed.class))
        .extracting(ProviderFailed::failure)
        .containsExactly(ProviderFailure.CONTEXT_OVERFLOW);
  }

  @Test
  void anError_thatTheApiDoesNotDescribe_isTheProvidersFailureToo() {
    assertThat(stream(START, AwsFrames.error("InternalFailure", "CANARY")).events())
        .contains(
            new ProviderFailed(
                AT, ProviderFailure.SERVER_ERROR, new Token("InternalFailure"), true));
    assertThat(stream(AwsFrames.error("Odd", "Too many tokens per day")).events())
        .contains(new ProviderFailed(AT, ProviderFailure.QUOTA, new Token("Odd"), true));
  }

  @Test
  void aBadChecksum_endsWhatCanBeRead() {
    byte[] bad = stop("end_turn");
    bad[bad.length - 20] ^= 1;
    TappedResponse run = stream(START, TEXT, bad, stop("end_turn")).closed();

    assertThat(run.events(Malformed.class))
        .containsExactly(new Malformed(AT, Malformation.EVENT_FRAMING));
    assertThat(run.events(TerminalProven.class)).isEmpty();
    assertThat(run.cause()).isEqualTo(Cause.PROTO_MALFORMED);
  }

  @Test
  void aCutFrame_isIgnored() {
    byte[] all = BedrockSamples.response(AwsFrames.joined(START, TEXT, TEXT_END, stop("end_turn")));
    for (int length = all.length - stop("end_turn").length; length < all.length; length++) {
      TappedResponse run = TappedResponse.responseOf(Dialect.BEDROCK).feedIn(all, length).closed();
      TappedResponse cut =
          TappedResponse.responseOf(Dialect.BEDROCK).feedFirst(all, length).closed();

      assertThat(run.events(TerminalProven.class)).hasSize(1);
      assertThat(cut.events(TerminalProven.class)).isEmpty();
      assertThat(cut.events(Malformed.class)).isEmpty();
    }
  }

  @Test
  void whatIsOutOfOrder_isMalformed_andMessageStopStillProves() {
    TappedResponse leftOpen = stream(START, TOOL_START, TOOL_INPUT, stop("tool_use"));
    TappedResponse afterTheEnd = stream(START, stop("end_turn"), TEXT);
    TappedResponse twice = stream(START, START);

    assertThat(leftOpen.events(TerminalProven.class)).hasSize(1);
    assertThat(leftOpen.events(ToolCallReady.class)).isEmpty();
    for (TappedResponse run : new TappedResponse[] {leftOpen, afterTheEnd, twice}) {
      assertThat(run.events(Malformed.class))
          .containsExactly(new Malformed(AT, Malformation.GRAMMAR));
    }
  }

  @Test
  void aToolThatBedrockExecutes_isNoCallForTheClient() {
    TappedResponse run =
        stream(
            START,
            event(
                "contentBlockStart",
                "{'contentBlockIndex':1,'start':{'toolUse':{'toolUseId':'a','name':'b',"
                    + "'type':'server_tool_use'}}}"),
            TOOL_INPUT,
            event("contentBlockStop", "{'contentBlockIndex':1}"),
            event(
                "contentBlockStart",
                "{'contentBlockIndex':2,'start':{'toolResult':{'toolUseId':'a'}}}"));

    assertThat(run.events(ToolCallStarted.class)).isEmpty();
    assertThat(run.count(Content.SERVER_TOOL)).isEqualTo(4);
  }

  @Test
  void whatIsNoJson_isMalformed_andAnEventWithoutPayloadIsNot() {
    assertThat(stream(event("messageStart", "{oops")).events(Malformed.class))
        .containsExactly(new Malformed(AT, Malformation.EVENT_DATA));
    assertThat(stream(event("initial-response", "")).events(Malformed.class)).isEmpty();
  }

  @Test
  void anInvokedModelOfAnthropic_isFollowed() {
    TappedResponse run = stream(BedrockSamples.INVOKED_ANTHROPIC);

    assertThat(run.events())
        .containsSubsequence(
            new Correlated(AT, Correlation.RESPONSE_ID, new Token("msg_bdrk_1")),
            new TerminalProven(AT, Finish.STOP));
    assertThat(run.events(Malformed.class)).isEmpty();
    assertThat(run.count(Content.TEXT)).isEqualTo(1);
  }

  @Test
  void anInvokedModelOfAnotherVendor_isOpaque_exceptForErrors() {
    TappedResponse run =
        stream(
            chunk("{'generation':'CANARY','stop_reason':null}"),
            chunk("{'generation':'CANARY','stop_reason':'stop'}"),
            AwsFrames.exception("modelTimeoutException", "CANARY"));

    assertThat(run.events(ContentOpaque.class))
        .containsExactly(new ContentOpaque(AT, Opacity.UNKNOWN_DIALECT));
    assertThat(run.events(TerminalProven.class)).isEmpty();
    assertThat(run.events(ProviderFailed.class)).hasSize(1);
  }

  @Test
  void wholeDocuments_giveTheSameEventsAsStreams() {
    assertThat(document(BedrockSamples.CONVERSE_DOCUMENT).events())
        .containsSubsequence(
            new ToolCallStarted(AT, 0, new Token("tooluse_2"), new Token("get_weather")),
            new ToolCallReady(AT, 0),
            new TerminalProven(AT, Finish.TOOL_CALLS));
    assertThat(document(Samples.ANTHROPIC_DOCUMENT).events())
        .containsSubsequence(
            new ToolCallStarted(AT, 0, new Token("toolu_03"), new Token("get_weather")),
            new TerminalProven(AT, Finish.TOOL_CALLS));
    assertThat(document("{\"generation\":\"CANARY\",\"stop_reason\":\"stop\"}").events())
        .contains(new ContentOpaque(AT, Opacity.UNKNOWN_DIALECT));
  }

  private static TappedResponse document(String json) {
    return TappedResponse.document(Dialect.BEDROCK, 200, json);
  }
}
