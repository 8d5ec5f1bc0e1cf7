// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import static dev.lastbyte.core.event.CloseEvent.CloseMark.FIN;
import static dev.lastbyte.core.event.CloseEvent.CloseMark.RST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.event.LifeEvent.RetryHold;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.story.Story;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which of several pieces of terminal evidence ended an attempt. */
class FirstEvidenceTest {

  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Duration STEP = Duration.ofMillis(10);

  private static Story streaming() {
    return Story.began().streaming().firstByte().flowed(Content.TEXT);
  }

  private static Ending ending(Story story) {
    return story.facts().ending();
  }

  @Nested
  class OfOneMoment {

    @Test
    void leavingOfTheClient_isExplainedByTheAbortOfThatMoment_andByNoneAfterIt() {
      assertThat(ending(left().after(MOMENT.minus(STEP.multipliedBy(2))).abortRequested(USER)))
          .isInstanceOf(Ending.Aborted.class);
      assertThat(ending(left().after(MOMENT.minus(STEP)).abortRequested(USER)))
          .isInstanceOf(Ending.ClientGone.class);
    }

    private static final AbortSource USER = AbortSource.USER;

    private Story left() {
      return streaming().clientClosed();
    }

    @Test
    void clientsOwnClose_isExplainedByItsAbort_andThatOfAGatewayIsNot() {
      assertThat(ending(streaming().closedHere(Vantage.CLIENT).abortRequested(USER)))
          .isInstanceOf(Ending.Aborted.class);
      assertThat(ending(streaming().closedHere(Vantage.GATEWAY_UP).abortRequested(USER)))
          .isInstanceOf(Ending.ClosedHere.class);
    }

    @Test
    void reportedError_isExplainedByTheWire_withinTheMoment() {
      assertThat(ending(error().after(MOMENT.minus(STEP)).providerClosed(FIN)))
          .isInstanceOf(Ending.PeerEnded.class);
      assertThat(ending(error().after(MOMENT).providerClosed(FIN)))
          .isInstanceOf(Ending.Hinted.class);
    }

    @Test
    void reportedError_isNotExplainedByTheCleanupAfterIt() {
      assertThat(ending(error().closedHere(Vantage.CLIENT))).isInstanceOf(Ending.Hinted.class);
      assertThat(ending(error().clientClosed())).isInstanceOf(Ending.Hinted.class);
    }

    @Test
    void errorOfOurOwnSide_isExplainedByTheAbort_andAnotherOneIsNot() {
      Story ours = streaming().errorReported(KnownPhrase.CONNECT_CANCELED);

      assertThat(ending(ours.abortRequested(USER))).isInstanceOf(Ending.Aborted.class);
      assertThat(ending(error().abortRequested(USER))).isInstanceOf(Ending.Hinted.class);
    }

    @Test
    void breakThatTheApplicationTells_isExplainedByTheWireAlone() {
      assertThat(ending(streaming().streamBroke().providerClosed(RST)))
          .isInstanceOf(Ending.PeerEnded.class);
      assertThat(ending(streaming().streamBroke().abortRequested(USER)))
          .isInstanceOf(Ending.BrokeOff.class);
    }
  }

  private static Story error() {
    return streaming().errorReported(KnownPhrase.RESPONSE_ENDED);
  }

  @Nested
  class Outlived {

    private Story later(Story story) {
      return story.after(MOMENT.multipliedBy(2)).providerClosed(FIN);
    }

    private Story received(Vantage from) {
      return error().seen(from, at -> new ContentFlowed(at, Content.TEXT, 1, 1, at.atNanos()));
    }

    @Test
    void errorAfterWhichTheClientStillReceived_endedNothing() {
      assertThat(ending(later(received(Vantage.AGENT)))).isInstanceOf(Ending.PeerEnded.class);
      assertThat(ending(later(received(Vantage.IMPORT)))).isInstanceOf(Ending.PeerEnded.class);
    }

    @Test
    void whatOnlyAGatewayReceived_theClientMayNotHave() {
      assertThat(ending(later(received(Vantage.GATEWAY_UP)))).isInstanceOf(Ending.Hinted.class);
    }

    @Test
    void contentOfTheMomentOfTheError_didNotOutliveIt() {
      Story story = error();
      long told = story.log().events().getLast().atNanos();
      story.seen(Vantage.AGENT, at -> new ContentFlowed(at, Content.TEXT, 1, 1, told));

      assertThat(ending(later(story))).isInstanceOf(Ending.Hinted.class);
    }

    @Test
    void breakAfterWhichTheClientStillReceived_endedNothing() {
      Story story = streaming().streamBroke();
      story.seen(Vantage.AGENT, at -> new ContentFlowed(at, Content.TEXT, 1, 1, at.atNanos()));

      assertThat(ending(later(story))).isInstanceOf(Ending.PeerEnded.class);
    }

    @Test
    void abortAfterWhichContentStillCame_wasAskedForAllTheSame() {
      Story story = streaming().abortRequested(AbortSource.USER);
      story.seen(Vantage.AGENT, at -> new ContentFlowed(at, Content.TEXT, 1, 1, at.atNanos()));

      assertThat(ending(later(story))).isInstanceOf(Ending.Aborted.class);
    }

