// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another process on the same folder. Killed, not asked, when closed. */
final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private ChildJvm(Process process) {
    this.process = process;
    this.output = process.inputReader(UTF_8);
  }

  static ChildJvm run(Class<?> main, String... args) throws IOException {
    return start(List.of(), main, args);
  }

  /** One whose new files have all permissions but these. */
  static ChildJvm runWithUmask(String umask, Class<?> main, String... args) throws IOException {
    return start(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"), main, args);
  }

  private static ChildJvm start(List<String> prefix, Class<?> main, String... args)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", classPath(main), main.getName()));
    command.addAll(List.of(args));
    return new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** What this JVM runs with, as one class path: the test may run as a patched module. */
  private static String classPath(Class<?> main) {
    Stream<String> paths =
        Stream.of("jdk.module.path", "java.class.path")
            .map(name -> System.getProperty(name, ""))
            .filter(path -> !path.isEmpty());
    return Stream.concat(Stream.of(testClasses(main)), paths)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String testClasses(Class<?> main) {
    URL url = Objects.requireNonNull(main.getResource(main.getSimpleName() + ".class"));
    try {
      Path file = Path.of(url.toURI());
      int depth = main.getName().split("\\.").length;
      return file.getRoot().resolve(file.subpath(0, file.getNameCount() - depth)).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits for a line that begins so, and gives the rest of it. */
  String awaitLine(String beginning) throws IOException {
    List<String> before = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(beginning)) {
        return line.substring(beginning.length()).strip();
      }
      before.add(line);
    }
    throw new AssertionError("the child ended without \"" + beginning + "\": " + before);
  }

  /** A line, for who waits for one. */
  void closeInput() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Kills it then, unless it has ended. */
  void killAfter(int millis) throws InterruptedException {
    process.waitFor(millis, TimeUnit.MILLISECONDS);
    kill();
  }

  @Override
  public void close() {
    kill();
  }
}
