// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static dev.lastbyte.core.diagnosis.Certainty.LIKELY;
import static dev.lastbyte.core.diagnosis.Certainty.PROVEN;
import static dev.lastbyte.core.event.CloseEvent.CloseMark.FIN;
import static dev.lastbyte.core.event.CloseEvent.CloseMark.RST;
import static dev.lastbyte.core.event.CloseEvent.CloseMark.TLS_TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.CloseEvent.ResetCode;
import dev.lastbyte.core.event.CloseEvent.WebSocketClosed;
import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.LocalEvent.TimerKind;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Opacity;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.story.Story;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What ended a run, told as stories: the wire and the application speak, the diagnosis answers. */
class DiagnosisTest {

  private static Diagnosis of(Story story) {
    return Diagnoser.diagnose(RunFacts.of(story.log()));
  }

  private static void assertCode(Story story, String code, Headline headline) {
    Diagnosis diagnosis = of(story);
    assertThat(diagnosis.code()).isEqualTo(code);
    assertThat(diagnosis.headline()).isEqualTo(headline);
  }

  @Nested
  class BeforeAResponse {

    @Test
    void freshConnectionClosedAfterTheRequest() {
      assertCode(
          Story.began().connected().sent().providerClosed(FIN),
          "wait.empty_reply@await_headers/provider",
          Headline.EARLY_STREAM);
    }

    @Test
    void reusedConnectionClosedAfterTheRequest_wasStale() {
      assertCode(
          Story.began().reused().sent().providerClosed(RST),
          "conn.stale_reuse@await_headers/provider",
          Headline.EARLY_STREAM);
    }

    @Test
    void resetWhileTheRequestIsBeingSent() {
      assertCode(
          Story.began().connected().sending().providerClosed(RST),
          "send.reset@send/provider",
          Headline.EARLY_STREAM);
    }

    @Test
    void errorOnAWebSocket_isAResponse_thoughThereIsNoStatus() {
      assertCode(
          Story.began().reused().sent().providerFailed(ProviderFailure.STATE_LOST, true),
          "provider.state_lost@await_first_byte/provider",
          Headline.PROVIDER_ERROR);
    }

    @Test
    void endOfARefusal_isNoRivalOfIt() {
      Story refused =
          Story.began().connected().sent().status(404, Media.JSON).bodyEnded(BodyEnd.WHOLE);

      assertThat(of(refused).cause()).isEqualTo(Cause.PROVIDER_NOT_FOUND);
      assertThat(of(refused).rivals()).isEmpty();
    }

    @Test
    void headersAndNothingElse() {
      assertCode(
          Story.began().streaming().cut(FIN),
          "stream.premature_eof@await_first_byte/provider",
          Headline.EARLY_STREAM);
    }
  }

  @Nested
  class InTheStream {

    @Test
    void cutInReasoning_isEarly_sinceNothingWasVisible() {
      assertCode(
          Story.began().streaming().firstByte().flowed(Content.REASONING).cut(FIN),
          "stream.premature_eof@reasoning/provider",
          Headline.EARLY_STREAM);
    }

    @ParameterizedTest
    @CsvSource({
      "1000, stream.silent_truncation, MID_GENERATION",
      "1001, conn.goaway, MID_GENERATION",
      "1006, stream.premature_eof, MID_GENERATION",
      "1009, provider.too_large, PROVIDER_ERROR",
      "1011, provider.server_error, PROVIDER_ERROR",
      "1012, conn.goaway, MID_GENERATION",
      "1013, provider.overloaded, PROVIDER_ERROR",
      "4000, stream.premature_eof, MID_GENERATION"
    })
    void webSocketClosedInText_byItsCode(int code, String cause, Headline headline) {
      assertCode(
          Story.began()
              .reused()
              .sent()
              .flowed(Content.TEXT)
              .seen(Vantage.GATEWAY_UP, at -> new WebSocketClosed(at, code, true)),
          cause + "@text/provider",
          headline);
    }

