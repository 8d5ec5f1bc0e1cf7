// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.event.ConnectionEvent.SocketState;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.LifeEvent.RunOutcome;
import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.LocalEvent.TimerFired;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.ResponseEvent.ErrorBodySeen;
import dev.lastbyte.core.event.ResponseEvent.ErrorShape;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.PieceArrived;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.story.Stories;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * No diagnosis names as missing what the run's log has already told: the advice "to know it, …"
 * would contradict it. Over the story of every cause, and every kind of attempt, alone and after
 * another; what is told is read from the events, without the readers of the facts. And what an
 * advice asks a program to report is no longer missing once it is reported.
 */
class AdviceAgainstFactsTest {

  private static final RunHeader HEADER = new RunHeader(new Token("r"), 0, null);
  private static final long SECOND_ATTEMPT_NANOS = 10_000_000_000L;

  /** A run: its last attempt, and what came before. */
  private record Told(List<RunEvent> before, List<RunEvent> last) {

    List<Missing> missing() {
      List<RunEvent> all = new ArrayList<>(before);
      all.addAll(last);
      return Diagnoser.diagnose(RunFacts.of(new RunLog(HEADER, all, 0))).missing();
    }

    Told and(RunEvent report) {
      List<RunEvent> more = new ArrayList<>(last);
      more.add(report);
      return new Told(before, more);
    }

    boolean has(Predicate<RunEvent> event) {
      return last.stream().anyMatch(event);
    }
  }

  private static List<Told> runs() {
    List<Told> runs = new ArrayList<>();
    Stories.all().forEach(story -> runs.add(new Told(List.of(), story.log().events())));
    List<RunEvent> refused = new ArrayList<>();
    AttemptKind.refusedAtTheDial().tell(1, 0, refused);
    for (AttemptKind kind : AttemptKind.endingInEveryWay()) {
      List<RunEvent> alone = new ArrayList<>();
      kind.tell(1, 0, alone);
      runs.add(new Told(List.of(), alone));
      List<RunEvent> second = new ArrayList<>();
      kind.tell(2, SECOND_ATTEMPT_NANOS, second);
      runs.add(new Told(refused, second));
    }
    return runs;
  }

  @Test
  void nothingThatTheLogTells_isCalledMissing() {
    Map<Missing, Integer> named = new EnumMap<>(Missing.class);
    int checked = 0;
    for (Told run : runs()) {
      for (Missing missing : run.missing()) {
        checked++;
        named.merge(missing, 1, Integer::sum);
        assertThat(isTold(missing, run)).as("%s is told by %s", missing, run.last()).isFalse();
      }
    }

    System.out.println("pieces of advice held against the run's own log: " + checked + " " + named);
    assertThat(named)
        .containsKeys(
            Missing.CLOSING_HOP,
            Missing.TOOL_EXECUTION,
            Missing.PROVIDER_TOOLS,
            Missing.CONTENT,
            Missing.OUTCOME,
            Missing.CODE_MEANING,
            Missing.SOCKET_BEFORE_REUSE,
            Missing.ABORT_PROVENANCE);
  }

  @Test
  void whatAProgramReportsAsItWasAdvised_isNoLongerMissing() {
    int followed = 0;
    for (Told run : runs()) {
      for (Missing missing : run.missing()) {
        RunEvent report = report(missing, run.last().getLast().stamp());
        if (report != null) {
          followed++;
          Told reported = run.and(report);
          assertThat(reported.missing()).as("after %s", reported.last()).doesNotContain(missing);
        }
      }
    }

    System.out.println("pieces of advice that were followed: " + followed);
    assertThat(followed).isGreaterThan(1_000);
  }

  /** What the advice asks the agent for, or null if that is no single word of an agent's. */
  private static @Nullable RunEvent report(Missing missing, Stamp last) {
    Stamp at = new Stamp(last.atNanos(), last.attempt(), Vantage.AGENT);
    return switch (missing) {
      case ABORT_PROVENANCE -> new AbortRequested(at, AbortSource.USER, null, null);
      case OUTCOME, ENDING -> new RunEnded(at, RunOutcome.FAILED);
      case CLOSE_MARK,
          CLOSING_HOP,
          TOOL_EXECUTION,
          CONTENT,
          REQUEST,
          PROVIDER_TOOLS,
          CALL_IDENTITY,
          SOCKET_BEFORE_REUSE,
          PROVIDER_REASON,
          CODE_MEANING,
          PROCESS_DEATH ->
          null;
    };
  }

