// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.LocalEvent.TimerKind;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Delivery;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.core.recovery.RetrySafety;
import dev.lastbyte.core.recovery.RetryVerdict;
import dev.lastbyte.core.story.Story;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Of two ends of one attempt the first is its cause, whatever their kinds: in the order of a
 * program that cleans up (milliseconds apart) and of a person who reacts (seconds apart).
 */
class EndingPairsTest {

  private static final Duration CLEANUP = Duration.ofMillis(2);
  private static final Duration HUMAN = Duration.ofSeconds(5);

  /** Pieces of terminal evidence that an attempt in the middle of its text can hold. */
  private enum End {
    ABORT_USER(story -> story.abortRequested(AbortSource.USER)),
    ABORT_LIFECYCLE(story -> story.abortRequested(AbortSource.LIFECYCLE)),
    TIMER_IDLE(story -> story.timerFired(TimerKind.IDLE)),
    TIMER_TOTAL(story -> story.timerFired(TimerKind.TOTAL)),
    PEER_CLOSED(story -> story.providerClosed(CloseMark.FIN)),
    PEER_RESET(story -> story.providerClosed(CloseMark.RST)),
    BODY_CUT(story -> story.bodyEnded(BodyEnd.CUT)),
    MESSAGE_ENDED(story -> story.bodyEnded(BodyEnd.WHOLE)),
    FAILED_IN_STREAM(story -> story.providerFailed(ProviderFailure.OVERLOADED, true)),
    FRAMING_BROKEN(story -> story.malformed(Malformation.HTTP_FRAMING)),
    PROVEN_WHOLE(story -> story.proven(Finish.STOP)),
    CLIENT_GONE(Story::clientClosed),
    PROCESS_LOST(Story::processLost),
    ERROR_OF_THE_WIRE(story -> story.errorReported(KnownPhrase.OTHER_SIDE_CLOSED)),
    ERROR_OF_OUR_OWN(story -> story.errorReported(KnownPhrase.OPERATION_ABORTED)),
    STREAM_BROKE(Story::streamBroke);

    private final UnaryOperator<Story> told;

    End(UnaryOperator<Story> told) {
      this.told = told;
    }

    Cause cause() {
      return causeOf(told.apply(text()));
    }

    boolean isLocal() {
      return switch (this) {
        case ABORT_USER, ABORT_LIFECYCLE, TIMER_IDLE, TIMER_TOTAL -> true;
        default -> false; // The others are not the application's own word on its act.
      };
    }

    boolean isOnlySaid() {
      return this == ERROR_OF_THE_WIRE || this == ERROR_OF_OUR_OWN || this == STREAM_BROKE;
    }

    boolean seesMore() {
      return !isLocal() && !isOnlySaid() && this != CLIENT_GONE && this != PROCESS_LOST;
    }
  }

  private static Story text() {
    return Story.began().streaming().firstByte().flowed(Content.TEXT).after(HUMAN);
  }

  private static Cause causeOf(Story story) {
    return Diagnoser.diagnose(RunFacts.of(story.log())).cause();
  }

  /** Pairs that tell of one moment from two places; then the one that sees more is the cause. */
  private static boolean isExplained(End first, End second) {
    boolean byWire = first.isOnlySaid() && second.seesMore();
    boolean byOwnWord =
        second.isLocal() && (first == End.CLIENT_GONE || first == End.ERROR_OF_OUR_OWN);
    return byWire || byOwnWord;
  }

  /** Pairs that the first piece's meaning takes in: how a body ended is read with who closed. */
  private static boolean isOneEnd(End first, End second) {
    Set<End> ofABody = Set.of(End.BODY_CUT, End.MESSAGE_ENDED, End.PROVEN_WHOLE);
    boolean closes =
        second == End.PEER_CLOSED || second == End.PEER_RESET || second == End.CLIENT_GONE;
    boolean reads = first == End.MESSAGE_ENDED && second == End.PROVEN_WHOLE;
    return (ofABody.contains(first) && closes) || reads;
  }

  @Test
  void theFirstOfTwoEnds_isTheCause_howeverLoudTheSecondIs() {
    int checked = 0;
    for (End first : End.values()) {
      for (End second : End.values()) {
        for (Duration apart : new Duration[] {CLEANUP, HUMAN}) {
          if (first != second && !isOneEnd(first, second)) {
            Cause told = causeOf(second.told.apply(first.told.apply(text()).after(apart)));
            boolean explained = apart == CLEANUP && isExplained(first, second);
            assertThat(told)
                .as("%s, %s later %s", first, apart, second)
                .isIn(explained ? Set.of(second.cause()) : firstOr(first));
            checked++;
          }
        }
      }
    }
    System.out.println("pairs of endings checked in both orders and both paces: " + checked);
  }

  /** A body whose end was seen with its closer is called by it. */
  private static Set<Cause> firstOr(End first) {
    return first == End.BODY_CUT
        ? Set.of(first.cause(), Cause.STREAM_RESET, Cause.ABORT_DOWNSTREAM_GONE)
        : Set.of(first.cause());
  }

  @Test
  void anAbortAfterAnyEnd_isHeardByTheUseQuestion() {
    for (End first : End.values()) {
      for (Duration apart : new Duration[] {CLEANUP, HUMAN}) {
        Story story = first.told.apply(text()).after(apart).abortRequested(AbortSource.USER);
        RunFacts run = RunFacts.of(story.log());
        Diagnosis diagnosis = Diagnoser.diagnose(run);
        RetrySafety safety =
            RetryVerdict.of(run, diagnosis, RetryPolicy.standard().retracting()).safety();

        assertThat(safety)
            .as("%s, then an abort %s later", first, apart)
            .isEqualTo(diagnosis.failed() ? RetrySafety.NO_RETRY : RetrySafety.NOT_NEEDED);
      }
    }
  }

  @Test
  void noVerdictThatNothingCame_standsBesideAByteThatDid() {
    for (UnaryOperator<Story> sign : signsOfAResponse()) {
      for (End end : End.values()) {
        for (boolean reused : new boolean[] {false, true}) {
          Story connected = reused ? Story.began().reused() : Story.began().connected();
          Story began = connected.sent();
          AttemptFacts facts = RunFacts.of(end.told.apply(sign.apply(began)).log()).last();
          Diagnosis diagnosis = Diagnoser.diagnose(facts);

          assertThat(facts.delivery()).isEqualTo(Delivery.RECEIVED);
          assertThat(diagnosis.cause().group())
              .as("%s", diagnosis)
              .isNotIn(Cause.Group.WAIT, Cause.Group.SEND, Cause.Group.NET);
          assertThat(diagnosis.cause()).isNotIn(Cause.CONN_STALE_REUSE, Cause.CONN_REFUSED_STREAM);
        }
      }
    }
  }

  private static List<UnaryOperator<Story>> signsOfAResponse() {
    return List.of(
        Story::firstByte,
        Story::pieceArrived,
        Story::toolCallBegan,
        Story::sentinel,
        story -> story.finishSeen(Finish.STOP),
        story -> story.flowed(Content.HEARTBEAT),
        story -> story.flowed(Content.TEXT),
        story -> story.status(200, Media.EVENT_STREAM));
  }
}
