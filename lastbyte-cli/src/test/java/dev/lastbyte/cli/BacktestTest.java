// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.RunLogCodec;
import dev.lastbyte.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 300, unit = TimeUnit.SECONDS)
class BacktestTest {

  @TempDir private Path folder;

  /** Cut while the model was thinking, and cut when text had been shown. */
  private static final RunLog THINKING = cut("thinking", Content.REASONING);

  private static final RunLog TALKING = cut("talking", Content.TEXT);

  private static RunLog cut(String run, Content content) {
    List<RunEvent> events = new ArrayList<>();
    events.add(new AttemptStarted(at(0)));
    events.add(
        new RequestDescribed(
            at(1), Dialect.OPENAI_CHAT, null, Known.YES, Known.NO, Known.NO, 0, 0));
    events.add(new RequestSent(at(2), 100));
    events.add(new ResponseStarted(at(3), 200, Framing.CHUNKED, Media.EVENT_STREAM, null));
    events.add(new ContentFlowed(at(4), content, 3, 300, 5));
    events.add(new PeerClosed(at(9), CloseMark.RST, 400, 100));
    return new RunLog(new RunHeader(new Token(run), 1_800_000_000_000L, null), events, 0);
  }

  private static Stamp at(long millis) {
    return new Stamp(millis * 1_000_000, 1, Vantage.CLIENT);
  }

  private String policy(String json) throws IOException {
    return Files.writeString(folder.resolve("policy.json"), json).toString();
  }

  private String file(RunLog log) throws IOException {
    Path file = folder.resolve(log.header().run() + ".ndjson");
    return Files.write(file, RunLogCodec.encode(log)).toString();
  }

  @Test
  void theStandardPolicy_changesNothing() throws IOException {
    CommandResult session = CommandResult.of("backtest", "--policy", policy("{}"), file(TALKING));

    assertThat(session.exit()).isEqualTo(ExitCode.OK);
    assertThat(session.lines())
        .containsExactly(
            "1 runs, 1 failed attempts: 0 unsafe replays, 0 needless questions, 0 verdicts"
                + " changed");
  }

  @Test
  void aReplayAfterText_isShownFirst_andExitsOne() throws IOException {
    CommandResult session =
        CommandResult.of(
            "backtest",
            "--policy",
            policy("{\"can_retract\":true}"),
            file(THINKING),
            file(TALKING));

    assertThat(session.exit()).isEqualTo(ExitCode.FAILURE_DIAGNOSED);
    assertThat(session.lines().getFirst()).isEqualTo("Unsafe replays: 1");
    assertThat(session.out())
        .containsPattern("talking +1 +\\S+@text/\\S+ +user_confirmed_retry +safe_auto_retry")
        .containsPattern("\\S+@text/\\S+ +user_confirmed_retry +safe_auto_retry +1\\R");
  }

  @Test
  void aNeedlessQuestion_isShown() throws IOException {
    CommandResult session =
        CommandResult.of("backtest", "--policy", policy("{\"most_attempts\":1}"), file(THINKING));

    assertThat(session.exit()).isEqualTo(ExitCode.OK);
    assertThat(session.lines().getFirst()).isEqualTo("Needless questions: 1");
    assertThat(session.out()).contains("What would change: 1");
  }

  @Test
  void theRecordedRuns_areReplayed_asOneObject() throws Exception {
    Path data = folder.resolve("data");
    try (RunStore store = RunStore.open(data, RunClock.system())) {
      store.ended(THINKING);
      store.ended(TALKING);
    }

    CommandResult session =
        CommandResult.of(
            "backtest",
            "--policy",
            policy("{\"can_retract\":true}"),
            "--data",
            data.toString(),
            "--json");

    assertThat(session.exit()).isEqualTo(ExitCode.FAILURE_DIAGNOSED);
    assertThat(session.lines()).hasSize(1);
    assertThat(session.out())
        .startsWith("{\"runs\":2,\"failures\":2,\"unsafe_total\":1,\"needless_total\":0,")
        .contains("\"unsafe\":[{\"run\":\"talking\",\"attempt\":1,");
  }

  @Test
  void unusablePoliciesAndFiles_areNamed() throws IOException {
    assertComplaint(CommandResult.of("backtest"), "--policy");
    assertComplaint(
        CommandResult.of("backtest", "--policy", "nowhere.json"), "there is no such file");
    assertComplaint(
        CommandResult.of("backtest", "--policy", policy("{\"retries\":3}"), file(TALKING)),
        "unknown key \"retries\"");
    assertComplaint(
        CommandResult.of("backtest", "--policy", policy("{}"), "--data", "x", file(TALKING)),
        "not both");
    assertComplaint(
        CommandResult.of("backtest", "--policy", policy("{}"), folder.resolve("no").toString()),
        "there is no file");
  }

  private static void assertComplaint(CommandResult session, String says) {
    assertThat(session.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(session.err()).startsWith("lastbyte: ").contains(says).hasLineCount(1);
    assertThat(session.out()).isEmpty();
  }
}