    @Test
    void errorThatIsTheOnlyEvidence_isTakenThoughItWasOutlived() {
      assertThat(ending(received(Vantage.AGENT))).isInstanceOf(Ending.Hinted.class);
    }
  }

  @Nested
  class Later {

    private List<Class<?>> later(Story story) {
      return story.facts().later().stream().<Class<?>>map(Object::getClass).toList();
    }

    @Test
    void whatCameAfterTheEnd_isKept_onceEach() {
      assertThat(later(streaming().providerClosed(FIN).abortRequested(AbortSource.USER)))
          .containsExactly(Ending.Aborted.class);
      assertThat(
              later(
                  streaming()
                      .bodyEnded(BodyEnd.CUT)
                      .clientClosed()
                      .abortRequested(AbortSource.USER)))
          .containsOnlyOnce(Ending.ClientGone.class)
          .doesNotContain(Ending.Aborted.class);
    }

    @Test
    void whatIsSaidOfAnEndOnceMore_isNoOtherEnd() {
      assertThat(later(streaming().providerClosed(FIN).errorReported(KnownPhrase.RESPONSE_ENDED)))
          .isEmpty();
      assertThat(later(error().providerClosed(FIN))).isEmpty();
      assertThat(later(streaming().streamBroke().providerClosed(FIN))).isEmpty();
    }
  }

  @Nested
  class WholeResponses {

    private boolean isCut(Story story) {
      return ((Ending.Finished) ending(story)).cut() != null;
    }

    private Story proven() {
      return streaming().proven(Finish.STOP);
    }

    @Test
    void bodyWithoutFraming_isWholeOnlyByAnOrderlyEnd() {
      assertThat(isCut(proven().bodyEnded(BodyEnd.UNFRAMED).providerClosed(FIN))).isFalse();
      assertThat(isCut(proven().bodyEnded(BodyEnd.UNFRAMED).providerClosed(RST))).isTrue();
      assertThat(isCut(proven().bodyEnded(BodyEnd.UNFRAMED))).isFalse();
      assertThat(isCut(proven().bodyEnded(BodyEnd.WHOLE).providerClosed(RST))).isFalse();
      assertThat(isCut(proven().providerClosed(FIN))).isTrue();
    }

    @Test
    void clientThatLeftAfterTheProof_cutNothing() {
      assertThat(isCut(proven().clientClosed())).isFalse();
    }

    @Test
    void bodyWithoutFraming_thatNoCloseWasSeenOf_endedAsAMessage() {
      assertThat(ending(streaming().bodyEnded(BodyEnd.UNFRAMED)))
          .isInstanceOf(Ending.MessageEnded.class);
      assertThat(ending(streaming().bodyEnded(BodyEnd.CUT))).isInstanceOf(Ending.BodyCut.class);
    }
  }

  @Nested
  class BesideTheEnd {

    @Test
    void errorThatTheApplicationHoldsForFinal_holdsItBackMoreThanItsBudget() {
      Story both = surfaced(Known.NO).retryDeclined(RetryHold.BUDGET_USED);

      assertThat(both.facts().sideObservations().hold()).isEqualTo(RetryHold.FINAL_ERROR);
      assertThat(surfaced(Known.YES).facts().sideObservations().hold()).isNull();
      assertThat(
              surfaced(Known.YES)
                  .retryDeclined(RetryHold.BUDGET_USED)
                  .facts()
                  .sideObservations()
                  .hold())
          .isEqualTo(RetryHold.BUDGET_USED);
    }

    private Story surfaced(Known retryable) {
      return streaming().seen(Vantage.AGENT, at -> new ErrorSurfaced(at, List.of(), retryable));
    }

    @Test
    void contradictionAboutTheEnd_weighsMoreThanAnEarlierBrokenRule() {
      Story grammar = streaming().malformed(Malformation.GRAMMAR);

      assertThat(broken(grammar)).isEqualTo(Malformation.GRAMMAR);
      assertThat(broken(grammar.malformed(Malformation.CONTRADICTION)))
          .isEqualTo(Malformation.CONTRADICTION);
    }

    private Malformation broken(Story story) {
      var seen = Objects.requireNonNull(story.facts().sideObservations().malformed());
      return seen.event().what();
    }

    @Test
    void heartbeat_isNoContent() {
      Story story = streaming();
      int text = story.log().events().size();

      assertThat(story.flowed(Content.HEARTBEAT).facts().sideObservations().lastContent())
          .isEqualTo(text);
      assertThat(story.flowed(Content.TOOL_INPUT).facts().sideObservations().lastContent())
          .isEqualTo(text + 2);
    }

    @Test
    void endOfTheRun_isTheApplicationsWord_notAGateways() {
      assertThat(
              streaming()
                  .seen(Vantage.GATEWAY_UP, RunEnded::new)
                  .facts()
                  .sideObservations()
                  .applicationEnded())
          .isNull();
      assertThat(streaming().applicationEnded().facts().sideObservations().applicationEnded())
          .isNotNull();
    }
  }
}
