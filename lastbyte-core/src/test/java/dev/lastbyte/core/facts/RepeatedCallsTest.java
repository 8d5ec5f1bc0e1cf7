// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.ToolCall.Repeat;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.story.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether the calls of two attempts are one call that was executed twice. */
class RepeatedCallsTest {

  private static final Token PAY = new Token("pay");
  private static final Token SEND = new Token("send");
  private static final Token SAME = new Token("hash-1");
  private static final Token OTHER = new Token("hash-2");

  private static Story called(
      Story story, @Nullable String id, @Nullable Token tool, @Nullable Token arguments) {
    Token call = id == null ? null : new Token(id);
    return story
        .streaming()
        .seen(Vantage.GATEWAY_UP, at -> new ToolCallStarted(at, 0, call, tool))
        .seen(Vantage.GATEWAY_UP, at -> new ToolCallReady(at, 0, arguments));
  }

  private static Story ran(
      Story story, @Nullable String id, @Nullable Token tool, @Nullable Token arguments) {
    Token call = id == null ? null : new Token(id);
    return called(story, id, tool, arguments)
        .agentSaid(at -> new ToolStarted(at, call, ToolEffect.REMOTE_WRITE));
  }

  private static RunFacts run(Story story) {
    return RunFacts.of(story.log());
  }

  /** A payment with known arguments, and what the next attempt executed. */
  private static @Nullable ToolCall afterPaying(String id, Token tool, @Nullable Token arguments) {
    return run(ran(ran(Story.began(), "a", PAY, SAME).again(), id, tool, arguments)).repeatedCall();
  }

  private static Repeat repeat(@Nullable ToolCall call) {
    return call == null ? Repeat.NONE : call.repeat();
  }

  @Test
  void equalArgumentsOfOneTool_areOneCall_whateverItsId() {
    assertThat(repeat(afterPaying("b", PAY, SAME))).isEqualTo(Repeat.PROVEN);
    assertThat(repeat(afterPaying("a", PAY, OTHER))).isEqualTo(Repeat.NONE);
    assertThat(repeat(afterPaying("b", SEND, SAME))).isEqualTo(Repeat.NONE);
  }

  @Test
  void whereArgumentsAreNotKnown_theIdDecides_andProvesNothing() {
    assertThat(repeat(afterPaying("a", PAY, null))).isEqualTo(Repeat.LIKELY);
    assertThat(repeat(afterPaying("b", PAY, null))).isEqualTo(Repeat.NONE);
    assertThat(repeat(afterPaying("a", SEND, null))).isEqualTo(Repeat.NONE);
  }

  @Test
  void callsWithoutIdAndArguments_areNeverOne() {
    Story story = ran(ran(Story.began(), null, PAY, null).again(), null, PAY, null);

    assertThat(run(story).repeatedCall()).isNull();
    assertThat(run(story).toolsOfAllAttempts()).hasSize(2);
  }

  @Test
  void oneOfTheNamesUnknown_isNoOtherTool() {
    Story first = ran(ran(Story.began(), "a", null, SAME).again(), "b", PAY, SAME);
    Story second = ran(ran(Story.began(), "a", PAY, SAME).again(), "b", null, SAME);

    assertThat(repeat(run(first).repeatedCall())).isEqualTo(Repeat.PROVEN);
    assertThat(repeat(run(second).repeatedCall())).isEqualTo(Repeat.PROVEN);
  }

  @Test
  void executionsOfAllAttempts_areCounted() {
    Story story = ran(ran(Story.began(), "a", PAY, SAME).again(), "b", PAY, SAME);
    ran(story.again(), "c", PAY, SAME);

    assertThat(run(story).toolsOfAllAttempts())
        .singleElement()
        .satisfies(call -> assertThat(call.timesStarted()).isEqualTo(3));
  }

  @Test
  void executionThatFailed_mayHaveDoneNothing() {
    Story story = ran(Story.began(), "a", PAY, SAME);
    story.agentSaid(at -> new ToolEnded(at, new Token("a"), ToolOutcome.FAILED));

    assertThat(repeat(run(ran(story.again(), "b", PAY, SAME)).repeatedCall()))
        .isEqualTo(Repeat.LIKELY);
  }

  @Test
  void callThatWasNotExecuted_isNoRepeat() {
    Story first = ran(called(Story.began(), "a", PAY, SAME).again(), "b", PAY, SAME);
    Story second = called(ran(Story.began(), "a", PAY, SAME).again(), "b", PAY, SAME);

    assertThat(run(first).repeatedCall()).isNull();
    assertThat(run(second).repeatedCall()).isNull();
  }

  @Test
  void endOfACall_tellsOfItsStart_whichWasNotSeen_andOneThatWasDroppedDidNotRun() {
    assertThat(repeat(endedTwice(ToolOutcome.DONE))).isEqualTo(Repeat.PROVEN);
    assertThat(repeat(endedTwice(ToolOutcome.FAILED))).isEqualTo(Repeat.LIKELY);
    assertThat(repeat(endedTwice(ToolOutcome.DROPPED))).isEqualTo(Repeat.NONE);
  }

  private static @Nullable ToolCall endedTwice(ToolOutcome outcome) {
    Story story = called(Story.began(), "a", PAY, SAME);
    story.agentSaid(at -> new ToolEnded(at, new Token("a"), outcome));
    called(story.again(), "b", PAY, SAME);
    return run(story.agentSaid(at -> new ToolEnded(at, new Token("b"), outcome))).repeatedCall();
  }

  @Test
  void surestOfTheRepeatedCalls_isTold_inEitherOrder() {
    assertThat(repeat(run(likelyAndProven(true)).repeatedCall())).isEqualTo(Repeat.PROVEN);
    assertThat(repeat(run(likelyAndProven(false)).repeatedCall())).isEqualTo(Repeat.PROVEN);
  }

  private static Story likelyAndProven(boolean likelyFirst) {
    Token likely = new Token(likelyFirst ? "a" : "b");
    Token proven = new Token(likelyFirst ? "b" : "a");
    Story story =
        Story.began()
            .streaming()
            .seen(
                Vantage.GATEWAY_UP,
                at -> new ToolCallStarted(at, 0, new Token("a"), new Token("first")))
            .seen(
                Vantage.GATEWAY_UP,
                at -> new ToolCallStarted(at, 1, new Token("b"), new Token("second")));
    twice(story, likely, ToolOutcome.FAILED);
    return twice(story, proven, ToolOutcome.DONE);
  }

  private static Story twice(Story story, Token call, ToolOutcome outcome) {
    return story
        .agentSaid(at -> new ToolStarted(at, call, ToolEffect.REMOTE_WRITE))
        .agentSaid(at -> new ToolEnded(at, call, outcome))
        .agentSaid(at -> new ToolStarted(at, call, ToolEffect.REMOTE_WRITE));
  }

  @Test
  void toolThatOnlyReads_mayRunTwice() {
    Story story =
        called(Story.began(), "a", PAY, SAME)
            .agentSaid(at -> new ToolStarted(at, new Token("a"), ToolEffect.READ_ONLY));
    called(story.again(), "b", PAY, SAME)
        .agentSaid(at -> new ToolStarted(at, new Token("b"), ToolEffect.READ_ONLY));

    assertThat(run(story).repeatedCall()).isNull();
  }
}