  private static boolean isTold(Missing missing, Told run) {
    return switch (missing) {
      case CLOSE_MARK -> run.has(AdviceAgainstFactsTest::tellsTheMark);
      case ABORT_PROVENANCE -> run.has(AdviceAgainstFactsTest::tellsWhoStoppedIt);
      case CONTENT -> run.has(AdviceAgainstFactsTest::tellsContent) && !hidesAPart(run);
      case REQUEST -> run.has(RequestDescribed.class::isInstance);
      case TOOL_EXECUTION ->
          run.has(RequestDescribed.class::isInstance)
              && !run.has(ProcessLost.class::isInstance)
              && areAllDone(run)
              && !hidesAPart(run);
      case PROVIDER_TOOLS ->
          run.has(AdviceAgainstFactsTest::offersNoToolOfTheProvider)
              && !run.has(AdviceAgainstFactsTest::isOfAToolOfTheProvider);
      case SOCKET_BEFORE_REUSE ->
          run.has(e -> e instanceof ConnectionReused it && it.looked() != SocketState.UNKNOWN);
      case PROVIDER_REASON -> run.has(AdviceAgainstFactsTest::tellsTheReason);
      case CODE_MEANING -> !run.has(AdviceAgainstFactsTest::givesAReasonThatIsNotKnown);
      case OUTCOME, ENDING -> run.has(AdviceAgainstFactsTest::tellsTheOutcome);
      case PROCESS_DEATH -> !run.has(ProcessLost.class::isInstance);
      case CALL_IDENTITY -> run.last().stream().filter(ToolStarted.class::isInstance).count() < 2;
      case CLOSING_HOP -> false;
    };
  }

  /** A counter that counted nothing says nothing. */
  private static boolean tellsContent(RunEvent event) {
    return event instanceof ContentFlowed flowed && flowed.count() > 0;
  }

  /** Whether something came of which the log cannot say what it was. */
  private static boolean hidesAPart(Told run) {
    return run.has(e -> e instanceof ContentOpaque || e instanceof PieceArrived);
  }

  private static boolean tellsTheMark(RunEvent event) {
    return event instanceof PeerClosed closed
        && (closed.mark() == CloseMark.FIN || closed.mark() == CloseMark.RST);
  }

  private static boolean tellsWhoStoppedIt(RunEvent event) {
    return event instanceof TimerFired
        || (event instanceof AbortRequested abort && abort.source() != AbortSource.UNATTRIBUTED);
  }

  /** Whether the request leaves no room for a tool that the agent cannot tell of. */
  private static boolean offersNoToolOfTheProvider(RunEvent event) {
    return event instanceof RequestDescribed request
        && request.serverTools() == Known.NO
        && request.toolsUnclassified() == null;
  }

  private static boolean isOfAToolOfTheProvider(RunEvent event) {
    return event instanceof ContentFlowed flowed && flowed.content() == Content.SERVER_TOOL;
  }

  private static boolean tellsTheReason(RunEvent event) {
    return switch (event) {
      case ProviderFailed failed -> true;
      case ErrorBodySeen body -> body.shape() != ErrorShape.UNKNOWN;
      default -> false; // Nothing else holds a provider's words.
    };
  }

  private static boolean givesAReasonThatIsNotKnown(RunEvent event) {
    return switch (event) {
      case ProviderFailed failed -> failed.failure() == ProviderFailure.OTHER;
      case FinishSeen seen -> seen.finish() == Finish.OTHER;
      case TerminalProven proven -> proven.finish() == Finish.OTHER;
      default -> false; // Nothing else is a reason.
    };
  }

  private static boolean tellsTheOutcome(RunEvent event) {
    return switch (event) {
      case RunEnded ended -> ended.outcome() != RunOutcome.UNKNOWN;
      case TerminalProven proven -> true;
      case ResponseStarted head -> head.status() >= 400;
      default -> false; // The others end an attempt at most.
    };
  }

  /** Whether every call that was handed out was executed, and every execution came to its end. */
  private static boolean areAllDone(Told run) {
    long ready = run.last().stream().filter(ToolCallReady.class::isInstance).count();
    long started = run.last().stream().filter(ToolStarted.class::isInstance).count();
    long done =
        run.last().stream()
            .filter(e -> e instanceof ToolEnded ended && ended.outcome() == ToolOutcome.DONE)
            .count();
    return ready <= started && started == done;
  }
}
