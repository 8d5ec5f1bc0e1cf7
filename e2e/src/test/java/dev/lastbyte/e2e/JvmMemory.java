// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM needs whose heap is as large, and touched, as it will ever be. Linux alone. */
final class JvmMemory {

  /** With these, the resident size grows by what is outside the heap, and by nothing else. */
  static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-Xms128m", "-Xmx128m", "-XX:+AlwaysPreTouch");

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  /** A generation of the heap, as {@code GC.heap_info} tells it. */
  private static final Pattern USED = Pattern.compile("used (\\d+)K \\[");

  private JvmMemory() {}

  /** Kilobytes: all that is resident, and of its heap what lives after a collection. */
  static long kb(long pid) throws IOException {
    Jcmd.run(pid, "GC.run");
    long live =
        USED.matcher(Jcmd.run(pid, "GC.heap_info"))
            .results()
            .mapToLong(used -> Long.parseLong(used.group(1)))
            .sum();
    String status = Files.readString(Path.of("/proc", String.valueOf(pid), "status"));
    Matcher resident = RESIDENT.matcher(status);
    if (live == 0 || !resident.find()) {
      throw new IOException("nothing is told of the memory of process " + pid);
    }
    return live + Long.parseLong(resident.group(1));
  }
}
