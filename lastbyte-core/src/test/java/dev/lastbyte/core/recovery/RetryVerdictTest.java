// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import static dev.lastbyte.core.event.CloseEvent.CloseMark.FIN;
import static dev.lastbyte.core.recovery.RetrySafety.NOT_NEEDED;
import static dev.lastbyte.core.recovery.RetrySafety.NO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.SAFE_AUTO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.USER_CONFIRMED_RETRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.event.ConnectionEvent.ProxyFailure;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.log.RunRecorder;
import dev.lastbyte.core.story.Story;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows of the retry table, told as stories. */
class RetryVerdictTest {

  private static RetryVerdict of(Story story, RetryPolicy policy) {
    AttemptFacts facts = story.facts();
    return RetryVerdict.of(facts, Diagnoser.diagnose(facts), policy);
  }

  private static void assertStep(Story story, RetrySafety safety, String step) {
    RetryVerdict verdict = of(story, RetryPolicy.standard());
    assertThat(verdict.safety()).isEqualTo(safety);
    assertThat(verdict.recovery().code()).isEqualTo(step);
  }

  @Test
  void noByteLeft_temporaryCause() {
    assertStep(Story.began().dialFailed(DialFailure.REFUSED), SAFE_AUTO_RETRY, "replay");
    assertStep(Story.began().proxyFailed(ProxyFailure.REFUSED), SAFE_AUTO_RETRY, "replay");
  }

  @Test
  void noByteLeft_permanentCause() {
    assertStep(Story.began().nameNotFound(), NO_RETRY, "stop");
    assertStep(Story.began().proxyFailed(ProxyFailure.FORBIDDEN), NO_RETRY, "stop");
  }

  @Test
  void aToolThatMayHaveRunInAnAttemptThatTheRecorderLetGo_asksAPerson() {
    Story story = Story.began().dialFailed(DialFailure.REFUSED);
    for (int attempt = 2; attempt <= RunRecorder.MAX_ATTEMPTS; attempt++) {
      story.again().dialFailed(DialFailure.REFUSED);
    }
    assertThat(effectInTheLastAttempt(recorded(story)).reason())
        .isEqualTo(Answer.Reason.NO_TOOL_COULD_RUN);

    story.again().dialFailed(DialFailure.REFUSED);

    RunLog log = recorded(story);
    assertThat(log.dropped()).isPositive();
    assertThat(effectInTheLastAttempt(log).reason()).isEqualTo(Answer.Reason.TOOLS_UNKNOWN);
    assertThat(effectInTheLastAttempt(log).verdict()).isEqualTo(USER_CONFIRMED_RETRY);
  }

  private static RunLog recorded(Story story) {
    var recorder = RunRecorder.start(story.log().header(), RunClock.system());
    story.log().events().forEach(recorder::record);
    return recorder.log();
  }

  private static Answer effectInTheLastAttempt(RunLog log) {
    RunFacts run = RunFacts.of(log);
    return EffectQuestion.answer(new RunFacts(List.of(run.last())), RetryPolicy.standard());
  }

  @Test
  void staleConnection_isReplayedAtOnceOnANewOne() {
    RetryVerdict verdict =
        of(Story.began().reused().sent().providerClosed(FIN), RetryPolicy.standard());

    assertThat(verdict.safety()).isEqualTo(SAFE_AUTO_RETRY);
    assertThat(verdict.recovery())
        .isEqualTo(new Recovery.Replay(Duration.ZERO, Duration.ZERO, 2, true, false));
  }

  @Test
  void expiredCredential_isRefreshedOnce() {
    Story expired = refusedAsExpired(Story.began());

    assertStep(expired, NO_RETRY, "refresh_credential");
    RunFacts again = RunFacts.of(refusedAsExpired(expired.again()).log());
    RetryVerdict verdict =
        RetryVerdict.of(again, Diagnoser.diagnose(again), RetryPolicy.standard());
    assertThat(verdict.recovery().code()).isEqualTo("stop");
    assertStep(Story.began().connected().sent().status(401, Media.JSON), NO_RETRY, "stop");
  }

  private static Story refusedAsExpired(Story before) {
    return before
        .connected()
        .sent()
        .status(401, Media.JSON)
        .providerFailed(ProviderFailure.CREDENTIAL_EXPIRED, false);
  }

  @Test
  void storedResponseThatNothingWillAskFor_isCostAndNoEffect() {
    assertStep(
        Story.beganAsking(Known.YES, Known.NO).connected().sent().providerClosed(FIN),
        SAFE_AUTO_RETRY,
        "replay");
  }

  @Test
  void requestThatAddsToAConversationOrWorksOn_needsAPerson() {
    assertStep(
        Story.beganStateful().connected().sent().providerClosed(FIN),
        USER_CONFIRMED_RETRY,
        "reconcile");
  }

  @Test
  void storedResponseWithAKnownId_isAskedFor() {
    assertStep(
        Story.beganAsking(Known.YES, Known.NO)
            .streaming()
            .responseId("resp_1")
            .flowed(Content.LIFECYCLE)
            .cut(FIN),
        SAFE_AUTO_RETRY,
        "reconnect");
  }

  @Test
  void providerExecutedToolOffered_needsAPerson() {
    assertStep(
        Story.beganAsking(Known.NO, Known.YES).connected().sent().providerClosed(FIN),
        USER_CONFIRMED_RETRY,
        "confirm");
  }

