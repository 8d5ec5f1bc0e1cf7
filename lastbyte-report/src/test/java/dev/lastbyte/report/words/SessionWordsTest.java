// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.RequestEvent.LinkBasis;
import dev.lastbyte.core.event.RequestEvent.RequestBegan;
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
import dev.lastbyte.core.session.Session;
import dev.lastbyte.report.SessionText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is said of several runs. */
class SessionWordsTest {

  private final List<RunLog> logs = new ArrayList<>();

  private static Stamp at(long nanos) {
    return new Stamp(nanos, 1, Vantage.GATEWAY_UP);
  }

  private static Token id(int run) {
    return new Token("r-" + run);
  }

  /** The next run of the session, whose request was sent whole. */
  private void run(Link link, long pauseMillis, RunEvent... events) {
    int number = logs.size() + 1;
    List<RunEvent> all =
        new ArrayList<>(List.of(new RequestBegan(at(1)), new RequestSent(at(2), 9)));
    if (number > 1) {
      long pause = TimeUnit.MILLISECONDS.toNanos(pauseMillis);
      Token earlier = id(number - 1);
      all.add(new RunLinked(at(3), link, LinkBasis.CONVERSATION, earlier, id(1), number, pause));
    }
    all.addAll(List.of(events));
    logs.add(new RunLog(new RunHeader(id(number), 1_000L * number, null), all, 0));
  }

  private static ResponseStarted status(int status) {
    return new ResponseStarted(at(4), status, Framing.CHUNKED, Media.EVENT_STREAM, null);
  }

  private static RunEvent closed() {
    return new PeerClosed(at(9), CloseMark.FIN, 0, 9);
  }

  private List<String> sentences() {
    return SessionText.sentences(Session.of(logs));
  }

  @Test
  void sendingsThatHadResponses_didNotSucceed_ratherThanStayUnanswered() {
    for (int i = 0; i < 3; i++) {
      run(Link.RETRY, 500, status(429));
    }

    assertThat(sentences())
        .containsExactly(
            "The client sent run r-1 3 times, 500 ms and 500 ms after the end of the one before;"
                + " none succeeded: each ended as provider.rate_limited.");
  }

  @Test
  void sendingsThatFailedDifferently_areCountedByCause() {
    run(Link.RETRY, 0, status(429));
    run(Link.RETRY, 500, closed());
    run(Link.RETRY, 900, closed());

    assertThat(sentences())
        .containsExactly(
            "The client sent run r-1 3 times, 500 ms and 900 ms after the end of the one before;"
                + " none succeeded: 1 ended as provider.rate_limited, 2 ended as"
                + " wait.empty_reply.");
  }

  @Test
  void nestedRetries_areToldAsTwoLayers() {
    long[] inner = {200, 400, 800, 1_600};
    for (int sending = 0; sending < 30; sending++) {
      int place = (sending + 4) % 5;
      run(Link.RETRY, place < 4 ? inner[place] : 300, closed());
    }

    assertThat(sentences())
        .containsExactly(
            "The client sent run r-1 30 times, 200 ms to 1.60 s after the end of the one before;"
                + " none was answered: each ended as wait.empty_reply. That is 6 times 5: two"
                + " layers of retries, whose pauses begin anew.");
  }

  @Test
  void aCallThatEverySendingHandedOut_mayHaveRunAsOften() {
    for (int sending = 0; sending < 5; sending++) {
      run(Link.RETRY, 500, withCall(closed()));
    }

    assertThat(sentences())
        .containsExactly(
            "The client sent run r-1 5 times, 500 ms after the end of the one before; none"
                + " succeeded: each ended as stream.premature_eof. After a cut response it asked"
                + " anew.",
            "In 5 of 5 sendings of run r-1 the model had handed out a complete call of `bash`, and"
                + " no result came back: a client that executes calls as they arrive ran it up to"
                + " 5 times (likely).");
  }

  @Test
  void goingOnFromACut_isTold_withTheCallThatRan() {
    run(Link.STEP, 0, withCall(closed(), new ToolResultSent(at(20), new Token("call-1"))));
    run(Link.STEP, 500, closed());

    assertThat(sentences())
        .containsExactly(
            "The client went on from the cut response of run r-1 with run r-2; the call of `bash`"
                + " ran once, its result came back.");
  }

  private static RunEvent[] withCall(RunEvent... more) {
    List<RunEvent> events =
        new ArrayList<>(
            List.of(
                status(200),
                new ToolCallStarted(at(5), 0, new Token("call-1"), new Token("bash")),
                new ToolCallReady(at(6), 0)));
    events.addAll(List.of(more));
    return events.toArray(RunEvent[]::new);
  }
}
