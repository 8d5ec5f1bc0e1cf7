// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import static dev.lastbyte.imports.SampleExports.all;
import static dev.lastbyte.imports.SampleExports.only;
import static dev.lastbyte.imports.SampleExports.runs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.LocalEvent.AbortChecked;
import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.LocalEvent.TimerFired;
import dev.lastbyte.core.event.LocalEvent.TimerKind;
import dev.lastbyte.core.event.LocalEvent.TimerQuiet;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PawWorkImportTest {

  @Test
  void aDisconnectWhileReasoning_isImportedAsTheAgentSawIt() {
    RunLog run = runs("disconnect.json").getFirst();

    assertThat(run.header().run()).isEqualTo(new Token("msg_cut"));
    assertThat(run.header().provider()).isEqualTo(new Token("openai"));
    assertThat(run.header().startedAtEpochMillis()).isEqualTo(1_800_000_000_000L);
    assertThat(only(run, RequestDescribed.class).model()).isEqualTo(new Token("gpt-5.5"));
    assertThat(only(run, RequestDescribed.class).toolsOffered()).isEqualTo(14);
    assertThat(only(run, ErrorSurfaced.class).chain())
        .containsExactly(
            new ErrorLink(new Token("TypeError"), null, KnownPhrase.TERMINATED),
            new ErrorLink(
                new Token("SocketError"),
                new Token("UND_ERR_SOCKET"),
                KnownPhrase.OTHER_SIDE_CLOSED));
    assertThat(only(run, AbortChecked.class).aborted()).isFalse();
    assertThat(all(run, TimerQuiet.class))
        .extracting(TimerQuiet::timer)
        .containsExactly(TimerKind.FIRST_CONTENT, TimerKind.IDLE);
    assertThat(run.events()).extracting(RunEvent::vantage).containsOnly(Vantage.IMPORT);
  }

  @Test
  void countedContent_liesBetweenTheFirstAndTheLastProgress() {
    RunLog run = runs("disconnect.json").getFirst();

    ContentFlowed reasoning = all(run, ContentFlowed.class).getLast();
    assertThat(reasoning.content()).isEqualTo(Content.REASONING);
    assertThat(reasoning.count()).isEqualTo(37);
    assertThat(reasoning.atNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(2_100));
    assertThat(reasoning.lastAtNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(60_400));
    assertThat(only(run, RunEnded.class).atNanos())
        .isEqualTo(TimeUnit.MILLISECONDS.toNanos(61_200));
  }

  @Test
  void eventsThatAnAgentCannotSee_areNotInvented() {
    RunLog run = runs("disconnect.json").getFirst();

    assertThat(run.events())
        .noneMatch(CloseEvent.class::isInstance)
        .noneMatch(ResponseStarted.class::isInstance)
        .noneMatch(TerminalProven.class::isInstance);
  }

  @Test
  void aTraceInItsMessage_isFoundOnce_andOneInAConversation_isNotATrace() {
    assertThat(runs("disconnect.json"))
        .extracting(run -> run.header().run().value())
        .containsExactly("msg_cut", "msg_child");
  }

  @Test
  void aFinishedRun_isProven_andCorrelated() {
    RunLog run = runs("disconnect.json").getLast();

    assertThat(only(run, TerminalProven.class).finish()).isEqualTo(Finish.STOP);
    assertThat(only(run, ResponseStarted.class).status()).isEqualTo(200);
    assertThat(only(run, ResponseStarted.class).retryAfterNanos())
        .isEqualTo(TimeUnit.SECONDS.toNanos(2));
    assertThat(all(run, Correlated.class))
        .extracting(Correlated::correlation)
        .containsExactlyInAnyOrder(
            Correlation.REQUEST_ID,
            Correlation.RESPONSE_ID,
            Correlation.CF_RAY,
            Correlation.SESSION_ID);
    assertThat(all(run, TimerQuiet.class)).isEmpty();
  }

  @Test
  void itsStreamWatchdog_isAnIdleTimer() {
    RunLog run = runs("watchdog-silent-stream.json").getFirst();

    TimerFired fired = only(run, TimerFired.class);
    assertThat(fired.timer()).isEqualTo(TimerKind.IDLE);
    assertThat(fired.thresholdNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(600));
    assertThat(only(run, TimerQuiet.class).timer()).isEqualTo(TimerKind.FIRST_CONTENT);
  }

  @Test
  void itsConnectWatchdog_waitsForTheFirstContent() {
    RunLog run = runs("watchdog-connect.json").getFirst();

    TimerFired fired = only(run, TimerFired.class);
    assertThat(fired.timer()).isEqualTo(TimerKind.FIRST_CONTENT);
    assertThat(fired.thresholdNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(120));
    assertThat(all(run, ContentFlowed.class)).as("no provider event was counted").isEmpty();
  }

  @Test
  void aReloadDuringATool_keepsBothAttempts_theToolAndWhoAborted() {
    RunLog run = runs("reload-during-a-tool.json").getFirst();

    assertThat(all(run, AttemptStarted.class)).extracting(RunEvent::attempt).containsExactly(1, 2);
    assertThat(all(run, ContentFlowed.class))
        .filteredOn(flowed -> flowed.attempt() == 1)
        .extracting(ContentFlowed::content)
        .containsExactly(Content.LIFECYCLE, Content.TEXT);
    assertThat(only(run, ToolCallReady.class).attempt()).isEqualTo(2);
    assertThat(only(run, ToolStarted.class).effect()).isEqualTo(ToolEffect.PROCESS);
    assertThat(all(run, ToolEnded.class)).isEmpty();
    assertThat(only(run, AbortRequested.class).source()).isEqualTo(AbortSource.LIFECYCLE);
    assertThat(only(run, AbortChecked.class).aborted()).isTrue();
  }

  @Test
  void absurdValues_becomeNothing_andAbsurdCountsAreBounded() {
    var runs = runs("hostile.json");

    assertThat(runs).hasSize(2);
    RunLog run = runs.getFirst();
    assertThat(run.header().run()).isEqualTo(new Token("import-1"));
    assertThat(run.header().provider()).isNull();
    assertThat(run.events()).hasSizeLessThanOrEqualTo(RunLog.MAX_EVENTS_PER_ATTEMPT);
    assertThat(all(run, ResponseStarted.class)).isEmpty();
    assertThat(only(run, RunEnded.class).atNanos())
        .isEqualTo(TimeUnit.MILLISECONDS.toNanos(60_400));
  }
}
