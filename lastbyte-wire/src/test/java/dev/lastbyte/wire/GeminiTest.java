// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static dev.lastbyte.wire.GeminiSamples.response;
import static dev.lastbyte.wire.TappedResponse.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.AdvicePlace;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.RetryAdvised;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiTest {

  private static final String TEXT = response("{'text':'CANARY'}", "");

  private static TappedResponse stream(String... responses) {
    return TappedResponse.responseTo(Dialect.GEMINI)
        .feed(Samples.streamHead() + GeminiSamples.events(List.of(responses)));
  }

  private static TappedResponse array(String... responses) {
    return TappedResponse.responseTo(Dialect.GEMINI)
        .feed(Samples.document(200, GeminiSamples.array(List.of(responses))));
  }

  private static String finish(String reason) {
    return response("{'text':''}", ",'finishReason':'" + reason + "'");
  }

  @Test
  void aWholeTextResponse_isProvenByItsFinishReason_alsoAsAnArray() {
    String[] text = GeminiSamples.TEXT.toArray(String[]::new);
    for (TappedResponse run : List.of(stream(text).closed(), array(text))) {
      assertThat(run.events())
          .containsSubsequence(
              new Correlated(AT, Correlation.RESPONSE_ID, new Token("resp_g1")),
              new FinishSeen(AT, Finish.STOP),
              new TerminalProven(AT, Finish.STOP));
      assertThat(run.events(Malformed.class)).isEmpty();
      assertThat(run.count(Content.REASONING)).isEqualTo(1);
      assertThat(run.count(Content.TEXT)).isEqualTo(2);
      assertThat(run.cause()).isEqualTo(Cause.NONE);
    }
  }

  @Test
  void aWholeDocument_givesTheSameEventsAsAStream() {
    TappedResponse run =
        TappedResponse.document(Dialect.GEMINI, 200, Samples.json(GeminiSamples.TEXT.getLast()));

    assertThat(run.events()).contains(new TerminalProven(AT, Finish.STOP));
    assertThat(run.count(Content.TEXT)).isEqualTo(1);
  }

  @Test
  void theEndOfTheBody_provesNothing() {
    for (TappedResponse run : List.of(stream(TEXT, TEXT).closed(), array(TEXT, TEXT))) {
      assertThat(run.events(TerminalProven.class)).isEmpty();
      assertThat(run.cause()).isEqualTo(Cause.STREAM_SILENT_TRUNCATION);
    }
  }

  @Test
  void aCutArrayElement_isIgnored() {
    String whole = Samples.document(200, GeminiSamples.array(GeminiSamples.TEXT));
    TappedResponse run =
        TappedResponse.responseTo(Dialect.GEMINI)
            .feed(whole.substring(0, whole.lastIndexOf("usageMetadata")))
            .closed();

    assertThat(run.events(TerminalProven.class)).isEmpty();
    assertThat(run.events(Malformed.class)).isEmpty();
    assertThat(run.count(Content.TEXT)).isEqualTo(1);
  }

  @Test
  void functionCalls_comeWhole() {
    TappedResponse run = stream(GeminiSamples.TOOLS.toArray(String[]::new));

    assertThat(run.events())
        .containsSubsequence(
            new ToolCallStarted(AT, 0, new Token("fc_1"), new Token("get_weather")),
            new ToolCallReady(AT, 0),
            new ToolCallStarted(AT, 1, null, new Token("no_arguments")),
            new ToolCallReady(AT, 1),
            new TerminalProven(AT, Finish.TOOL_CALLS));
    assertThat(run.count(Content.TOOL_INPUT)).isEqualTo(1);
    assertThat(run.count(Content.TEXT)).isZero();
  }

  @Test
  void aFunctionCallThatIsContinued_isReadyWithItsLastPart() {
    String begun =
        response("{'functionCall':{'name':'f','partialArgs':[],'willContinue':true}}", "");
    String more = response("{'functionCall':{'partialArgs':[],'willContinue':true}}", "");
    String last = response("{'functionCall':{}}", "");

    assertThat(stream(begun, more).events(ToolCallReady.class)).isEmpty();
    assertThat(stream(begun, more, last).events(ToolCallStarted.class)).hasSize(1);
    assertThat(stream(begun, more, last).events(ToolCallReady.class))
        .containsExactly(new ToolCallReady(AT, 0));
  }

  @Test
  void codeThatGoogleExecutes_isAServerTool() {
    TappedResponse run =
        stream(
            response("{'executableCode':{'code':'CANARY'}}", ""),
            response("{'codeExecutionResult':{'outcome':'OUTCOME_OK'}}", ""));

    assertThat(run.count(Content.SERVER_TOOL)).isEqualTo(2);
  }

  @Test
  void aPicture_isSeen() {
    assertThat(stream(response("{'inlineData':{'data':'CANARY'}}", "")).count(Content.TEXT))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "STOP, STOP, NONE",
    "MAX_TOKENS, LENGTH, PROVIDER_OUTPUT_LIMIT",
    "SAFETY, CONTENT_FILTER, POLICY_CONTENT_FILTER",
    "RECITATION, CONTENT_FILTER, POLICY_CONTENT_FILTER",
    "PROHIBITED_CONTENT, CONTENT_FILTER, POLICY_CONTENT_FILTER",
    "MALFORMED_FUNCTION_CALL, INVALID_CALL, TOOL_INVALID_ARGUMENTS",
    "UNEXPECTED_TOOL_CALL, INVALID_CALL, TOOL_INVALID_ARGUMENTS",
    "BRAND_NEW, OTHER, UNKNOWN"
  })
  void everyFinishReason_isAnEnd(String reason, Finish finish, Cause cause) {
    TappedResponse run = stream(TEXT, finish(reason)).closed();

    assertThat(run.events()).contains(new TerminalProven(AT, finish));
    assertThat(run.cause()).isEqualTo(cause);
  }

  @Test
  void aReasonThatIsNotSet_isNone() {
    assertThat(stream(finish("FINISH_REASON_UNSPECIFIED")).events(FinishSeen.class)).isEmpty();
    assertThat(
            stream("{'promptFeedback':{'blockReason':'BLOCK_REASON_UNSPECIFIED'}}")
                .events(FinishSeen.class))
        .isEmpty();
  }

  @Test
  void everyCandidate_mustFinish() {
    String both =
        "{'candidates':[{'content':{'parts':[{'text':'CANARY'}]},'finishReason':'STOP'},"
            + "{'content':{'parts':[{'text':'CANARY'}]},'index':1}]}";
    String other = "{'candidates':[{'finishReason':'MAX_TOKENS','index':1}]}";

    assertThat(stream(both).events(FinishSeen.class)).hasSize(1);
    assertThat(stream(both).events(TerminalProven.class)).isEmpty();
    assertThat(stream(both, other).events(TerminalProven.class)).hasSize(1);
  }

  @Test
  void aBlockedPrompt_isAnEnd_withoutAnyCandidate() {
    TappedResponse run = stream("{'promptFeedback':{'blockReason':'SAFETY'}}").closed();

    assertThat(run.events()).contains(new TerminalProven(AT, Finish.CONTENT_FILTER));
    assertThat(run.cause()).isEqualTo(Cause.POLICY_CONTENT_FILTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {GeminiSamples.ERROR, "[" + GeminiSamples.ERROR + "]"})
  void anErrorInTheStream_isTheProvidersFailure(String error) {
    TappedResponse run = stream(TEXT, error);

    assertThat(run.events())
        .containsSubsequence(
            new RetryAdvised(AT, AdvicePlace.BODY, 7_000_000_000L, Known.UNKNOWN),
            new ProviderFailed(AT, ProviderFailure.OVERLOADED, new Token("UNAVAILABLE"), true));
  }

  @Test
  void anErrorInTheArray_isTheProvidersFailure() {
    String daily =
        "{'error':{'code':429,'status':'RESOURCE_EXHAUSTED',"
            + "'details':[{'violations':[{'quotaId':'RequestsPerDayFree'}]}]}}";

    assertThat(array(TEXT, daily).events())
        .contains(
            new ProviderFailed(AT, ProviderFailure.QUOTA, new Token("RESOURCE_EXHAUSTED"), true));
  }

  @Test
  void anArrayThatBreaks_isReadNoFurther() {
    TappedResponse run = array(TEXT, "{oops", finish("STOP"));

    assertThat(run.events(Malformed.class))
        .containsExactly(new Malformed(AT, Malformation.EVENT_DATA));
    assertThat(run.events(TerminalProven.class)).isEmpty();
  }
}
