// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import static dev.lastbyte.core.event.CloseEvent.CloseMark.FIN;
import static dev.lastbyte.core.recovery.RetrySafety.NO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.SAFE_AUTO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.USER_CONFIRMED_RETRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.story.Story;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an attempt leaves behind, what an abort says of the next one, and what a policy changes. */
class StorageAndAbortsTest {

  private static RunFacts run(Story story) {
    return RunFacts.of(story.log());
  }

  @Nested
  class AtTheProvider {

    private Storage left(Story story) {
      return Storage.of(run(story));
    }

    private Story stored() {
      return Story.beganAsking(Known.YES, Known.NO).streaming();
    }

    @Test
    void storedResponse_canBeAskedFor_byItsId() {
      assertThat(left(stored().responseId("resp_1").cut(FIN))).isEqualTo(Storage.KNOWN_ID);
      assertThat(left(stored().cut(FIN))).isEqualTo(Storage.NOTHING_LASTING);
      assertThat(left(Story.began().streaming().responseId("resp_1").cut(FIN)))
          .isEqualTo(Storage.NOTHING_LASTING);
    }

    @Test
    void idOfTheRequest_isNoneOfTheResponse() {
      Story story =
          stored()
              .seen(
                  Vantage.GATEWAY_UP,
                  at -> new Correlated(at, Correlation.REQUEST_ID, new Token("req_1")));

      assertThat(left(story.cut(FIN))).isEqualTo(Storage.NOTHING_LASTING);
    }

    @Test
    void whatIsNotKnownOfTheRequest_mayLast() {
      assertThat(left(Story.beganAsking(Known.UNKNOWN, Known.NO).streaming().cut(FIN)))
          .isEqualTo(Storage.MAYBE_LASTING);
      assertThat(left(Story.imported().streaming().cut(FIN))).isEqualTo(Storage.MAYBE_LASTING);
    }

    @Test
    void requestThatNeverLeft_leavesNothing() {
      assertThat(left(Story.beganStateful().dialFailed(DialFailure.REFUSED)))
          .isEqualTo(Storage.NOTHING_LASTING);
    }

    @Test
    void workThatAnEarlierAttemptLeftRunning_lasts_whateverTheNextLeaves() {
      Story working = Story.beganStateful().streaming().responseId("resp_1").cut(FIN);
      Story unknown = Story.beganAsking(Known.UNKNOWN, Known.NO).streaming().cut(FIN);
      Story kept = stored().responseId("resp_1").cut(FIN);

      assertThat(left(working)).isEqualTo(Storage.KNOWN_ID);
      assertThat(left(working.again().streaming().cut(FIN))).isEqualTo(Storage.MAYBE_LASTING);
      assertThat(left(unknown.again().streaming().cut(FIN))).isEqualTo(Storage.MAYBE_LASTING);
      assertThat(left(kept.again().streaming().cut(FIN))).isEqualTo(Storage.NOTHING_LASTING);
    }
  }

  @Nested
  class AfterAnAbort {

    private final Duration step = Duration.ofMillis(10);

    private Story ended() {
      return Story.began().connected().sent().providerClosed(FIN);
    }

    private RetrySafety verdict(Story story) {
      return Aborts.answer(run(story)).verdict();
    }

    private RetrySafety abortedAfter(AbortSource source, Duration pause) {
      return verdict(ended().after(pause.minus(step)).abortRequested(source));
    }

    @Test
    void cleanupOfAProgram_forbidsNothing_andALaterAbortDoes() {
      Duration cleanup = Duration.ofSeconds(2);

      assertThat(abortedAfter(AbortSource.LIFECYCLE, cleanup)).isEqualTo(SAFE_AUTO_RETRY);
      assertThat(abortedAfter(AbortSource.LIFECYCLE, cleanup.plus(step))).isEqualTo(NO_RETRY);
      assertThat(abortedAfter(AbortSource.UNATTRIBUTED, cleanup)).isEqualTo(SAFE_AUTO_RETRY);
      assertThat(abortedAfter(AbortSource.UNATTRIBUTED, cleanup.plus(step)))
          .isEqualTo(USER_CONFIRMED_RETRY);
    }