  @Test
  void reasoningOnly_isRetractedAndReplayed() {
    RetryVerdict verdict =
        of(Story.began().streaming().flowed(Content.REASONING).cut(FIN), RetryPolicy.standard());

    assertThat(verdict.safety()).isEqualTo(SAFE_AUTO_RETRY);
    assertThat(verdict.recovery())
        .isInstanceOfSatisfying(
            Recovery.Replay.class, replay -> assertThat(replay.retractPartial()).isTrue());
  }

  @Test
  void visibleText_isContinuedByAPerson() {
    assertStep(
        Story.began().streaming().flowed(Content.TEXT).cut(FIN), USER_CONFIRMED_RETRY, "continue");
  }

  @Test
  void visibleText_isReplayed_whereTheConsumerCanRetract() {
    RetryVerdict verdict =
        of(
            Story.began().streaming().flowed(Content.TEXT).cut(FIN),
            RetryPolicy.standard().retracting());

    assertThat(verdict.safety()).isEqualTo(SAFE_AUTO_RETRY);
  }

  @Test
  void partialToolArguments_areAsWhatWasVisibleBefore() {
    assertStep(
        Story.began().streaming().toolCallBegan().flowed(Content.TOOL_INPUT).cut(FIN),
        SAFE_AUTO_RETRY,
        "replay");
  }

  @Test
  void completeToolCall_mayHaveBeenExecuted() {
    assertStep(Story.began().streaming().toolCallReady().cut(FIN), USER_CONFIRMED_RETRY, "confirm");
  }

  @Test
  void readOnlyToolRan() {
    assertStep(
        Story.began()
            .streaming()
            .toolCallReady()
            .toolStarted(ToolEffect.READ_ONLY)
            .toolDone()
            .cut(FIN),
        SAFE_AUTO_RETRY,
        "continue");
  }

  @Test
  void sideEffectStarted_outcomeOpen() {
    assertStep(
        Story.began().streaming().toolCallReady().toolStarted(ToolEffect.PROCESS).cut(FIN),
        USER_CONFIRMED_RETRY,
        "reconcile");
  }

  @Test
  void sideEffectDone_isNeverReplayed() {
    assertStep(
        Story.began()
            .streaming()
            .toolCallReady()
            .toolStarted(ToolEffect.REMOTE_WRITE)
            .toolDone()
            .cut(FIN),
        USER_CONFIRMED_RETRY,
        "continue");
  }

  @Test
  void rateLimit_waitsForAtLeastRetryAfter() {
    RetryVerdict verdict =
        of(
            Story.began().connected().sent().statusWithRetryAfter(429, Duration.ofSeconds(2)),
            RetryPolicy.standard());

    assertThat(verdict.safety()).isEqualTo(SAFE_AUTO_RETRY);
    assertThat(verdict.recovery())
        .isEqualTo(new Recovery.Wait(Duration.ofSeconds(2), Duration.ofMillis(500)));
  }

  @Test
  void rateLimitBeyondTheLongestWait_isNotRetried() {
    assertStep(
        Story.began().connected().sent().statusWithRetryAfter(429, Duration.ofHours(5)),
        NO_RETRY,
        "wait");
  }

  @Test
  void userAbort() {
    assertStep(
        Story.began().streaming().abortRequested(AbortSource.USER).clientClosed(),
        NO_RETRY,
        "stop");
  }

  @Test
  void abortAfterTheEnd_isHeard_unlessAProgramCleansUp() {
    Story user = Story.began().streaming().cut(FIN).abortRequested(AbortSource.USER);
    Story cleanup = Story.began().streaming().cut(FIN).abortRequested(AbortSource.LIFECYCLE);
    Story later =
        Story.began()
            .streaming()
            .cut(FIN)
            .after(Duration.ofSeconds(5))
            .abortRequested(AbortSource.LIFECYCLE);

    assertStep(user, NO_RETRY, "stop");
    assertStep(cleanup, SAFE_AUTO_RETRY, "replay");
    assertStep(later, NO_RETRY, "stop");
  }

  @Test
  void clientGoneWithoutAWord() {
    assertStep(Story.began().streaming().clientClosed(), USER_CONFIRMED_RETRY, "confirm");
  }

  @Test
  void wholeResponse_needsNothing_whateverToolsItAskedFor() {
    assertStep(
        Story.began()
            .streaming()
            .toolCallReady()
            .proven(Finish.TOOL_CALLS)
            .bodyEnded(BodyEnd.WHOLE),
        NOT_NEEDED,
        "none");
  }

  @Test
  void lostProcess_isReconciledByAPerson() {
    assertThat(of(Story.began().processLost(), RetryPolicy.standard()).safety())
        .isEqualTo(USER_CONFIRMED_RETRY);
  }

  @Test
  void oneHarmlessToolThatWasSeen_doesNotVouchForContentThatWasNot() {
    assertThat(
            of(
                    Story.began()
                        .streaming()
                        .opaque()
                        .toolStarted(ToolEffect.READ_ONLY)
                        .toolDone()
                        .cut(FIN),
                    RetryPolicy.standard().retracting())
                .safety())
        .isEqualTo(USER_CONFIRMED_RETRY);
  }

  @Test
  void opaqueContent_isAssumedToBeTheWorstCase() {
    assertThat(of(Story.began().streaming().opaque().cut(FIN), RetryPolicy.standard()).safety())
        .isEqualTo(USER_CONFIRMED_RETRY);
  }
}
