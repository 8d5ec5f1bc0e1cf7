// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lastbyte.cli.text.ExitCode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
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
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
@EnabledOnOs(OS.LINUX)
class RunSignalsTest {

  /** Says its number, and then works until it is told to end. */
  private static final String WORKER = "echo $$; while :; do sleep 1; done";

  private static final String DEAF_TO_INTERRUPTS =
      "trap 'echo not yet' INT; trap 'echo bye; exit 9' TERM; " + WORKER;

  /** SIGHUP is 1 and SIGINT is 2: the lowest bits. */
  private static final long HANGUP_AND_INTERRUPT = 0b11;

  @TempDir private Path folder;

  private final List<Process> started = new ArrayList<>();

  /**
   * A program that was begun with an interrupt ignored, as a background job is, never hears one.
   */
  @BeforeEach
  void assumeSignalsAreDelivered() throws IOException {
    String ignored =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .findFirst()
            .orElseThrow();
    assumeTrue((Long.parseUnsignedLong(ignored, 16) & HANGUP_AND_INTERRUPT) == 0);
  }

  @AfterEach
  void endAll() {
    started.forEach(Process::destroyForcibly);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void aSignal_isForwardedToTheCommand_whoseExitCodeIsReturned(String signal, int exit)
      throws Exception {
    Process run = run(WORKER);
    BufferedReader out = run.inputReader();
    long worker = Long.parseLong(out.readLine());

    sendSignal(run, signal);

    assertThat(run.waitFor()).isEqualTo(exit);
    assertThat(run.errorReader().lines()).anyMatch(line -> line.contains("no request came"));
    assertThat(ProcessHandle.of(worker)).isEmpty();
    assertThat(CommandResult.of("runs", "--data", folder.toString()).exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aCommandThatIgnoresASignal_isWaitedFor() throws Exception {
    Process run = run(DEAF_TO_INTERRUPTS);
    BufferedReader out = run.inputReader();
    out.readLine();

    sendSignal(run, "INT");
    assertThat(out.readLine()).isEqualTo("not yet");
    sendSignal(run, "TERM");

    assertThat(out.readLine()).isEqualTo("bye");
    assertThat(run.waitFor()).isEqualTo(9);
  }

  private Process run(String script) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("jdk.module.path", "")
            + File.pathSeparator
            + System.getProperty("java.class.path");
    Process run =
        new ProcessBuilder(
                java,
                "-cp",
                classes,
                "dev.lastbyte.cli.Lastbyte",
                "run",
                "--data",
                folder.toString(),
                "--",
                "sh",
                "-c",
                script)
            .start();
    started.add(run);
    return run;
  }

  private static void sendSignal(Process process, String signal) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }
}