    /** A connection that was dead says so at once, and not with a close frame. */
    @ParameterizedTest
    @CsvSource({
      "1001, conn.goaway, EARLY_STREAM",
      "1009, provider.too_large, PROVIDER_ERROR",
      "1011, provider.server_error, PROVIDER_ERROR",
      "1012, conn.goaway, EARLY_STREAM",
      "1013, provider.overloaded, PROVIDER_ERROR"
    })
    void webSocketClosedWithACode_beforeAResponse_wasNotDead(
        int code, String cause, Headline headline) {
      assertCode(
          Story.began()
              .reused()
              .sent()
              .seen(Vantage.GATEWAY_UP, at -> new WebSocketClosed(at, code, true)),
          cause + "@await_headers/provider",
          headline);
    }

    @Test
    void finInText() {
      assertCode(
          Story.began().streaming().firstByte().flowed(Content.TEXT).cut(FIN),
          "stream.premature_eof@text/provider",
          Headline.MID_GENERATION);
    }

    @Test
    void finInText_afterTheServerSaidThatItGoes() {
      assertCode(
          Story.began().streaming().firstByte().flowed(Content.TEXT).goAway(Known.YES).cut(FIN),
          "conn.goaway@text/provider",
          Headline.MID_GENERATION);
    }

    @Test
    void refusalOfAStreamThatHadBegunToAnswer_provesNothing() {
      assertCode(
          Story.began()
              .streaming()
              .firstByte()
              .flowed(Content.TEXT)
              .streamReset(ResetCode.REFUSED_STREAM),
          "stream.reset@text/provider",
          Headline.MID_GENERATION);
    }

    @Test
    void resetInText() {
      assertCode(
          Story.began().streaming().firstByte().flowed(Content.TEXT).cut(RST),
          "stream.reset@text/provider",
          Headline.MID_GENERATION);
    }

    @Test
    void tlsEndingWithoutCloseNotify_provesACut_evenWithoutFraming() {
      Story story =
          Story.began()
              .streaming()
              .flowed(Content.TEXT)
              .bodyEnded(BodyEnd.UNFRAMED)
              .providerClosed(TLS_TRUNCATED);

      assertThat(of(story).cause()).isEqualTo(Cause.STREAM_PREMATURE_EOF);
    }

    @Test
    void finAsTheOnlyEndMark_isATruncationThatNoClientSees() {
      Story story =
          Story.began()
              .streaming()
              .flowed(Content.TEXT)
              .bodyEnded(BodyEnd.UNFRAMED)
              .providerClosed(FIN);

      assertThat(of(story).cause()).isEqualTo(Cause.STREAM_SILENT_TRUNCATION);
    }

    @Test
    void cutAfterACompleteToolCall() {
      assertCode(
          Story.began().streaming().toolCallReady().cut(FIN),
          "stream.premature_eof@tool_ready/provider",
          Headline.MID_GENERATION);
    }

    @Test
    void cutAfterAToolHadStarted_isHeadlinedByTheTool() {
      assertCode(
          Story.began().streaming().toolCallReady().toolStarted(ToolEffect.PROCESS).cut(FIN),
          "stream.premature_eof@tool_running/provider",
          Headline.TOOL_SIDE_EFFECT);
    }

    @Test
    void cleanEndWithoutProof_isAFailure_thoughTheSentinelCame() {
      Diagnosis diagnosis =
          of(Story.began().streaming().flowed(Content.TEXT).sentinel().bodyEnded(BodyEnd.WHOLE));

      assertThat(diagnosis.code()).isEqualTo("stream.silent_truncation@text/provider");
      assertThat(diagnosis.evidence()).contains(Evidence.absent(Claim.NO_TERMINAL_PROOF));
      assertThat(diagnosis.counterEvidence())
          .extracting(Evidence::claim)
          .containsExactly(Claim.SENTINEL_SEEN);
    }

    @Test
    void proofAndThenACut_isNoFailure() {
      assertCode(
          Story.began().streaming().flowed(Content.TEXT).proven(Finish.STOP).cut(RST),
          "stream.late_close@finishing/provider",
          Headline.NONE);
    }

