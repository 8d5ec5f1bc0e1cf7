// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static dev.lastbyte.wire.Samples.data;
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

class OpenAiResponsesTest {

  private static TappedResponse stream(String body) {
    return TappedResponse.stream(Dialect.OPENAI_RESPONSES, body);
  }

  @Test
  void aWholeTextResponse_isProven() {
    TappedResponse run = stream(Samples.RESPONSES_TEXT);

    assertThat(run.events())
        .contains(new Correlated(AT, Correlation.RESPONSE_ID, new Token("resp_1")))
        .containsSubsequence(new FinishSeen(AT, Finish.STOP), new TerminalProven(AT, Finish.STOP));
    assertThat(run.events(Malformed.class)).isEmpty();
    assertThat(run.count(Content.TEXT)).isEqualTo(3);
    assertThat(run.count(Content.REASONING)).isEqualTo(1);
  }

  @Test
  void aToolCall_isReady_whenItsArgumentsAreDone() {
    TappedResponse run = stream(Samples.RESPONSES_TOOLS);

    assertThat(run.events())
        .containsSubsequence(
            new ToolCallStarted(AT, 0, new Token("call_1"), new Token("get_weather")),
            new ToolCallReady(AT, 0),
            new TerminalProven(AT, Finish.TOOL_CALLS));
    assertThat(run.events(ToolCallReady.class)).hasSize(1);
    assertThat(run.count(Content.TOOL_INPUT)).isEqualTo(1);
    assertThat(run.count(Content.SERVER_TOOL)).isEqualTo(1);
  }

  @Test
  void anItemThatIsDone_provesNothingOfTheResponse() {
    int cut = Samples.RESPONSES_TOOLS.indexOf("event: response.completed");

    TappedResponse run = stream(Samples.RESPONSES_TOOLS.substring(0, cut)).closed();

    assertThat(run.events(ToolCallReady.class)).hasSize(1);
    assertThat(run.events(TerminalProven.class)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"max_output_tokens, LENGTH", "content_filter, CONTENT_FILTER", "new_one, INCOMPLETE"})
  void incomplete_isAnEnd_shortOfWhatWasWanted(String reason, Finish finish) {
    TappedResponse run =
        stream(
            data(
                "{'type':'response.incomplete','response':{'incomplete_details':{'reason':'"
                    + reason
                    + "'}}}"));

    assertThat(run.events()).contains(new TerminalProven(AT, finish));
  }

  @Test
  void failed_isTheProvidersFailure() {
    TappedResponse run =
        stream(
            data(
                "{'type':'response.failed','response':{'id':'resp_1','status':'failed',"
                    + "'error':{'code':'server_error','message':'CANARY'}}}"));

    assertThat(run.events())
        .contains(
            new ProviderFailed(AT, ProviderFailure.SERVER_ERROR, new Token("server_error"), true));
  }

  @Test
  void anErrorEvent_isTheProvidersFailure() {
    TappedResponse run =
        stream(
            data(
                "{'type':'error','code':'rate_limit_exceeded','message':'CANARY','param':null,"
                    + "'sequence_number':3}"));

    assertThat(run.events())
        .contains(
            new ProviderFailed(
                AT, ProviderFailure.RATE_LIMITED, new Token("rate_limit_exceeded"), true));
  }

  @Test
  void anEventAfterTheEnd_breaksTheGrammar() {
    String end = data("{'type':'response.completed','response':{}}");
    String late = data("{'type':'response.output_text.delta','delta':'CANARY'}");

    assertThat(stream(end + late).events()).contains(new Malformed(AT, Malformation.GRAMMAR));
  }

  @Test
  void theEventsName_speaksForDataWithoutAType() {
    assertThat(stream("event: response.completed\ndata: {}\n\n").events(TerminalProven.class))
        .hasSize(1);
  }

  @Test
  void anUnknownEvent_isLifecycle() {
    TappedResponse run = stream(data("{'type':'response.mood_changed','delta':'CANARY'}"));

    assertThat(run.count(Content.LIFECYCLE)).isEqualTo(1);
    assertThat(run.events(Malformed.class)).isEmpty();
  }

  @Test
  void aWholeDocument_givesTheSameEventsAsAStream() {
    TappedResponse run =
        TappedResponse.document(Dialect.OPENAI_RESPONSES, 200, Samples.RESPONSES_DOCUMENT);

    assertThat(run.events())
        .containsSubsequence(
            new ToolCallStarted(AT, 0, new Token("call_3"), new Token("get_weather")),
            new ToolCallReady(AT, 0),
            new TerminalProven(AT, Finish.TOOL_CALLS));
    assertThat(run.count(Content.TEXT)).isEqualTo(1);
  }

  @Test
  void aBackgroundResponseThatIsQueued_isNoEnd() {
    TappedResponse run =
        TappedResponse.document(
            Dialect.OPENAI_RESPONSES, 200, Samples.json("{'id':'resp_9','status':'queued'}"));

    assertThat(run.events(FinishSeen.class)).isEmpty();
    assertThat(run.events())
        .contains(new Correlated(AT, Correlation.RESPONSE_ID, new Token("resp_9")));
  }
}
