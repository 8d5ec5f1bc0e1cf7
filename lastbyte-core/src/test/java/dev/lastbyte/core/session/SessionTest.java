// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.RequestEvent.LinkBasis;
import dev.lastbyte.core.event.RequestEvent.RequestBegan;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.RequestEvent.RunLinked;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.ToolEvent.ToolRepeated;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Runs are told in any order; each of these failed, since its provider closed without a word. */
class SessionTest {

  private static final Stamp AT = new Stamp(10, 1, Vantage.GATEWAY_UP);

  private static Token id(int run) {
    return new Token("r-" + run);
  }

  private static RunLog run(int number, RunEvent... more) {
    List<RunEvent> events =
        new ArrayList<>(
            List.of(
                new RequestBegan(AT),
                new RequestSent(AT, 9),
                new PeerClosed(AT, CloseMark.FIN, 0, 9)));
    events.addAll(List.of(more));
    return new RunLog(new RunHeader(id(number), number * 1_000L, null), events, 0);
  }

  private static RunLinked linked(Link link, @Nullable Token earlier, int number, long after) {
    return new RunLinked(AT, link, LinkBasis.CONVERSATION, earlier, id(1), number, after);
  }

  private static RunLog retry(int number, int sending, long after) {
    return run(number, linked(Link.RETRY, id(number - 1), sending, after));
  }

  private static RunLog step(int number) {
    return run(number, linked(Link.STEP, id(number - 1), number, 0));
  }

  @Test
  void retries_areOneQuestion_inTheirOrder_withTheirPauses() {
    Session session = Session.of(List.of(retry(3, 3, 1_100), run(1), retry(2, 2, 500)));

    assertThat(session.questions()).hasSize(1);
    Question question = session.questions().getFirst();
    assertThat(question.sendings()).extracting(Sending::run).containsExactly(id(1), id(2), id(3));
    assertThat(question.pausesNanos()).containsExactly(500L, 1_100L);
    assertThat(question.times()).isEqualTo(3);
    assertThat(question.isStorm()).isFalse();
    assertThat(session.patterns()).containsExactly(new ClientPattern.Retried(question));
  }

  @Test
  void theClientsRetryCount_includesUnrecordedRetries() {
    Session session = Session.of(List.of(run(1, linked(Link.RETRY, null, 12, 0))));

    Question question = Objects.requireNonNull(session.of(id(1)));
    assertThat(question.times()).isEqualTo(12);
    assertThat(question.isStorm()).isTrue();
  }

  @Test
  void stepsThatAllFailedInOneWay_areALoop_fromTheThirdOn() {
    assertThat(Session.of(List.of(run(1), step(2))).patterns()).isEmpty();
    assertThat(Session.of(List.of(run(1), step(2), step(3))).patterns())
        .containsExactly(new ClientPattern.Looped(id(1), 3, Cause.WAIT_EMPTY_REPLY));
  }

  @Test
  void runsThatAreNotLinked_areNoLoop() {
    assertThat(Session.of(List.of(run(1), run(2), run(3))).patterns()).isEmpty();
  }

  @Test
  void aToolThatRanAgain_isTold() {
    Session session = Session.of(List.of(run(1, new ToolRepeated(AT, null, id(7)))));

    assertThat(session.patterns()).containsExactly(new ClientPattern.RanAgain(id(1), id(7)));
  }

  @Test
  void aSession_isNamedByItsClient_elseByItsFirstRun() {
    var named = new Correlated(AT, Correlation.SESSION_ID, new Token("mine"));

    assertThat(ConversationPosition.of(run(1, named)).session()).isEqualTo(new Token("mine"));
    assertThat(ConversationPosition.of(run(1)).session()).isEqualTo(id(1));
    assertThat(ConversationPosition.of(step(2)).session()).isEqualTo(id(1));
    assertThat(ConversationPosition.of(step(2)).sending()).isEqualTo(1);
    assertThat(ConversationPosition.of(retry(3, 3, 0)).sending()).isEqualTo(3);
  }
}