    @Test
    void wholeResponse() {
      assertCode(
          Story.began()
              .streaming()
              .flowed(Content.TEXT)
              .proven(Finish.STOP)
              .bodyEnded(BodyEnd.WHOLE),
          "none@complete/provider",
          Headline.NONE);
    }

    @Test
    void tokenLimit_isAnEndOfItsOwn() {
      assertCode(
          Story.began()
              .streaming()
              .flowed(Content.TEXT)
              .proven(Finish.LENGTH)
              .bodyEnded(BodyEnd.WHOLE),
          "provider.output_limit@complete/provider",
          Headline.PROVIDER_ERROR);
    }

    @Test
    void wholeAndEmpty() {
      Story story =
          Story.began()
              .streaming()
              .flowed(Content.LIFECYCLE)
              .proven(Finish.STOP)
              .bodyEnded(BodyEnd.WHOLE);

      assertThat(of(story).cause()).isEqualTo(Cause.STREAM_EMPTY_COMPLETION);
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_STREAM", "NDJSON", "AWS_EVENT_STREAM"})
    void anEmptyStream_isEmpty_whateverItsMedium(Media media) {
      Story story =
          Story.began()
              .connected()
              .sent()
              .status(200, media)
              .proven(Finish.STOP)
              .bodyEnded(BodyEnd.WHOLE);

      assertThat(of(story).cause()).isEqualTo(Cause.STREAM_EMPTY_COMPLETION);
    }

    @Test
    void framesThatBreak_endWhatIsRead_andNoProofMakesItWhole() {
      Story story =
          Story.began()
              .streaming()
              .flowed(Content.TEXT)
              .malformed(Malformation.EVENT_FRAMING)
              .bodyEnded(BodyEnd.WHOLE);
      Story whole =
          Story.began()
              .streaming()
              .flowed(Content.TEXT)
              .proven(Finish.STOP)
              .bodyEnded(BodyEnd.WHOLE);

      assertThat(of(story).cause()).isEqualTo(Cause.PROTO_MALFORMED);
      assertThat(of(whole.malformed(Malformation.EVENT_FRAMING)).cause()).isEqualTo(Cause.NONE);
    }

    @Test
    void contentThatCannotBeFollowed_isNeverCalledTruncated() {
      Diagnosis diagnosis =
          of(Story.began().streaming().opaque(Opacity.UNKNOWN_DIALECT).bodyEnded(BodyEnd.WHOLE));

      assertThat(diagnosis.cause()).isEqualTo(Cause.NONE);
      assertThat(diagnosis.confidence()).isEqualTo(Certainty.POSSIBLE);
      assertThat(diagnosis.missing()).contains(Missing.CONTENT);
    }

    @Test
    void contentThatCouldNotBeDecoded_isNotCalledWell() {
      Diagnosis diagnosis = of(Story.began().streaming().opaque().bodyEnded(BodyEnd.WHOLE));

      assertThat(diagnosis.headline()).isEqualTo(Headline.UNDETERMINED);
      assertThat(diagnosis.missing()).contains(Missing.CONTENT, Missing.OUTCOME);
    }
  }

  @Nested
  class ProviderSaysNo {

    @Test
    void rateLimit() {
      assertCode(
          Story.began()
              .connected()
              .sent()
              .status(429, Media.JSON)
              .providerFailed(ProviderFailure.RATE_LIMITED, false)
              .bodyEnded(BodyEnd.WHOLE),
          "provider.rate_limited@await_first_byte/provider",
          Headline.PROVIDER_ERROR);
    }

    @Test
    void statusAloneIsEnough_whenTheBodyIsCut() {
      assertCode(
          Story.began().connected().sent().status(503, Media.JSON).cut(FIN),
          "provider.overloaded@await_first_byte/provider",
          Headline.PROVIDER_ERROR);
    }

    @Test
    void errorPageOfAnIntermediary() {
      assertThat(
              of(Story.began().connected().sent().status(502, Media.HTML).bodyEnded(BodyEnd.WHOLE))
                  .origin())
          .isEqualTo(Origin.INTERMEDIARY);
    }

