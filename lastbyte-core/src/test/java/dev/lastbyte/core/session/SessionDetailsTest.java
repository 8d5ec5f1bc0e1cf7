// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RequestEvent.ConversationSeen;
import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.RequestEvent.LinkBasis;
import dev.lastbyte.core.event.RequestEvent.RequestBegan;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.RequestEvent.RunLinked;
import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bounds of what a session tells: how many, how alike, how long. */
class SessionDetailsTest {

  private static final Stamp AT = new Stamp(10, 1, Vantage.GATEWAY_UP);
  private static final Token CALL = new Token("call-1");

  private static Token id(int run) {
    return new Token("r-" + run);
  }

  /** A run whose provider closed without a word, unless {@code more} tells of a response. */
  private static RunLog run(int number, RunEvent... more) {
    List<RunEvent> events = new ArrayList<>(List.of(more));
    events.add(new RequestBegan(AT));
    events.add(new RequestSent(AT, 9));
    events.add(new PeerClosed(AT, CloseMark.FIN, 0, 9));
    return new RunLog(new RunHeader(id(number), number * 1_000L, null), events, 0);
  }

  private static RunLinked linked(Link link, LinkBasis basis, int earlier, int number, long after) {
    return new RunLinked(AT, link, basis, id(earlier), id(1), number, after);
  }

  private static RunLinked retry(int number, long after) {
    return linked(Link.RETRY, LinkBasis.CONVERSATION, number - 1, number, after);
  }

  private static RunLinked step(int number) {
    return linked(Link.STEP, LinkBasis.CONVERSATION, number - 1, number, 0);
  }

  private static RequestDescribed asks(String model, int tools) {
    return new RequestDescribed(
        AT, Dialect.OPENAI_CHAT, new Token(model), Known.YES, Known.NO, Known.NO, tools, 0);
  }

  private static RunEvent[] called(String tool, RunEvent... more) {
    List<RunEvent> events = new ArrayList<>();
    events.add(new ResponseStarted(AT, 200, Framing.CHUNKED, Media.EVENT_STREAM, null));
    events.add(new ToolCallStarted(AT, 0, CALL, new Token(tool)));
    events.add(new ToolCallReady(AT, 0));
    events.addAll(List.of(more));
    return events.toArray(RunEvent[]::new);
  }

  private static List<ClientPattern> patterns(RunLog... logs) {
    return Session.of(List.of(logs)).patterns();
  }

  private static List<ClientPattern.HandedOut> handedOut(RunLog... logs) {
    return patterns(logs).stream()
        .filter(ClientPattern.HandedOut.class::isInstance)
        .map(ClientPattern.HandedOut.class::cast)
        .toList();
  }

  @Test
  void tenSendings_areAStorm_andNineAreNot() {
    assertThat(Session.of(List.of(run(1, retry(10, 0)))).questions().getFirst().isStorm()).isTrue();
    assertThat(Session.of(List.of(run(1, retry(9, 0)))).questions().getFirst().isStorm()).isFalse();
  }

  @Test
  void question_isFoundByEachOfItsRuns_andByNoOther() {
    Session session = Session.of(List.of(run(1), run(2, retry(2, 1)), run(3)));

    assertThat(session.of(id(2))).isEqualTo(session.questions().getFirst());
    assertThat(session.of(id(3))).isEqualTo(session.questions().get(1));
    assertThat(session.of(id(99))).isNull();
  }

  @Test
  void modelAndResponse_areThoseThatWereSeen() {
    Session session = Session.of(List.of(run(1, asks("m", 0)), run(2)));

    assertThat(session.questions().getFirst().first().model()).isEqualTo(new Token("m"));
    assertThat(session.questions().get(1).first().model()).isNull();
    assertThat(session.questions().getFirst().hadResponse()).isFalse();
  }

  @Test
  void pausesThatGrowAndBeginAnew_areTwoLayersOfRetries() {
    long second = Duration.ofSeconds(1).toNanos();
    Session session =
        Session.of(
            List.of(
                run(1),
                run(2, retry(2, second)),
                run(3, retry(3, 2 * second)),
                run(4, retry(4, 7 * second)),
                run(5, retry(5, second)),
                run(6, retry(6, 2 * second))));

    assertThat(session.questions().getFirst().layers()).isEqualTo(new RetryLayers(2, 3, 0));
  }

  @Test
  void loopOfResponsesCutInContent_isToldAsALoopAlone() {
    assertThat(
            patterns(
                run(1, called("bash")),
                run(2, append(called("bash"), step(2))),
                run(3, append(called("bash"), step(3))),
                run(4, append(called("bash"), step(4)))))
        .containsExactly(new ClientPattern.Looped(id(1), 4, Cause.STREAM_PREMATURE_EOF));
  }

  @Test
  void twoStepsInARow_areNoLoop_andTheFirstWentOn() {
    assertThat(patterns(run(1, called("bash")), run(2, append(called("bash"), step(2)))))
        .containsExactly(new ClientPattern.WentOn(id(1), id(2), List.of(), 0));
  }

  @Test
  void callsOfDifferentTools_areNotOneHandedOutTwice() {
    assertThat(handedOut(run(1, called("bash")), run(2, append(called("look"), retry(2, 1)))))
        .isEmpty();
  }

  @Test
  void callWhoseEveryResultCameBack_isKnownToHaveRun() {
    var result = new ToolResultSent(AT, CALL);
    RunLog first = run(1, called("bash", result));
    RunLog second = run(2, append(called("bash"), retry(2, 1)));
    RunLog secondToo = run(2, append(called("bash", result), retry(2, 1)));

    assertThat(handedOut(first, second).getFirst().results()).isOne();
    assertThat(handedOut(first, secondToo)).isEmpty();
  }

  @Test
  void underOneCallersName_onlyWhatIsKnownToDiffer_isAnotherQuestion() {
    assertThat(questionsOfOneName(asks("m", 2), asks("m", 2))).isOne();
    assertThat(questionsOfOneName(asks("m", 2), asks("n", 2))).isEqualTo(2);
    assertThat(questionsOfOneName(asks("m", 2), asks("m", 0))).isEqualTo(2);
    assertThat(questionsOfOneName(new RequestBegan(AT), asks("m", 0))).isOne();
    assertThat(questionsOfOneName(asks("m", 0), new RequestBegan(AT))).isOne();
  }

  private static int questionsOfOneName(RunEvent first, RunEvent second) {
    RunLinked named = linked(Link.RETRY, LinkBasis.CALLER_RUN, 1, 2, 0);
    return Session.of(List.of(run(1, first), run(2, second, named))).questions().size();
  }

  @Test
  void shortQuestionWithoutTools_isAskedBeside_ofAtMostThreeMessages() {
    assertThat(besideWith(new ConversationSeen(AT, id(9), 3))).isOne();
    assertThat(besideWith(new ConversationSeen(AT, id(9), 4))).isZero();
    assertThat(besideWith()).as("how long it is was not seen").isZero();
  }

  private static long besideWith(RunEvent... more) {
    RunLog main = run(1, asks("m", 2), new ConversationSeen(AT, id(8), 1));
    RunLog other = run(2, append(more, asks("m", 0)));
    return patterns(main, other).stream()
        .filter(ClientPattern.AskedBeside.class::isInstance)
        .count();
  }

  private static RunEvent[] append(RunEvent[] events, RunEvent last) {
    List<RunEvent> all = new ArrayList<>(List.of(events));
    all.add(last);
    return all.toArray(RunEvent[]::new);
  }
}