    @Test
    void wishOfAPerson_isObeyed_howeverSoonItCame() {
      assertThat(abortedAfter(AbortSource.USER, step)).isEqualTo(NO_RETRY);
      assertThat(verdict(ended())).isEqualTo(SAFE_AUTO_RETRY);
    }

    @Test
    void abortThatIsTheEnd_isNoCleanup() {
      Story sent = Story.began().connected().sent();

      assertThat(verdict(sent.abortRequested(AbortSource.LIFECYCLE))).isEqualTo(NO_RETRY);
    }

    @Test
    void programThatWasReloaded_andWentOn_wantsTheNextAttempt() {
      Story reloaded = Story.began().connected().sent().abortRequested(AbortSource.LIFECYCLE);
      Story stopped = Story.began().connected().sent().abortRequested(AbortSource.USER);

      assertThat(verdict(reloaded.again().connected().sent().providerClosed(FIN)))
          .isEqualTo(SAFE_AUTO_RETRY);
      assertThat(verdict(stopped.again().connected().sent().providerClosed(FIN)))
          .isEqualTo(NO_RETRY);
    }

    @Test
    void reason_isThatOfTheStrictestAbort() {
      Story story = ended().abortRequested(AbortSource.UNATTRIBUTED);

      assertThat(Aborts.answer(run(story)).reason()).isEqualTo(Answer.Reason.NOBODY_SAYS_WHY);
      assertThat(Aborts.answer(run(story.abortRequested(AbortSource.USER))).reason())
          .isEqualTo(Answer.Reason.SOMEBODY_WANTED_IT);
    }
  }

  @Nested
  class UnderACandidate {

    private final RetryPolicy oneAttempt =
        new RetryPolicy(Duration.ZERO, 1, Duration.ZERO, Duration.ZERO, false, true, Map.of());

    @Test
    void questionWhereNothingWouldBeRepeated_isNeedless_andTellsWhatItTurned() {
      Backtest backtest = Backtest.of(oneAttempt);
      backtest.replay(Story.began().connected().sent().providerClosed(FIN).log());
      backtest.replay(Story.began().dialFailed(DialFailure.REFUSED).log());
      backtest.replay(Story.began().dialFailed(DialFailure.REFUSED).log());

      Backtest.Result result = backtest.result();
      assertThat(result.needlessCount()).isEqualTo(3);
      assertThat(result.needless()).isEqualTo(result.changed()).hasSize(3);
      assertThat(result.unsafeCount()).isZero();
      assertThat(result.changes()).hasSize(2);
      Backtest.Change most = result.changes().getFirst();
      assertThat(most.count()).isEqualTo(2);
      assertThat(most.standard()).isEqualTo(SAFE_AUTO_RETRY);
      assertThat(most.candidate()).isEqualTo(USER_CONFIRMED_RETRY);
      assertThat(most.code()).startsWith("net.connect_refused@");
    }

    @Test
    void questionAboutTextThatWasShown_isNotNeedless() {
      Backtest backtest = Backtest.of(RetryPolicy.standard());
      backtest.replay(Story.began().streaming().flowed(Content.TEXT).cut(FIN).log());

      assertThat(backtest.result().failures()).isOne();
      assertThat(backtest.result().needlessCount()).isZero();
      assertThat(backtest.result().changes()).isEmpty();
    }

    @Test
    void casesThatAreKept_areBounded_andAllAreCounted() {
      Backtest backtest = Backtest.of(oneAttempt);
      Story refused = Story.began().dialFailed(DialFailure.REFUSED);
      for (int i = 0; i <= Backtest.MOST_CASES; i++) {
        backtest.replay(refused.log());
      }

      assertThat(backtest.result().needless()).hasSize(Backtest.MOST_CASES);
      assertThat(backtest.result().needlessCount()).isEqualTo(Backtest.MOST_CASES + 1);
    }
  }
}
