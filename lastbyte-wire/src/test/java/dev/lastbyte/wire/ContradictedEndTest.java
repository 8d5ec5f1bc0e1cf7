// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.Evidence;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.core.recovery.RetrySafety;
import dev.lastbyte.core.recovery.RetryVerdict;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends that name a failure, that nobody knows, or that the response itself contradicts. */
class ContradictedEndTest {

  private static final String FIRST = choice("'role':'assistant'", null);
  private static final String TEXT = choice("'content':'t'", null);
  private static final String STOP = choice("", "stop");

  private static String choice(String delta, String finish) {
    return "{'id':'c1','choices':[{'index':0,'delta':{%s},'finish_reason':%s}]}"
        .formatted(delta, finish == null ? "null" : "'" + finish + "'");
  }

  private static String call(String fragment) {
    return choice("'tool_calls':[{'index':0," + fragment + "}]", null);
  }

  private static TappedResponse chat(String... chunks) {
    return stream(Dialect.OPENAI_CHAT, chunks);
  }

  private static TappedResponse stream(Dialect dialect, String... documents) {
    String events =
        Stream.of(documents)
            .map(document -> "data: " + document.replace('\'', '"') + "\n\n")
            .collect(Collectors.joining());
    return TappedResponse.responseTo(dialect).feed(Samples.streamHead() + events).closed();
  }

  private static Diagnosis diagnosisOf(TappedResponse run) {
    return Diagnoser.diagnose(AttemptFacts.of(run.log(), 1));
  }

  private static RetrySafety safetyOf(TappedResponse run) {
    AttemptFacts facts = AttemptFacts.of(run.log(), 1);
    return RetryVerdict.of(facts, Diagnoser.diagnose(facts), RetryPolicy.standard()).safety();
  }

  /** A relay puts a finish reason after every chunk, the tool call grows on behind it. */
  @Test
  void aFinishBeforeTheArgumentsOfACall_isNoProofOfAnEnd() {
    TappedResponse run =
        chat(
            FIRST,
            STOP,
            call("'id':'call_1','type':'function','function':{'name':'bash','arguments':''}"),
            STOP,
            call("'function':{'arguments':'{\\\\'command\\\\':\\\\'ls\\\\'}'}"),
            STOP,
            choice("", "tool_calls"));

    assertThat(diagnosisOf(run))
        .returns(Cause.PROTO_GRAMMAR, Diagnosis::cause)
        .returns(Certainty.LIKELY, Diagnosis::confidence);
    assertThat(safetyOf(run)).isEqualTo(RetrySafety.USER_CONFIRMED_RETRY);
  }

  /** What the service behind a relay said of the end outweighs the relay's ordinary word. */
  @Test
  void stopOfARelay_whoseServiceSaysThatItFailed_isThatFailure() {
    assertThat(diagnosisOf(chat(FIRST, TEXT, stopBehind("network_error"))).cause())
        .isEqualTo(Cause.PROVIDER_BAD_GATEWAY);
    assertThat(diagnosisOf(chat(FIRST, TEXT, stopBehind("error"))).cause())
        .isEqualTo(Cause.PROVIDER_IN_STREAM_ERROR);
    assertThat(diagnosisOf(chat(FIRST, TEXT, stopBehind("MALFORMED_FUNCTION_CALL"))).cause())
        .isEqualTo(Cause.TOOL_INVALID_ARGUMENTS);
    assertThat(diagnosisOf(chat(FIRST, TEXT, stopBehind("MAX_TOKENS"))).cause())
        .isEqualTo(Cause.PROVIDER_OUTPUT_LIMIT);
  }

  @Test
  void wordBehindARelay_thatIsOrdinaryOrNotKnown_changesNothing() {
    for (String word : new String[] {"STOP", "end_turn", "completed", "perplexed", ""}) {
      assertThat(diagnosisOf(chat(FIRST, TEXT, stopBehind(word))))
          .as(word)
          .returns(Cause.NONE, Diagnosis::cause)
          .returns(Certainty.PROVEN, Diagnosis::confidence);
    }
  }

