// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway.soak;

import dev.lastbyte.benchmarks.gateway.Jcmd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a JVM holds at a moment.
 *
 * @param when a word for it
 * @param streams how many were open then
 * @param residentKb all its memory, garbage too
 * @param heapKb what lives on its heap after a full collection
 * @param descriptors open files and sockets
 */
record Vitals(
    String when, int streams, long residentKb, long heapKb, long descriptors, long threads) {

  /** A generation of the heap, or all of it, as {@code GC.heap_info} tells it. */
  private static final Pattern USED = Pattern.compile("used (\\d+)K \\[");

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  /** Takes them; stops that JVM for a moment. */
  static Vitals of(long pid, String when, int streams) throws IOException {
    Path process = Path.of("/proc", String.valueOf(pid));
    long descriptors = entries(process.resolve("fd"));
    long threads = entries(process.resolve("task"));
    Jcmd.ask(pid, "GC.run");
    long heapKb =
        USED.matcher(Jcmd.ask(pid, "GC.heap_info"))
            .results()
            .mapToLong(part -> Long.parseLong(part.group(1)))
            .sum();
    return new Vitals(when, streams, residentKb(process), heapKb, descriptors, threads);
  }

  /** Resident memory at the moment, in kilobytes. */
  static long residentKb(long pid) throws IOException {
    return residentKb(Path.of("/proc", String.valueOf(pid)));
  }

  private static long residentKb(Path process) throws IOException {
    Matcher resident = RESIDENT.matcher(Files.readString(process.resolve("status")));
    if (!resident.find()) {
      throw new IOException(process + " tells no resident size");
    }
    return Long.parseLong(resident.group(1));
  }

  private static long entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    }
  }
}
