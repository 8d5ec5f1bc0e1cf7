// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.RequestEvent.ConversationSeen;
import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.RequestEvent.LinkBasis;
import dev.lastbyte.core.event.RequestEvent.RequestBegan;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.RequestEvent.RunLinked;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolRepeated;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Runs are told in any order; each of these failed, since its provider closed without a word. */
class SessionTest {

  private static final Stamp AT = new Stamp(10, 1, Vantage.GATEWAY_UP);

  /** Ahead of the end of the connection. */
  private static final Stamp BEFORE = new Stamp(9, 1, Vantage.GATEWAY_UP);

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

  private static RequestDescribed asks(String model, Known streaming, int tools) {
    return new RequestDescribed(
        AT, Dialect.OPENAI_CHAT, new Token(model), streaming, Known.NO, Known.NO, tools, 0);
  }

  /** A response that had handed out a call when it was cut. */
  private static RunEvent[] call(String tool, RunEvent... more) {
    List<RunEvent> events =
        new ArrayList<>(
            List.of(
                new ResponseStarted(BEFORE, 200, Framing.CHUNKED, Media.EVENT_STREAM, null),
                new ToolCallStarted(BEFORE, 0, new Token("call-1"), new Token(tool)),
                new ToolCallReady(BEFORE, 0)));
    events.addAll(List.of(more));
    return events.toArray(RunEvent[]::new);
  }

  private static RunEvent[] and(RunEvent[] events, RunEvent last) {
    RunEvent[] all = Arrays.copyOf(events, events.length + 1);
    all[events.length] = last;
    return all;
  }