  private static String stopBehind(String word) {
    return STOP.replace("}]}", ",'native_finish_reason':'" + word + "'}]}");
  }

  /**
   * A relay tells a failure of its upstream in an event of that name, and ends as if all were well.
   */
  @Test
  void emptyStop_afterAnEventNamedError_isAFailure() {
    for (String data : new String[] {"upstream timed out", "{}", "{'status':504}"}) {
      TappedResponse run =
          TappedResponse.responseTo(Dialect.OPENAI_CHAT)
              .feed(Samples.streamHead())
              .feed("event: error\ndata: " + data.replace('\'', '"') + "\n\n")
              .feed("data: " + STOP.replace('\'', '"') + "\n\ndata: [DONE]\n\n")
              .closed();

      assertThat(diagnosisOf(run))
          .as(data)
          .returns(Cause.PROVIDER_IN_STREAM_ERROR, Diagnosis::cause)
          .returns(Certainty.LIKELY, Diagnosis::confidence);
      assertThat(safetyOf(run)).isEqualTo(RetrySafety.USER_CONFIRMED_RETRY);
    }
  }

  /** Data that cannot be read may have been anything: that speaks against the end, no more. */
  @Test
  void stop_afterDataThatCannotBeRead_hasCounterEvidence() {
    Diagnosis diagnosis = diagnosisOf(chat(FIRST, "[ERROR] upstream timed out", TEXT, STOP));

    assertThat(diagnosis)
        .returns(Cause.NONE, Diagnosis::cause)
        .returns(Certainty.LIKELY, Diagnosis::confidence);
    assertThat(diagnosis.counterEvidence())
        .extracting(Evidence::claim)
        .contains(Claim.PROTOCOL_BROKEN);
  }

  @Test
  void twoReasons_contradictEachOther() {
    assertThat(diagnosisOf(chat(FIRST, TEXT, STOP, choice("", "content_filter"))).cause())
        .isEqualTo(Cause.PROTO_GRAMMAR);
  }

  @Test
  void theSameReasonTwice_isNoContradiction() {
    assertThat(diagnosisOf(chat(FIRST, TEXT, STOP, STOP)))
        .returns(Cause.NONE, Diagnosis::cause)
        .returns(Certainty.PROVEN, Diagnosis::confidence);
  }

  @Test
  void textBehindTheEnd_isEvidenceAgainstIt() {
    Diagnosis diagnosis = diagnosisOf(chat(FIRST, STOP, TEXT, STOP));

    assertThat(diagnosis)
        .returns(Cause.NONE, Diagnosis::cause)
        .returns(Certainty.LIKELY, Diagnosis::confidence);
    assertThat(diagnosis.counterEvidence())
        .extracting(evidence -> evidence.claim())
        .containsExactly(Claim.PROTOCOL_BROKEN);
  }

  @Test
  void aFinishThatSpeaksOfACall_withoutOne_isContradicted() {
    assertThat(diagnosisOf(chat(FIRST, TEXT, choice("", "tool_calls"))).cause())
        .isEqualTo(Cause.PROTO_GRAMMAR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"brand_new", "weird-reason", "OTHER"})
  void anUnknownReason_isNamed_andProvesNothing(String reason) {
    TappedResponse run = chat(FIRST, TEXT, choice("", reason));

    assertThat(diagnosisOf(run).cause()).isEqualTo(Cause.UNKNOWN);
    assertThat(run.events(FinishSeen.class).getFirst().reason()).hasToString(reason);
    assertThat(safetyOf(run)).isEqualTo(RetrySafety.USER_CONFIRMED_RETRY);
  }

  @ParameterizedTest
  @CsvSource({
    "insufficient_system_resource, OVERLOADED",
    "network_error, BAD_GATEWAY",
    "malformed_model_output, SERVER_ERROR",
    "rate_limit_exceeded, RATE_LIMITED",
    "upstream_timeout, GATEWAY_TIMEOUT",
    "error, OTHER"
  })
  void aReasonThatNamesAFailure_isOne(String reason, ProviderFailure failure) {
    assertThat(chat(FIRST, TEXT, choice("", reason)).events(ProviderFailed.class))
        .extracting(ProviderFailed::failure)
        .containsExactly(failure);
  }

