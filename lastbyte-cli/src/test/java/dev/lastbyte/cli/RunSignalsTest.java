// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lastbyte.cli.text.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code lastbyte run} does when it is told to end: what the command that it runs does. */
@Tag("slow")
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
@EnabledOnOs(OS.LINUX)
class RunSignalsTest {

  /** Says its number, and then works until it is told to end. */
  private static final String WORKER = "echo $$; while :; do sleep 1; done";

  private static final String DEAF_TO_INTERRUPTS =
      "trap 'echo not yet' INT; trap 'echo bye; exit 9' TERM; " + WORKER;

  @TempDir private Path folder;

  private final List<RunProcess> started = new ArrayList<>();

  @BeforeEach
  void assumeSignalsAreDelivered() throws IOException {
    assumeTrue(RunProcess.signalsAreDelivered());
  }

  @AfterEach
  void endAll() {
    started.forEach(RunProcess::close);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void aSignal_isForwardedToTheCommand_whoseExitCodeIsReturned(String signal, int exit)
      throws Exception {
    RunProcess run = run(WORKER);
    BufferedReader out = run.out();
    long worker = Long.parseLong(out.readLine());

    run.signal(signal);

    assertThat(run.waitFor()).isEqualTo(exit);
    assertThat(run.err().lines()).anyMatch(line -> line.contains("no request came"));
    assertThat(ProcessHandle.of(worker)).isEmpty();
    assertThat(CommandResult.of("runs", "--data", folder.toString()).exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aCommandThatIgnoresASignal_isWaitedFor() throws Exception {
    RunProcess run = run(DEAF_TO_INTERRUPTS);
    BufferedReader out = run.out();
    out.readLine();

    run.signal("INT");
    assertThat(out.readLine()).isEqualTo("not yet");
    run.signal("TERM");

    assertThat(out.readLine()).isEqualTo("bye");
    assertThat(run.waitFor()).isEqualTo(9);
  }

  /** As npm's wrapper around an agent, which is killed alone. */
  @Test
  void aWrapperThatIsKilled_leavesTheAgentItsGateway() throws Exception {
    String agent = "ask; cat <&3 >/dev/null; ask; cat <&3 >/dev/null; echo done";
    String wrapper = "echo $$; (" + agent + ") & wait";
    try (var provider = new StallingProvider();
        var run = RunProcess.bash(folder, false, provider.url(), wrapper)) {
      long pid = Long.parseLong(run.out().readLine());
      assertThat(run.out().readLine()).contains("200");

      RunProcess.send("KILL", pid);
      assertThat(run.errLineWith("the command had ended"))
          .contains("(exit 137)")
          .contains("lives on (process ");
      provider.cutAll();

      assertThat(run.out().readLine()).as("the second response").contains("200");
      assertThat(run.out().readLine()).isEqualTo("done");
      assertThat(run.waitFor()).isEqualTo(137);
      assertThat(run.restOfErr())
          .contains("stream.silent_truncation@text/provider")
          .doesNotContain("abort.");
    }
  }

  @Test
  void aCommandThatIsKilled_endsItsRuns() throws Exception {
    try (var provider = new StallingProvider();
        var run = RunProcess.bash(folder, false, provider.url(), "echo $$; ask; exec cat <&3")) {
      long pid = Long.parseLong(run.out().readLine());
      assertThat(run.out().readLine()).contains("200");

      RunProcess.send("KILL", pid);

      assertThat(run.restOfErr()).contains("abort.lifecycle@text/lifecycle");
      assertThat(run.waitFor()).isEqualTo(137);
    }
  }

  private RunProcess run(String script) throws IOException {
    RunProcess run = RunProcess.start(folder, false, "http://127.0.0.1:9", "sh", "-c", script);
    started.add(run);
    return run;
  }
}
