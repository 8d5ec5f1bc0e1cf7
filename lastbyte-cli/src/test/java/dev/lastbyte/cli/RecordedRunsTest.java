// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.core.event.ConnectionEvent.Connected;
import dev.lastbyte.core.event.ConnectionEvent.DialFailed;
import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.event.ConnectionEvent.DialStarted;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.store.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code runs} and {@code show} say of runs that ended, and of those that go on. */
@Timeout(300)
class RecordedRunsTest {

  private static final long AGE_MILLIS = TimeUnit.MINUTES.toMillis(5);

  /** Five minutes old, and some more on a busy machine; the last text came 200 s after it began. */
  private static final String OPEN = "open@text, 3\\d\\d s, silent 1\\d\\d s";

  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void choose() {
    data = folder.resolve("data");
  }

  @Test
  void anOpenRun_isListedFirst_withItsPhaseAgeAndSilence() throws Exception {
    try (RunStore store = RunStore.open(data, RunClock.system())) {
      store.ended(refused("ended-1"));
      store.started(inText("open-1"));

      List<String> lines = lines("runs");
      assertThat(lines.get(1)).contains("open-1", "m-1").containsPattern(OPEN);
      assertThat(lines.get(2)).contains("ended-1", "net.connect_refused");
      assertThat(lines("runs", "--json")).singleElement().asString().contains("ended-1");
      assertThat(lines("runs", "--session", "ended-1")).hasSize(2);
    }
  }

  @Test
  void anOpenRun_isShown() throws Exception {
    try (RunStore store = RunStore.open(data, RunClock.system())) {
      store.started(inText("open-1"));

      for (String named : List.of("last", "open-1", "open")) {
        CommandResult shown = of("show", named);
        assertThat(shown.exit()).isEqualTo(ExitCode.OK);
        assertThat(shown.out())
            .contains("# Goes on", "open-1", "| phase | text:")
            .containsPattern("silent in bytes \\| 1\\d\\d s");
      }
      CommandResult terminal =
          CommandResult.atTerminal(80, "show", "last", "--data", data.toString());
      assertThat(terminal.out()).startsWith("Goes on\n").doesNotContain("|");
    }
  }

  @Test
  void anOpenRun_ofAWriterThatDied_isOpenNoMore() throws Exception {
    try (RunStore store = RunStore.open(data, RunClock.system())) {
      store.started(inText("open-1"));
    }

    assertThat(lines("runs").get(1)).contains("open-1", "host.process_lost@text");
  }

  @Test
  void whatWasPrintedAsJson_isDiagnosedToTheSame() throws Exception {
    try (RunStore store = RunStore.open(data, RunClock.system())) {
      store.ended(refused("ended-1"));
      store.ended(refused("ended-2"));
    }
    String runs = of("runs", "--json").out();
    String shown = of("show", "ended-1", "--json").out();

    CommandResult all = diagnosed("runs.json", runs);
    assertThat(all.exit()).isEqualTo(ExitCode.FAILURE_DIAGNOSED);
    assertThat(all.lines()).hasSize(2).allMatch(line -> line.contains("net.connect_refused@"));
    // As jq prints it: on many lines.
    CommandResult one = diagnosed("run.json", shown.replace(",\"", ",\n  \""));
    assertThat(one.lines()).singleElement().asString().contains("\"run\":\"ended-1\"");
  }

  @Test
  void aReportThatWasCutShort_isSaidToBe() throws Exception {
    try (RunStore store = RunStore.open(data, RunClock.system())) {
      store.ended(refused("ended-1"));
    }
    String runs = of("runs", "--json").out();

    CommandResult cut = diagnosed("cut.json", runs.substring(0, runs.length() / 2));
    assertThat(cut.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(cut.err()).contains("cut.json begins as a report of Lastbyte");
  }

  @Test
  void aFolderWithoutRuns_saysHowToRecord() throws Exception {
    assertThat(of("runs").err()).contains("lastbyte run -- COMMAND", "lastbyte gateway");
    try (RunStore store = RunStore.open(data, RunClock.system())) {
      assertThat(of("runs").out()).contains("lastbyte run -- COMMAND", "lastbyte gateway");
      assertThat(of("show", "last").err()).contains("lastbyte run -- COMMAND");
      assertThat(store.health()).isNull();
    }
  }

  @Test
  void aSessionThatIsAmbiguous_isAsked() throws Exception {
    try (RunStore store = RunStore.open(data, RunClock.system())) {
      store.ended(refused("ended-1"));
      store.ended(refused("ended-2"));
    }

    assertThat(of("runs", "--session", "ended").err())
        .contains("several runs begin with 'ended': ended-1, ended-2");
  }

  @Test
  void aReport_isRendered_atATerminalOnly() throws Exception {
    try (RunStore store = RunStore.open(data, RunClock.system())) {
      store.ended(refused("ended-1"));
    }

    assertThat(of("show", "last").out()).startsWith("# Failed before").contains("|---|---|");
    String shown = CommandResult.atTerminal(80, "show", "last", "--data", data.toString()).out();
    assertThat(shown).startsWith("Failed before").contains("Timeline").doesNotContain("|", "`");
    assertThat(shown.lines()).allMatch(line -> line.length() <= 80);
    assertThat(CommandResult.atTerminal(80, "runs", "--data", data.toString()).lines())
        .allMatch(line -> line.length() <= 80);
  }

  private CommandResult diagnosed(String name, String text) throws Exception {
    Path file = Files.writeString(folder.resolve(name), text);
    return CommandResult.of("diagnose", "--json", file.toString());
  }

  private List<String> lines(String... args) {
    return of(args).lines();
  }

  private CommandResult of(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--data";
    all[args.length + 1] = data.toString();
    return CommandResult.of(all);
  }

  private static RunLog begun(String run) {
    long startedAt = System.currentTimeMillis() - AGE_MILLIS;
    return new RunLog(
        new RunHeader(new Token(run), startedAt, new Token("openai")),
        List.of(
            new RequestDescribed(
                at(10, Stamp.WHOLE_RUN),
                Dialect.OPENAI_CHAT,
                new Token("m-1"),
                Known.YES,
                Known.NO,
                Known.NO,
                0,
                0),
            new AttemptStarted(at(20, 1)),
            new DialStarted(at(30, 1))),
        0);
  }

  static RunLog refused(String run) {
    return begun(run)
        .plus(
            List.of(
                new DialFailed(at(40, 1), DialFailure.REFUSED),
                new RunEnded(at(50, Stamp.WHOLE_RUN))));
  }

  private static RunLog inText(String run) {
    long lastAt = TimeUnit.SECONDS.toNanos(200);
    List<RunEvent> more =
        List.of(
            new Connected(at(40, 1)), new ContentFlowed(at(50, 1), Content.TEXT, 3, 300, lastAt));
    return begun(run).plus(more);
  }

  private static Stamp at(long nanos, int attempt) {
    return new Stamp(nanos, attempt, Vantage.GATEWAY_UP);
  }
}
