// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code lastbyte run} as a process of its own, which signals reach. */
final class RunProcess implements AutoCloseable {

  /** SIGHUP is 1 and SIGINT is 2: the lowest bits. */
  private static final long HANGUP_AND_INTERRUPT = 0b11;

  /**
   * What a shell needs to ask a model where the environment says: {@code ask} sends a question and
   * prints the status line of its response, of which file 3 is the rest.
   */
  private static final String CLIENT =
      """
      ask() {
        base=${OPENAI_BASE_URL#http://}
        address=${base%%/*}
        body='{"model":"m","stream":true,"messages":[{"role":"user","content":"hi"}]}'
        exec 3<>"/dev/tcp/${address%:*}/${address##*:}"
        printf 'POST /%s/chat/completions HTTP/1.1\\r\\nConnection: close\\r\\n' "${base#*/}" >&3
        printf 'Host: %s\\r\\n' "$address" >&3
        printf 'Content-Length: %s\\r\\n\\r\\n%s' "${#body}" "$body" >&3
        IFS= read -r line <&3
        echo "$line"
      }
      """;

  private final Process process;

  private RunProcess(Process process) {
    this.process = process;
  }

  /** Runs a script of Bash that may call {@code ask}. */
  static RunProcess bash(Path data, boolean atTerminal, String upstream, String script)
      throws IOException {
    return start(data, atTerminal, upstream, "bash", "-c", CLIENT + script);
  }

  /**
   * Runs a command.
   *
   * @param atTerminal whether it takes itself to be at a terminal
   */
  static RunProcess start(Path data, boolean atTerminal, String upstream, String... command)
      throws IOException {
    String classes =
        System.getProperty("jdk.module.path", "")
            + File.pathSeparator
            + System.getProperty("java.class.path");
    List<String> all =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dlastbyte.terminal=" + atTerminal,
                "-cp",
                classes,
                "dev.lastbyte.cli.Lastbyte",
                "run",
                "--data",
                data.toString(),
                "--upstream",
                "openai=" + upstream,
                "--"));
    all.addAll(List.of(command));
    return new RunProcess(new ProcessBuilder(all).start());
  }

  /** A program that was begun with an interrupt ignored, as a background job is, hears none. */
  static boolean signalsAreDelivered() throws IOException {
    String ignored =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .findFirst()
            .orElseThrow();
    return (Long.parseUnsignedLong(ignored, 16) & HANGUP_AND_INTERRUPT) == 0;
  }

  /** What the command prints. */
  BufferedReader out() {
    return process.inputReader();
  }

  /** What {@code lastbyte} says. */
  BufferedReader err() {
    return process.errorReader();
  }

  /** Reads on to the line that says this. */
  String errLineWith(String text) throws IOException {
    String line = err().readLine();
    while (line != null && !line.contains(text)) {
      line = err().readLine();
    }
    return String.valueOf(line);
  }

  String restOfErr() {
    return err().lines().collect(Collectors.joining("\n"));
  }

  /** Ends what the command reads. */
  void closeInput() throws IOException {
    process.getOutputStream().close();
  }

  void signal(String signal) throws Exception {
    send(signal, process.pid());
  }

  static void send(String signal, long pid) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
        .redirectErrorStream(true)
        .start()
        .waitFor();
  }

  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
