// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The processes that a command began, those included that have outlived it. A process whose parent
 * died is a child of another one and tells nothing of its origin but the environment that it
 * inherited. Linux shows that; elsewhere the command's tree is looked at once a second, which
 * misses a process that was begun in the last of them.
 */
final class Descendants implements AutoCloseable {

  private static final Path PROCESSES = Path.of("/proc");

  private static final long LOOK_MILLIS = 1_000;

  private final ProcessHandle command;
  private final Instant startedAt;
  private final String entry;
  private final boolean showsEnvironment;
  private final Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();
  private final Thread looker;

  /**
   * Those of a command.
   *
   * @param variable an environment variable that was set for this command only
   */
  Descendants(ProcessHandle command, String variable, String value) {
    this.command = command;
    this.startedAt = command.info().startInstant().orElse(Instant.MIN);
    this.entry = variable + "=" + value;
    this.showsEnvironment = Files.isReadable(PROCESSES.resolve("self/environ"));
    this.looker = new Thread(this::lookUntilInterrupted, "lastbyte-descendants");
    if (!showsEnvironment) {
      looker.setDaemon(true);
      looker.start();
    }
  }

  /** Those that run now. */
  List<ProcessHandle> living() {
    Stream<ProcessHandle> all =
        showsEnvironment ? ProcessHandle.allProcesses().filter(this::inherits) : seen.stream();
    return all.filter(process -> !process.equals(command)).filter(ProcessHandle::isAlive).toList();
  }

  /** Waits until one of them has ended, or for a second. */
  static void awaitEndOfAny(List<ProcessHandle> living) throws InterruptedException {
    try {
      Object unused = living.getFirst().onExit().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException notYet) {
      // Whether it lives is looked at again.
    }
  }

  /** One that has ended and was not waited for has no environment any more. */
  private boolean inherits(ProcessHandle process) {
    boolean younger = !process.info().startInstant().orElse(Instant.MAX).isBefore(startedAt);
    return younger && environment(process).anyMatch(entry::equals);
  }

  private static Stream<String> environment(ProcessHandle process) {
    try {
      Path file = PROCESSES.resolve(process.pid() + "/environ");
      return Stream.of(Files.readString(file, StandardCharsets.ISO_8859_1).split("\0", -1));
    } catch (IOException anotherUsersOrGone) {
      return Stream.empty();
    }
  }

  private void lookUntilInterrupted() {
    try {
      while (true) {
        command.descendants().forEach(seen::add);
        List.copyOf(seen).stream().flatMap(ProcessHandle::descendants).forEach(seen::add);
        seen.removeIf(process -> !process.isAlive());
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException closed) {
      // What was seen stays.
    }
  }

  @Override
  public void close() {
    looker.interrupt();
  }
}
