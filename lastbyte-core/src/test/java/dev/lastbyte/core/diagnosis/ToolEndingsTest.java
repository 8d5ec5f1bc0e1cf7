// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.LocalEvent.TimerKind;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.story.Story;
import org.junit.jupiter.api.Test;

/** What became of the tools of a response that was whole. */
class ToolEndingsTest {

  private static final Token A = new Token("call_a");
  private static final Token B = new Token("call_b");

  /** A whole response that asked for two tools. */
  private static Story askedForTwo() {
    Story story = Story.began().streaming();
    for (int i = 0; i < 2; i++) {
      int index = i;
      story
          .seen(
              Vantage.GATEWAY_UP,
              at -> new ToolCallStarted(at, index, index == 0 ? A : B, new Token("tool-" + index)))
          .seen(Vantage.GATEWAY_UP, at -> new ToolCallReady(at, index));
    }
    return story.proven(Finish.TOOL_CALLS).bodyEnded(BodyEnd.WHOLE);
  }

  private static Story started(Story story, Token call) {
    return story.agentSaid(at -> new ToolStarted(at, call, ToolEffect.REMOTE_WRITE));
  }

  private static Story ended(Story story, Token call, ToolOutcome outcome) {
    return story.agentSaid(at -> new ToolEnded(at, call, outcome));
  }

  private static Diagnosis of(Story story) {
    return Diagnoser.diagnose(RunFacts.of(story.log()));
  }

  private static String code(Story story) {
    return of(story).code();
  }

  @Test
  void toolThatRanTwice_isTold_asSurelyAsItWasSeen() {
    Story proven = started(ended(started(askedForTwo(), A), A, ToolOutcome.DONE), A);
    Story likely = started(ended(started(askedForTwo(), A), A, ToolOutcome.FAILED), A);

    assertThat(of(proven).cause()).isEqualTo(Cause.TOOL_DUPLICATE_EFFECT);
    assertThat(of(proven).confidence()).isEqualTo(Certainty.PROVEN);
    assertThat(of(likely).cause()).isEqualTo(Cause.TOOL_DUPLICATE_EFFECT);
    assertThat(of(likely).confidence()).isEqualTo(Certainty.LIKELY);
    assertThat(of(likely).missing()).contains(Missing.CALL_IDENTITY);
  }

  @Test
  void surestOfTwoRepeats_isTold() {
    Story story = started(ended(started(askedForTwo(), A), A, ToolOutcome.FAILED), A);
    started(ended(started(story, B), B, ToolOutcome.DONE), B);

    assertThat(of(story).confidence()).isEqualTo(Certainty.PROVEN);
  }

  @Test
  void toolThatOnlyReads_isNoDuplicate() {
    Story story = askedForTwo();
    for (int i = 0; i < 2; i++) {
      story.agentSaid(at -> new ToolStarted(at, A, ToolEffect.READ_ONLY));
      ended(story, A, ToolOutcome.DONE);
    }

    assertThat(of(story).cause()).isNotEqualTo(Cause.TOOL_DUPLICATE_EFFECT);
  }

  @Test
  void firstToolThatEndedBadly_isTold_whicheverWasAskedForFirst() {
    Story story = ended(started(started(askedForTwo(), A), B), B, ToolOutcome.TIMED_OUT);
    ended(story, A, ToolOutcome.FAILED).applicationEnded();

    assertThat(of(story).cause()).isEqualTo(Cause.TOOL_TIMEOUT);
  }

  @Test
  void toolThatNeverEnded_comesAfterOneThatEndedBadly() {
    Story story = ended(started(started(askedForTwo(), A), B), B, ToolOutcome.FAILED);

    assertThat(code(story.applicationEnded())).isEqualTo("tool.failed@tool_done/tool");
  }

  @Test
  void applicationThatStillGoesOn_mayYetEndItsTool() {
    Story story = ended(started(askedForTwo(), A), A, ToolOutcome.FAILED);

    assertThat(of(story).cause()).isNotEqualTo(Cause.TOOL_FAILED);
    assertThat(of(story.applicationEnded()).cause()).isEqualTo(Cause.TOOL_FAILED);
  }

