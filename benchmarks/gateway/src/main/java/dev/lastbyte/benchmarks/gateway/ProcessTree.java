// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What a process and all its children have used, as Linux tells it ({@code proc(5)}). */
public record ProcessTree(ProcessHandle root) {

  /** Linux tells times in hundredths of a second on every architecture that we run on. */
  private static final double MICROS_PER_TICK = 10_000;

  private static final long KB_PER_PAGE = 4;

  /** Places in {@code /proc/<pid>/stat} after the process's name. */
  private static final int USER_TIME = 11;

  private static final int WAITED_FOR_SYSTEM_TIME = 14;
  private static final int RESIDENT_PAGES = 21;

  /** Microseconds of CPU since it began, in all its threads and in the kernel for them. */
  public double cpuMicros() {
    return MICROS_PER_TICK
        * stats()
            .mapToLong(stat ->
                LongStream.rangeClosed(USER_TIME, WAITED_FOR_SYSTEM_TIME)
                    .map(i -> Long.parseLong(stat[(int) i]))
                    .sum())
            .sum();
  }

  /** Memory that it holds at the moment. */
  public long residentKb() {
    return KB_PER_PAGE * stats().mapToLong(stat -> Long.parseLong(stat[RESIDENT_PAGES])).sum();
  }

  private Stream<String[]> stats() {
    return Stream.concat(Stream.of(root), root.descendants())
        .map(process -> statOf(process.pid()))
        .filter(stat -> stat.length > RESIDENT_PAGES);
  }

  private static String[] statOf(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    } catch (NoSuchFileException e) {
      return new String[0]; // it has just ended
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