  private static <P extends ClientPattern> List<P> patterns(Class<P> type, RunLog... logs) {
    return Session.of(List.of(logs)).patterns().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @Test
  void aCallHandedOutByEverySending_withoutAResult_mayHaveRunEachTime() {
    RunLog first = run(1, call("bash"));
    RunLog second = run(2, and(call("bash"), linked(Link.RETRY, id(1), 2, 0)));

    var handed = patterns(ClientPattern.HandedOut.class, first, second).getFirst();

    assertThat(handed.tool()).isEqualTo(new Token("bash"));
    assertThat(handed.sendings()).isEqualTo(2);
    assertThat(handed.results()).isZero();
    assertThat(handed.certainty()).isEqualTo(Certainty.LIKELY);
  }

  @Test
  void aCallOfOneSendingOnly_orOfAReadOnlyTool_isNotToldAsHandedOutAgain() {
    var readOnly = new ToolStarted(AT, new Token("call-1"), ToolEffect.READ_ONLY);
    RunLog one = run(1, call("bash"));
    RunLog harmless = run(1, call("look", readOnly));
    RunEvent again = linked(Link.RETRY, id(1), 2, 0);

    assertThat(patterns(ClientPattern.HandedOut.class, one, run(2, again))).isEmpty();
    assertThat(
            patterns(
                ClientPattern.HandedOut.class,
                harmless,
                run(2, and(call("look", readOnly), again))))
        .isEmpty();
  }

  @Test
  void aStepAfterACutResponse_tellsThatTheCallRanOnce() {
    RunLog cut = run(1, call("bash", new ToolResultSent(AT, new Token("call-1"))));

    assertThat(patterns(ClientPattern.WentOn.class, cut, step(2)))
        .containsExactly(new ClientPattern.WentOn(id(1), id(2), List.of(new Token("bash")), 1));
    assertThat(patterns(ClientPattern.WentOn.class, run(1), step(2)))
        .as("a response that never began is nothing to go on from")
        .isEmpty();
  }

  @Test
  void aRetryAfterACutInContent_isAskedAnew_withItsFailuresCounted() {
    Session session = Session.of(List.of(run(1, call("bash")), retry(2, 2, 500), retry(3, 3, 500)));
    Question question = session.questions().getFirst();

    assertThat(question.askedAnew()).isEqualTo(1);
    assertThat(question.hadResponse()).isTrue();
    assertThat(question.failures())
        .containsExactly(
            Map.entry(Cause.STREAM_PREMATURE_EOF, 1), Map.entry(Cause.WAIT_EMPTY_REPLY, 2));
  }

  @Test
  void aRetryWithoutAStream_isSeen() {
    RunLog first = run(1, asks("m", Known.YES, 0));
    RunLog second = run(2, asks("m", Known.NO, 0), linked(Link.RETRY, id(1), 2, 0));

    assertThat(Session.of(List.of(first, second)).questions().getFirst().streamingGivenUpAt())
        .isEqualTo(2);
    assertThat(Session.of(List.of(second)).questions().getFirst().streamingGivenUpAt()).isZero();
  }

  @Test
  void underOneCallersName_anotherModel_isNoRetry() {
    RunLog first = run(1, asks("large", Known.YES, 3));
    var linked = new RunLinked(AT, Link.RETRY, LinkBasis.CALLER_RUN, id(1), id(1), 2, 0);
    RunLog title = run(2, asks("small", Known.NO, 0), linked, new ConversationSeen(AT, id(9), 2));

    Session session = Session.of(List.of(first, title));

    assertThat(session.questions()).hasSize(2);
    assertThat(session.patterns())
        .containsExactly(new ClientPattern.AskedBeside(List.of(session.questions().get(1))));
  }

  @Test
  void equalMessagesToAnotherProvider_areNoRetry() {
    RunLog first = at(new Token("openai"), run(1));
    RunLog second = at(new Token("anthropic"), retry(2, 2, 500));

    Session session = Session.of(List.of(first, second));

    assertThat(session.questions()).hasSize(2);
    assertThat(session.patterns()).isEmpty();
  }

  private static RunLog at(Token provider, RunLog log) {
    var header = new RunHeader(log.header().run(), log.header().startedAtEpochMillis(), provider);
    return new RunLog(header, log.events(), log.dropped());
  }

  @Test
  void aConversationWithoutTools_isNotBesideItself() {
    RunLog first = run(1, asks("m", Known.YES, 0), new ConversationSeen(AT, id(9), 1));

    assertThat(patterns(ClientPattern.AskedBeside.class, first)).isEmpty();
  }

  private static RunLog refused(int number, RunEvent... more) {
    List<RunEvent> events =
        new ArrayList<>(
            List.of(
                new RequestBegan(AT),
                new RequestSent(AT, 9),
                new ResponseStarted(AT, 400, Framing.LENGTH, Media.JSON, null),
                new ProviderFailed(
                    AT,
                    ProviderFailure.INVALID_REQUEST,
                    new Token("invalid_request_error"),
                    false)));
    events.addAll(List.of(more));
    return new RunLog(new RunHeader(id(number), number * 1_000L, null), events, 0);
  }

  private static RunEvent[] asksWith(int messages, int tools) {
    return new RunEvent[] {
      asks("m", Known.YES, tools), new ConversationSeen(AT, new Token("c-" + messages), messages)
    };
  }

  private static RunLog accepted(int number, int messages) {
    List<RunEvent> events = new ArrayList<>(List.of(asksWith(messages, 2)));
    events.add(new ResponseStarted(BEFORE, 200, Framing.CHUNKED, Media.EVENT_STREAM, null));
    return run(number, events.toArray(RunEvent[]::new));
  }

  @Test
  void sameRefusalOfEveryLaterRequest_isABrokenHistory() {
    Session session =
        Session.of(
            List.of(accepted(1, 8), refused(2, asksWith(10, 2)), refused(3, asksWith(11, 2))));

    assertThat(session.patterns())
        .containsExactly(
            new ClientPattern.BrokenHistory(id(1), id(2), 2, Cause.PROVIDER_INVALID_REQUEST));
  }

  @Test
  void refusalThatStandsAlone_orOfOtherTools_orThatPassed_isNoBrokenHistory() {
    assertThat(Session.of(List.of(accepted(1, 8), refused(2, asksWith(10, 2)))).patterns())
        .isEmpty();
    assertThat(
            Session.of(
                    List.of(
                        accepted(1, 8), refused(2, asksWith(10, 3)), refused(3, asksWith(11, 3))))
                .patterns())
        .isEmpty();
    assertThat(
            Session.of(
                    List.of(
                        accepted(1, 8),
                        refused(2, asksWith(10, 2)),
                        refused(3, asksWith(11, 2)),
                        accepted(4, 6)))
                .patterns())
        .isEmpty();
    assertThat(
            Session.of(List.of(refused(2, asksWith(10, 2)), refused(3, asksWith(11, 2))))
                .patterns())
        .isEmpty();
  }
}