  @Test
  void toolTimer_endsTheToolThatRuns_andIsNotTheCauseOfAnother() {
    Story running = started(askedForTwo(), A).timerFired(TimerKind.TOOL).applicationEnded();
    Story failed = ended(started(askedForTwo(), A), A, ToolOutcome.FAILED);

    assertThat(code(running)).isEqualTo("watchdog.tool@tool_running/watchdog");
    assertThat(of(failed.timerFired(TimerKind.TOOL).applicationEnded()).cause())
        .isEqualTo(Cause.TOOL_FAILED);
    assertThat(of(started(askedForTwo(), A).applicationEnded()).cause())
        .isEqualTo(Cause.TOOL_INTERRUPTED);
  }

  @Test
  void callThatStayedOpen_isInvalidOnlyIfTheModelAskedForIt() {
    assertThat(of(leftOpen(Finish.TOOL_CALLS)).cause()).isEqualTo(Cause.TOOL_INVALID_ARGUMENTS);
    assertThat(of(leftOpen(Finish.STOP)).cause()).isNotEqualTo(Cause.TOOL_INVALID_ARGUMENTS);
  }

  private static Story leftOpen(Finish finish) {
    return Story.began().streaming().toolCallBegan().proven(finish).bodyEnded(BodyEnd.WHOLE);
  }

  @Test
  void abort_stopsAToolThatRuns_andOneThatWaits() {
    assertThat(code(started(askedForTwo(), A).abortRequested(AbortSource.USER)))
        .isEqualTo("abort.user@tool_running/user");
    assertThat(code(started(askedForTwo(), B).abortRequested(AbortSource.USER)))
        .isEqualTo("abort.user@tool_running/user");
    assertThat(code(askedForTwo().abortRequested(AbortSource.USER)))
        .isEqualTo("abort.user@tool_ready/user");
  }

  @Test
  void abort_thatInterruptedATool_isItsCause_andOneThatCameLaterIsNot() {
    Story before = started(reported(B), A).abortRequested(AbortSource.USER);
    Story after = ended(started(reported(B), A), A, ToolOutcome.FAILED);

    assertThat(of(ended(before, A, ToolOutcome.INTERRUPTED).applicationEnded()).cause())
        .isEqualTo(Cause.ABORT_USER);
    assertThat(of(after.abortRequested(AbortSource.USER).applicationEnded()).cause())
        .isEqualTo(Cause.TOOL_FAILED);
  }

  @Test
  void abort_onceEveryResultWentBack_stoppedNothing() {
    Story story = reported(A, B).abortRequested(AbortSource.USER).applicationEnded();

    assertThat(of(story).failed()).isFalse();
  }

  @Test
  void resultThatWasNotSentAnyMore_isLostToTheAbort() {
    Story story = ended(started(reported(B), A), A, ToolOutcome.DONE);

    assertThat(code(story.abortRequested(AbortSource.USER))).isEqualTo("abort.user@tool_done/user");
  }

  private static Story reported(Token... calls) {
    Story story = askedForTwo();
    for (Token call : calls) {
      ended(started(story, call), call, ToolOutcome.DONE);
      story.agentSaid(at -> new ToolResultSent(at, call));
    }
    return story;
  }

  @Test
  void processThatDied_tookARunningToolWithIt_andNoneThatWaited() {
    assertThat(code(started(askedForTwo(), A).processLost()))
        .isEqualTo("host.process_lost@tool_running/host");
    assertThat(of(askedForTwo().processLost()).cause()).isNotEqualTo(Cause.HOST_PROCESS_LOST);
  }

  @Test
  void timerOfTheWholeRun_stopsItsTools() {
    assertThat(code(started(askedForTwo(), A).timerFired(TimerKind.TOTAL)))
        .isEqualTo("watchdog.total@tool_running/watchdog");
  }
}
