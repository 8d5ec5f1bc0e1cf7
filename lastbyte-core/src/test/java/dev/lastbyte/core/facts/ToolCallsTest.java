// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolMaterialised;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.ToolEvent.ToolRepeated;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.ToolCall.Repeat;
import dev.lastbyte.core.facts.ToolCall.State;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.story.Story;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which tool calls a log tells of, how far each came, and how often each was executed. */
class ToolCallsTest {

  private static final Token A = new Token("call_a");
  private static final Token B = new Token("call_b");
  private static final Token READ = new Token("read");
  private static final Token WRITE = new Token("write");

  private static Story named(
      Story story, Vantage from, int index, @Nullable Token call, @Nullable Token tool) {
    return story.seen(from, at -> new ToolCallStarted(at, index, call, tool));
  }

  /** A response that asked for A and B. */
  private static Story twoCalls() {
    Story story = named(Story.began().streaming(), Vantage.GATEWAY_UP, 0, A, READ);
    return named(story, Vantage.GATEWAY_UP, 1, B, WRITE);
  }

  private static Story oneCall() {
    return named(Story.began().streaming(), Vantage.GATEWAY_UP, 0, A, READ);
  }

  private static Story planned(Story story, @Nullable Token call, ToolEffect effect) {
    return story.agentSaid(at -> new ToolMaterialised(at, call, effect));
  }

  private static Story started(Story story, @Nullable Token call, ToolEffect effect) {
    return story.agentSaid(at -> new ToolStarted(at, call, effect));
  }

  private static Story ended(Story story, @Nullable Token call, ToolOutcome outcome) {
    return story.agentSaid(at -> new ToolEnded(at, call, outcome));
  }

  private static Story reported(Story story, @Nullable Token call) {
    return story.agentSaid(at -> new ToolResultSent(at, call));
  }

  private static List<ToolCall> calls(Story story) {
    return story.facts().tools();
  }

  private static List<State> states(Story story) {
    return calls(story).stream().map(ToolCall::state).toList();
  }

  private static ToolCall only(Story story) {
    assertThat(calls(story)).hasSize(1);
    return calls(story).getFirst();
  }

  private static int told(Vantage second, int index, @Nullable Token call, @Nullable Token tool) {
    return calls(named(oneCall(), second, index, call, tool)).size();
  }

  @Nested
  class Identity {

    @Test
    void callSeenFromTwoPlaces_isOne() {
      assertThat(told(Vantage.AGENT, 0, A, READ)).isOne();
      assertThat(told(Vantage.AGENT, 1, A, READ)).isOne();
      assertThat(told(Vantage.AGENT, 0, A, null)).isOne();
    }

    @Test
    void callToldTwiceByOnePlace_isOne_andOneIdAtTwoNumbersIsTwo() {
      assertThat(told(Vantage.GATEWAY_UP, 0, A, READ)).isOne();
      assertThat(told(Vantage.GATEWAY_UP, 1, A, READ)).isEqualTo(2);
    }

    @Test
    void oneIdForTwoTools_isTwoCalls() {
      assertThat(told(Vantage.AGENT, 0, A, WRITE)).isEqualTo(2);
    }

    @Test
    void namelessCallSeenElsewhereWithItsName_isOne() {
      Story story = named(Story.began().streaming(), Vantage.GATEWAY_UP, 0, A, null);

      assertThat(calls(named(story, Vantage.AGENT, 0, A, READ))).hasSize(1);
    }

    @Test
    void otherId_isAnotherCall() {
      assertThat(told(Vantage.AGENT, 0, B, READ)).isEqualTo(2);
      assertThat(told(Vantage.AGENT, 0, null, READ)).isEqualTo(2);
    }

    @Test
    void callsWithoutIds_areOneOnlyAtOneNumberFromTwoPlaces() {
      assertThat(withoutIds(Vantage.AGENT, 0, null)).isOne();
      assertThat(withoutIds(Vantage.GATEWAY_UP, 0, null)).isEqualTo(2);
      assertThat(withoutIds(Vantage.AGENT, 1, null)).isEqualTo(2);
      assertThat(withoutIds(Vantage.AGENT, 0, A)).isEqualTo(2);
    }

    private int withoutIds(Vantage second, int index, @Nullable Token call) {
      Story story = named(Story.began().streaming(), Vantage.GATEWAY_UP, 0, null, READ);
      return calls(named(story, second, index, call, READ)).size();
    }

    @Test
    void callThatTheApplicationStartedBeforeItWasNamed_isNotJoined() {
      Story story = started(Story.began().streaming(), A, ToolEffect.UNKNOWN);

      assertThat(calls(named(story, Vantage.GATEWAY_UP, 0, A, READ))).hasSize(2);
    }