    @Test
    void errorInsideTheStream_isNotOverwrittenByTheCloseThatFollows() {
      assertCode(
          Story.began()
              .streaming()
              .flowed(Content.TEXT)
              .providerFailed(ProviderFailure.OVERLOADED, true)
              .cut(RST),
          "provider.overloaded@text/provider",
          Headline.PROVIDER_ERROR);
    }
  }

  @Nested
  class OurOwnSide {

    @Test
    void clientThatLeavesWithoutAWord_isNotCalledTheUser() {
      Diagnosis diagnosis = of(Story.began().streaming().flowed(Content.TEXT).clientClosed());

      assertThat(diagnosis.code()).isEqualTo("abort.downstream_gone@text/unknown");
      assertThat(diagnosis.headline()).isEqualTo(Headline.LOCAL_ABORT);
      assertThat(diagnosis.missing()).contains(Missing.ABORT_PROVENANCE);
    }

    @Test
    void abortWithProvenance() {
      assertCode(
          Story.began()
              .streaming()
              .flowed(Content.TEXT)
              .abortRequested(AbortSource.USER)
              .clientClosed(),
          "abort.user@text/user",
          Headline.LOCAL_ABORT);
    }

    @Test
    void abortToldAfterTheSocketHadClosed_stillExplainsIt() {
      assertCode(
          Story.began()
              .streaming()
              .flowed(Content.TEXT)
              .clientClosed()
              .abortRequested(AbortSource.USER),
          "abort.user@text/user",
          Headline.LOCAL_ABORT);
    }

    @Test
    void ofTimerAndAbortToldAfterTheClientHadLeft_theEarlierExplainsIt() {
      assertCode(
          left().timerFired(TimerKind.IDLE).abortRequested(AbortSource.USER),
          "watchdog.idle@text/watchdog",
          Headline.WATCHDOG);
      assertCode(
          left().abortRequested(AbortSource.USER).timerFired(TimerKind.IDLE),
          "abort.user@text/user",
          Headline.LOCAL_ABORT);
    }

    private static Story left() {
      return Story.began().streaming().flowed(Content.TEXT).clientClosed();
    }

    @Test
    void abortAfterTheProviderHadCut_isCleanup() {
      assertCode(
          Story.began()
              .streaming()
              .flowed(Content.TEXT)
              .cut(FIN)
              .abortRequested(AbortSource.USER)
              .clientClosed(),
          "stream.premature_eof@text/provider",
          Headline.MID_GENERATION);
    }

    @Test
    void ownTimer_isNeverAnExternalDisconnect() {
      assertCode(
          Story.began().streaming().flowed(Content.TEXT).timerFired(TimerKind.IDLE).clientClosed(),
          "watchdog.idle@text/watchdog",
          Headline.WATCHDOG);
    }

    @Test
    void connectTimerWhileTheDialHangs() {
      assertCode(
          Story.began().dialled().timerFired(TimerKind.CONNECT).clientClosed(),
          "watchdog.connect@connect/watchdog",
          Headline.WATCHDOG);
    }

    @Test
    void ownTimerAgainstAWireThatSaysTheProviderClosed_isOnlyLikely() {
      Diagnosis diagnosis =
          of(Story.began().streaming().flowed(Content.TEXT).timerFired(TimerKind.IDLE).cut(FIN));

      assertThat(diagnosis.cause()).isEqualTo(Cause.WATCHDOG_IDLE);
      assertThat(diagnosis.confidence()).isEqualTo(LIKELY);
      assertThat(diagnosis.counterEvidence())
          .extracting(Evidence::claim)
          .contains(Claim.PROVIDER_SIDE_CLOSED);
    }

    @Test
    void startWithoutAnEnd() {
      Diagnosis diagnosis = of(Story.began().processLost());

      assertThat(diagnosis.code()).isEqualTo("host.process_lost@prepare/host");
      assertThat(diagnosis.headline())
          .as("it may have gone further than was recorded")
          .isEqualTo(Headline.UNKNOWN);
    }
  }

