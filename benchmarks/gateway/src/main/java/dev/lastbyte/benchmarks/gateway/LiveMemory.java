// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The memory that a JVM needs at a moment: what lives on its heap, and all that it holds beside the
 * heap. The resident size alone would mostly say how much garbage waits for the next collection.
 */
final class LiveMemory {

  /** A generation of the heap, as in {@code Tenured total 9K, used 7K [0x…0, 0x…5, 0x…9)}. */
  private static final Pattern GENERATION =
      Pattern.compile("used (\\d+)K \\[0x([0-9a-f]+), .*0x([0-9a-f]+)\\)");

  private static final Pattern MAPPING = Pattern.compile("^([0-9a-f]+)-[0-9a-f]+ ");
  private static final Pattern RESIDENT = Pattern.compile("^Rss: +(\\d+) kB");

  private LiveMemory() {}

  /** Kilobytes, after a full collection. Stops the JVM for a moment: not while it is timed. */
  static long kb(long pid) throws IOException {
    Jcmd.ask(pid, "GC.run");
    List<MatchResult> heap = GENERATION.matcher(Jcmd.ask(pid, "GC.heap_info")).results().toList();
    if (heap.isEmpty()) {
      throw new IOException("jcmd tells nothing of the heap of process " + pid);
    }
    long live = heap.stream().mapToLong(part -> Long.parseLong(part.group(1))).sum();
    long from = heap.stream().mapToLong(part -> address(part.group(2))).min().orElseThrow();
    long to = heap.stream().mapToLong(part -> address(part.group(3))).max().orElseThrow();
    return live + residentOutside(pid, from, to);
  }

  private static long residentOutside(long pid, long from, long to) throws IOException {
    long resident = 0;
    boolean outside = true;
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps"))) {
      var mapping = MAPPING.matcher(line);
      var size = RESIDENT.matcher(line);
      if (mapping.find()) {
        long start = address(mapping.group(1));
        outside = start < from || start >= to;
      } else if (outside && size.find()) {
        resident += Long.parseLong(size.group(1));
      }
    }
    return resident;
  }

  /** Compared as signed numbers, which addresses of programs are. */
  private static long address(String hex) {
    return Long.parseUnsignedLong(hex, 16);
  }
}