    @Test
    void wholeArguments_belongToTheCallOfThatNumber() {
      Story first = twoCalls().seen(Vantage.GATEWAY_UP, at -> new ToolCallReady(at, 0));

      assertThat(states(first)).containsExactly(State.READY, State.BEGUN);
      assertThat(calls(first).getFirst().lastEvent()).isEqualTo(first.log().events().size());
    }

    @Test
    void wholeArgumentsOfAnUnseenCall_areACallOfTheirOwn() {
      Story third = twoCalls().seen(Vantage.GATEWAY_UP, at -> new ToolCallReady(at, 2));

      assertThat(states(third)).containsExactly(State.BEGUN, State.BEGUN, State.READY);
    }
  }

  @Nested
  class Reports {

    @Test
    void reportWithAnId_isOfThatCall() {
      assertThat(states(started(twoCalls(), B, ToolEffect.READ_ONLY)))
          .containsExactly(State.BEGUN, State.STARTED);
      assertThat(states(planned(twoCalls(), B, ToolEffect.READ_ONLY)))
          .containsExactly(State.BEGUN, State.READY);
      assertThat(states(ended(twoCalls(), A, ToolOutcome.DROPPED)))
          .containsExactly(State.DROPPED, State.BEGUN);
      assertThat(states(reported(twoCalls(), A))).containsExactly(State.REPORTED, State.BEGUN);
    }

    @Test
    void callsThatShareAnId_areExecutedOnceEach() {
      Story story = named(oneCall(), Vantage.GATEWAY_UP, 1, A, READ);
      Story running = started(started(story, A, ToolEffect.READ_ONLY), A, ToolEffect.READ_ONLY);

      assertThat(calls(running)).extracting(ToolCall::timesStarted).containsExactly(1, 1);
    }

    @Test
    void resultOfAnIdThatTwoCallsShare_isOfTheOneThatEnded() {
      Story story = named(oneCall(), Vantage.GATEWAY_UP, 1, A, READ);
      started(story, A, ToolEffect.READ_ONLY);
      ended(story, A, ToolOutcome.DONE);
      started(story, A, ToolEffect.READ_ONLY);

      assertThat(states(reported(story, A))).containsExactly(State.REPORTED, State.STARTED);
    }

    @Test
    void startWithoutAnId_isOfTheOnlyCall_whoseNameIsSure() {
      ToolCall call = only(started(oneCall(), null, ToolEffect.READ_ONLY));

      assertThat(call.state()).isEqualTo(State.STARTED);
      assertThat(call.name()).isEqualTo(READ);
    }

    @Test
    void startWithoutAnId_isOfOneOfTwo_whoseNameIsNotSure() {
      List<ToolCall> calls = calls(started(twoCalls(), null, ToolEffect.READ_ONLY));

      assertThat(calls).extracting(ToolCall::state).containsExactly(State.STARTED, State.BEGUN);
      assertThat(calls).extracting(ToolCall::name).containsExactly(null, WRITE);
    }

    @Test
    void twoStartsWithoutAnId_areTwoExecutions() {
      Story story = started(oneCall(), null, ToolEffect.READ_ONLY);

      assertThat(states(started(story, null, ToolEffect.READ_ONLY)))
          .containsExactly(State.STARTED, State.STARTED);
    }

    @Test
    void startWithoutAnId_isOfNoCallThatOnlyTheApplicationTellsOf() {
      Story story = planned(Story.began().streaming(), null, ToolEffect.READ_ONLY);

      assertThat(states(started(story, null, ToolEffect.READ_ONLY)))
          .containsExactly(State.READY, State.STARTED);
    }

    @Test
    void dropWithoutAnId_isOfTheOnlyCall_andOfNoneOfTwo() {
      assertThat(only(ended(oneCall(), null, ToolOutcome.DROPPED)).state())
          .isEqualTo(State.DROPPED);
      Story two = ended(twoCalls(), null, ToolOutcome.DROPPED);
      assertThat(states(two)).containsExactly(State.BEGUN, State.BEGUN);
    }

    @Test
    void endWithoutAnId_isOfTheRunningCallThatNeedsLeastCare() {
      assertThat(states(oneOfTwoEnds(ToolEffect.READ_ONLY, ToolEffect.REMOTE_WRITE)))
          .containsExactly(State.DONE, State.STARTED);
      assertThat(states(oneOfTwoEnds(ToolEffect.REMOTE_WRITE, ToolEffect.READ_ONLY)))
          .containsExactly(State.STARTED, State.DONE);
      assertThat(states(oneOfTwoEnds(ToolEffect.PROCESS, ToolEffect.PROCESS)))
          .containsExactly(State.DONE, State.STARTED);
    }

    private Story oneOfTwoEnds(ToolEffect first, ToolEffect second) {
      Story running = started(started(twoCalls(), A, first), B, second);
      return ended(running, null, ToolOutcome.DONE);
    }