  @Nested
  class OverSeveralAttempts {

    @Test
    void aToolThatRanInTwoOfThem_isWhatFailed_thoughTheLastResponseWasWhole() {
      assertThat(Diagnoser.diagnose(RunFacts.of(ranTwice().log())).cause())
          .isEqualTo(Cause.TOOL_DUPLICATE_EFFECT);
    }

    @Test
    void aLastOneThatFailed_isNotOverriddenByAToolThatRanTwice() {
      Story story = ranTwice().again().dialFailed(DialFailure.REFUSED);

      assertThat(Diagnoser.diagnose(RunFacts.of(story.log())).cause())
          .isEqualTo(Cause.NET_CONNECT_REFUSED);
    }

    private static Story ranTwice() {
      return Story.began()
          .askedForATool()
          .toolStarted(ToolEffect.REMOTE_WRITE)
          .toolDone()
          .again()
          .askedForATool()
          .toolStarted(ToolEffect.REMOTE_WRITE)
          .toolDone();
    }
  }

  @Nested
  class OnlyAnErrorText {

    @Test
    void undiciOtherSideClosed_isLikelyACut_andSaysWhatItCannotKnow() {
      Diagnosis diagnosis =
          of(
              Story.imported()
                  .seen(
                      dev.lastbyte.core.event.Vantage.IMPORT,
                      at ->
                          new dev.lastbyte.core.event.StreamEvent.ContentFlowed(
                              at, Content.REASONING, 37, 0, at.atNanos()))
                  .abortSignalWasClear()
                  .timerWasQuiet(TimerKind.IDLE)
                  .errorReported(KnownPhrase.TERMINATED, KnownPhrase.OTHER_SIDE_CLOSED));

      assertThat(diagnosis.code()).isEqualTo("stream.premature_eof@reasoning/unknown");
      assertThat(diagnosis.confidence()).isEqualTo(LIKELY);
      assertThat(diagnosis.evidence())
          .extracting(Evidence::claim)
          .contains(Claim.ERROR_REPORTED, Claim.ABORT_SIGNAL_NOT_SET, Claim.TIMER_DID_NOT_FIRE);
      assertThat(diagnosis.missing())
          .contains(Missing.CLOSE_MARK, Missing.CLOSING_HOP, Missing.TOOL_EXECUTION);
    }

    @Test
    void terminatedAlone_provesNothing() {
      Diagnosis diagnosis = of(Story.imported().errorReported(KnownPhrase.TERMINATED));

      assertThat(diagnosis.cause()).isEqualTo(Cause.UNKNOWN);
      assertThat(diagnosis.missing()).isNotEmpty();
    }

    @Test
    void ownFactsWinOverAText() {
      Diagnosis diagnosis =
          of(
              Story.began()
                  .streaming()
                  .flowed(Content.TEXT)
                  .cut(RST)
                  .errorReported(KnownPhrase.OPERATION_ABORTED));

      assertThat(diagnosis.cause()).isEqualTo(Cause.STREAM_RESET);
      assertThat(diagnosis.confidence()).isEqualTo(PROVEN);
    }
  }

  @Test
  void nothingAtAll_isUnknown() {
    Diagnosis diagnosis = of(Story.began());

    assertThat(diagnosis.code()).isEqualTo("unknown@prepare/unknown");
    assertThat(diagnosis.headline()).isEqualTo(Headline.UNDETERMINED);
    assertThat(diagnosis.failed()).isFalse();
    assertThat(diagnosis.mayHaveFailed()).isTrue();
    assertThat(diagnosis.missing()).containsExactly(Missing.OUTCOME, Missing.ENDING);
  }

  @Test
  void everyCodeIsUniqueAndStableInShape() {
    assertThat(Cause.values()).extracting(Cause::code).doesNotHaveDuplicates();
    assertThat(Cause.values())
        .filteredOn(cause -> cause.group() != Cause.Group.NONE)
        .allSatisfy(cause -> assertThat(cause.code()).matches("[a-z]+\\.[a-z_]+"));
  }
}
