// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Another process: what it prints, and how it ends. Nothing outlives its minute. */
final class Program {

  private static final long LONGEST_SECONDS = 60;

  private final Process process;
  private final BufferedReader out;
  private final BlockingQueue<String> complaints = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> err;

  private Program(Process process) {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.err = CompletableFuture.supplyAsync(this::readErr, thread -> new Thread(thread).start());
  }

  /** What a program printed before it ended. */
  record Ended(int exit, List<String> out, String err) {

    List<Json> objects() {
      return out.stream().map(Json::parse).toList();
    }
  }

  static Program start(Path directory, List<String> command) throws IOException {
    var program = new ProcessBuilder(command).directory(directory.toFile());
    program.environment().remove("LASTBYTE_DATA");
    return new Program(program.start());
  }

  /** The {@code lastbyte} command as the launcher starts it, without a shell. */
  static Program lastbyte(Path directory, String... args) throws IOException {
    List<String> command = new ArrayList<>(jvm());
    command.addAll(List.of(args));
    return start(directory, command);
  }

  static List<String> jvm(String... more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(more));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "dev.lastbyte.cli.Lastbyte"));
    return command;
  }

  /** The next line on standard output, which must come. */
  String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the program ended without another line; it complained: " + err.join());
    }
    return line;
  }

  Ended end() throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
    }
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the program did not end within " + LONGEST_SECONDS + " s");
    }
    return new Ended(process.exitValue(), lines, err.join());
  }

  /** Asks it to end (SIGTERM), and waits until it has. */
  Ended stop() throws IOException, InterruptedException {
    // Process.destroy would also close what it printed.
    process.toHandle().destroy();
    return end();
  }

  /** Ends it on the spot (SIGKILL): it gets no chance to write anything. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  long pid() {
    return process.pid();
  }

  /** How much CPU it has used so far, in all its threads. */
  Duration cpu() {
    return process.toHandle().info().totalCpuDuration().orElseThrow();
  }

  /** From now on it is refused what a full disk refuses; on Linux. */
  void forbidLargerFilesThan(long bytes) throws IOException, InterruptedException {
    String process = Long.toString(pid());
    var command = new ProcessBuilder("prlimit", "--pid", process, "--fsize=" + bytes + ":");
    if (command.inheritIO().start().waitFor() != 0) {
      throw new IOException("prlimit failed");
    }
  }

  /**
   * Waits until it has no thread of that name, by what its JVM says: to the system a thread is
   * nameless until it runs for the first time.
   */
  void awaitEndOfThread(String name) throws IOException {
    String entry = '"' + name + '"';
    boolean runs = true;
    while (runs) {
      runs = Jcmd.run(pid(), "Thread.print").contains(entry);
    }
  }

  /** The next line on standard error that nobody has asked for; null if there is none yet. */
  @Nullable String complaint() {
    return complaints.poll();
  }

  private String readErr() {
    var all = new StringJoiner("\n");
    try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        complaints.add(line);
        all.add(line);
      }
      return all.toString();
    } catch (IOException e) {
      return "standard error broke: " + e.getMessage();
    }
  }
}
