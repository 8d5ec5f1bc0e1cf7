// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import static dev.lastbyte.core.event.CloseEvent.CloseMark.FIN;
import static dev.lastbyte.core.recovery.RetrySafety.SAFE_AUTO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.USER_CONFIRMED_RETRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.recovery.RetryPolicy.Basis;
import dev.lastbyte.core.recovery.RetryPolicy.Declared;
import dev.lastbyte.core.story.Story;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a consumer may decide, and what no policy can allow. */
class RetryPolicyTest {

  private static final Token READ_FILE = new Token("read_file");

  private static RetryVerdict verdict(Story story, RetryPolicy policy) {
    AttemptFacts facts = RunFacts.of(story.log()).last();
    return RetryVerdict.of(facts, Diagnoser.diagnose(facts), policy);
  }

  private static RetryPolicy declaring(ToolEffect effect, Basis basis) {
    return RetryPolicy.standard().declaring(Map.of(READ_FILE, new Declared(effect, basis)));
  }

  private static Story cutAfterTheCallWasReady() {
    return Story.began().streaming().toolCallReady(READ_FILE).cut(FIN);
  }

  @Test
  void callOfAToolThatItsOwnerDeclaresReadOnly_isContinuedByItself() {
    RetryVerdict verdict =
        verdict(cutAfterTheCallWasReady(), declaring(ToolEffect.READ_ONLY, Basis.OWNER));

    assertThat(verdict.safety()).isEqualTo(SAFE_AUTO_RETRY);
    assertThat(verdict.recovery()).isInstanceOf(Recovery.Continue.class);
  }

  @Test
  void aToolsOwnClaim_isNotReliedUpon() {
    assertThat(
            verdict(cutAfterTheCallWasReady(), declaring(ToolEffect.READ_ONLY, Basis.CLAIM))
                .safety())
        .isEqualTo(USER_CONFIRMED_RETRY);
  }

  @Test
  void whereApplicationAndOwnerDisagree_theWorseIsBelieved() {
    Story story =
        Story.began()
            .streaming()
            .toolCallReady(READ_FILE)
            .toolStarted(ToolEffect.READ_ONLY)
            .toolDone()
            .cut(FIN);

    assertThat(verdict(story, declaring(ToolEffect.REMOTE_WRITE, Basis.OWNER)).safety())
        .isEqualTo(USER_CONFIRMED_RETRY);
    assertThat(verdict(story, declaring(ToolEffect.READ_ONLY, Basis.OWNER)).safety())
        .isEqualTo(SAFE_AUTO_RETRY);
  }

  @Test
  void aBudgetOfAttempts_endsInAQuestion() {
    Story story = Story.began().connected().sent().providerClosed(FIN);
    var oneOnly =
        new RetryPolicy(Duration.ZERO, 1, Duration.ZERO, Duration.ZERO, false, true, Map.of());

    assertThat(verdict(story, oneOnly).safety()).isEqualTo(USER_CONFIRMED_RETRY);
    assertThat(verdict(story, RetryPolicy.standard()).safety()).isEqualTo(SAFE_AUTO_RETRY);
  }

  @Test
  void whereBeingBilledTwiceIsNotAllowed_aPersonDecides() {
    Story story = Story.began().streaming().flowed(Content.REASONING).cut(FIN);
    var thrifty =
        new RetryPolicy(
            Duration.ofMinutes(2), 3, Duration.ZERO, Duration.ZERO, false, false, Map.of());

    assertThat(verdict(story, thrifty).safety()).isEqualTo(USER_CONFIRMED_RETRY);
  }

  @Test
  void pausesDouble_upToTheLongest() {
    RetryPolicy policy = RetryPolicy.standard();

    assertThat(policy.pauseAfter(1)).isEqualTo(Duration.ofMillis(500));
    assertThat(policy.pauseAfter(3)).isEqualTo(Duration.ofSeconds(2));
    assertThat(policy.pauseAfter(1_000)).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void aPolicyWithoutAnyAttempt_isRefused() {
    assertThatThrownBy(() ->
            new RetryPolicy(Duration.ZERO, 0, Duration.ZERO, Duration.ZERO, false, true, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mostAttempts must be at least 1, but was 0");
  }

  @Test
  void backtest_countsWhatACandidateWouldHaveDone() {
    Backtest backtest = Backtest.of(RetryPolicy.standard().retracting());
    backtest.replay(Story.began().streaming().flowed(Content.TEXT).cut(FIN).log());
    backtest.replay(Story.began().connected().sent().providerClosed(FIN).log());

    Backtest.Result result = backtest.result();
    assertThat(result.runs()).isEqualTo(2);
    assertThat(result.failures()).isEqualTo(2);
    assertThat(result.changedCount()).isEqualTo(1);
    assertThat(result.unsafe())
        .extracting(Backtest.Case::code)
        .containsExactly("stream.premature_eof@text/provider");
  }
}