  @ParameterizedTest
  @CsvSource({
    "length, PROVIDER_OUTPUT_LIMIT",
    "max_tokens, PROVIDER_OUTPUT_LIMIT",
    "MAX_TOKENS, PROVIDER_OUTPUT_LIMIT",
    "model_context_window_exceeded, PROVIDER_INCOMPLETE",
    "sensitive, POLICY_CONTENT_FILTER",
    "SAFETY, POLICY_CONTENT_FILTER",
    "refusal, POLICY_REFUSAL",
    "malformed_tool_use, TOOL_INVALID_ARGUMENTS",
    "abort, PROVIDER_CANCELLED",
    "end_turn, NONE"
  })
  void aReasonOfAnotherDialect_isUnderstood(String reason, Cause cause) {
    assertThat(diagnosisOf(chat(FIRST, TEXT, choice("", reason))).cause()).isEqualTo(cause);
  }

  @Test
  void reasoningWithoutAnythingForTheReader_isEmpty_orCut_asItsFinishSays() {
    String thought = choice("'reasoning_content':'t'", null);

    assertThat(diagnosisOf(chat(FIRST, thought, STOP)).cause())
        .isEqualTo(Cause.STREAM_EMPTY_COMPLETION);
    assertThat(diagnosisOf(chat(FIRST, thought, choice("", "length"))).cause())
        .isEqualTo(Cause.PROVIDER_OUTPUT_LIMIT);
  }

  /** A relay tells inside the stream that its own upstream was cut, with a default for a type. */
  @Test
  void aCodeInTheStream_goesBeforeTheTypeThatRelaysPutOnEveryError() {
    TappedResponse run =
        stream(
            Dialect.OPENAI_RESPONSES,
            "{'type':'response.created','response':{'id':'resp_1','status':'in_progress'}}",
            "{'type':'response.output_item.added','output_index':0,'item':{'id':'fc_1',"
                + "'type':'function_call','call_id':'call_1','name':'write'}}",
            "{'type':'response.function_call_arguments.delta','output_index':0,'delta':'abc'}",
            "{'type':'error','error':{'code':'request_timeout','message':'m',"
                + "'type':'invalid_request_error'},'sequence_number':3}");

    assertThat(diagnosisOf(run).cause()).isEqualTo(Cause.PROVIDER_GATEWAY_TIMEOUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'code':'relay_hiccup','type':'invalid_request_error'", "'message':'m'"})
  void anErrorThatIsNotKnown_isLikely_andAPersonDecides(String error) {
    TappedResponse run =
        stream(Dialect.OPENAI_RESPONSES, "{'type':'error','error':{" + error + "}}");

    assertThat(diagnosisOf(run))
        .returns(Cause.PROVIDER_IN_STREAM_ERROR, Diagnosis::cause)
        .returns(Certainty.LIKELY, Diagnosis::confidence);
    assertThat(safetyOf(run)).isEqualTo(RetrySafety.USER_CONFIRMED_RETRY);
  }

  @Test
  void aCompletedResponse_thatCarriesItsTextAtOnce_isWhole() {
    TappedResponse run =
        stream(
            Dialect.OPENAI_RESPONSES,
            "{'type':'response.completed','response':{'id':'resp_1','status':'completed',"
                + "'output':[{'type':'message','content':[{'type':'output_text','text':'t'}]}]}}");

    assertThat(diagnosisOf(run))
        .returns(Cause.NONE, Diagnosis::cause)
        .returns(Certainty.PROVEN, Diagnosis::confidence);
  }

  @Test
  void aCompletedEvent_whoseResponseFailed_isAFailure() {
    TappedResponse run =
        stream(
            Dialect.OPENAI_RESPONSES,
            "{'type':'response.completed','response':{'status':'failed',"
                + "'error':{'code':'insufficient_quota','message':'m'}}}");

    assertThat(diagnosisOf(run).cause()).isEqualTo(Cause.PROVIDER_QUOTA);
  }
}