    @Test
    void endWithoutAnId_whereNoneRuns_isOfTheOnlyCall_orOfOneThatWasNotSeen() {
      assertThat(only(ended(oneCall(), null, ToolOutcome.FAILED)).state()).isEqualTo(State.FAILED);
      assertThat(states(ended(twoCalls(), null, ToolOutcome.FAILED)))
          .containsExactly(State.BEGUN, State.BEGUN, State.FAILED);
    }

    @Test
    void resultWithoutAnId_isOfACallThatEnded_beforeOneThatRuns() {
      for (ToolOutcome outcome : List.of(ToolOutcome.FAILED, ToolOutcome.DONE)) {
        Story story = ended(started(twoCalls(), B, ToolEffect.READ_ONLY), B, outcome);
        started(story, A, ToolEffect.READ_ONLY);

        assertThat(states(reported(story, null))).containsExactly(State.STARTED, State.REPORTED);
        assertThat(states(reported(story, null))).containsExactly(State.REPORTED, State.REPORTED);
      }
    }
  }

  @Nested
  class Executions {

    @Test
    void declaredEffect_isTheWorstThatWasDeclared_andSilenceDeclaresNothing() {
      assertThat(effectOf(ToolEffect.REMOTE_WRITE, ToolEffect.READ_ONLY))
          .isEqualTo(ToolEffect.REMOTE_WRITE);
      assertThat(effectOf(ToolEffect.READ_ONLY, ToolEffect.REMOTE_WRITE))
          .isEqualTo(ToolEffect.REMOTE_WRITE);
      assertThat(effectOf(ToolEffect.UNKNOWN, ToolEffect.READ_ONLY))
          .isEqualTo(ToolEffect.READ_ONLY);
    }

    private ToolEffect effectOf(ToolEffect planned, ToolEffect started) {
      return only(started(planned(oneCall(), A, planned), A, started)).effect();
    }

    @Test
    void effectDeclaredOnceTheToolRuns_countsAsOneDeclaredBefore() {
      assertThat(declaredLate(ToolEffect.REMOTE_WRITE, ToolEffect.READ_ONLY))
          .isEqualTo(ToolEffect.REMOTE_WRITE);
      assertThat(declaredLate(ToolEffect.UNKNOWN, ToolEffect.READ_ONLY))
          .isEqualTo(ToolEffect.READ_ONLY);
    }

    private ToolEffect declaredLate(ToolEffect started, ToolEffect planned) {
      return only(planned(started(oneCall(), A, started), A, planned)).effect();
    }

    @Test
    void executionSeenFromTwoPlaces_isOne_andKeepsWhatEitherDeclares() {
      Story story =
          started(oneCall(), A, ToolEffect.UNKNOWN)
              .seen(Vantage.CLIENT, at -> new ToolStarted(at, A, ToolEffect.READ_ONLY));

      assertThat(only(story).timesStarted()).isOne();
      assertThat(only(story).effect()).isEqualTo(ToolEffect.READ_ONLY);
      assertThat(only(story).repeat()).isEqualTo(Repeat.NONE);
      assertThat(only(story).lastEvent()).isEqualTo(story.log().events().size());
    }

    @Test
    void startAfterAnEnd_isASecondExecution() {
      assertThat(startedAgainAfter(ToolOutcome.DONE)).isEqualTo(Repeat.PROVEN);
      assertThat(startedAgainAfter(ToolOutcome.FAILED)).isEqualTo(Repeat.LIKELY);
    }

    private Repeat startedAgainAfter(ToolOutcome outcome) {
      Story story = ended(started(twoCalls(), A, ToolEffect.PROCESS), A, outcome);
      List<ToolCall> calls = calls(started(story, A, ToolEffect.PROCESS));
      assertThat(calls).extracting(ToolCall::timesStarted).containsExactly(2, 0);
      assertThat(calls.getFirst().lastEvent()).isEqualTo(story.log().events().size());
      return calls.getFirst().repeat();
    }

    @Test
    void resultThatWentBackBesideAnEarlierOne_isProofOfTwoExecutions() {
      Story story = repeated(ended(started(oneCall(), A, ToolEffect.PROCESS), A, ToolOutcome.DONE));

      assertThat(only(story).timesStarted()).isEqualTo(2);
      assertThat(only(story).repeat()).isEqualTo(Repeat.PROVEN);
      assertThat(only(story).state()).isEqualTo(State.REPORTED);
      assertThat(only(story).lastEvent()).isEqualTo(story.log().events().size());
      assertThat(only(repeated(oneCall())).timesStarted()).isEqualTo(2);
    }

    @Test
    void failureThatWentBackBesideAnEarlierResult_isNoProof() {
      Story story = ended(started(oneCall(), A, ToolEffect.PROCESS), A, ToolOutcome.FAILED);

      assertThat(only(repeated(story)).repeat()).isEqualTo(Repeat.LIKELY);
    }

    private Story repeated(Story story) {
      return story.agentSaid(at -> new ToolRepeated(at, A, null));
    }
  }
}
