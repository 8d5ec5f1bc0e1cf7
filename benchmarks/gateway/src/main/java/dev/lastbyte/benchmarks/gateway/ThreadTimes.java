// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** CPU time by thread as Linux tells it, so that the JVM's own threads and native code count. */
record ThreadTimes(Map<String, Cpu> byName) {

  private static final double MICROS_PER_TICK = 10_000;
  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

  /** Microseconds, in the program and in the kernel. */
  record Cpu(double user, double system) {

    static final Cpu NONE = new Cpu(0, 0);

    Cpu plus(Cpu more) {
      return new Cpu(user + more.user, system + more.system);
    }

    Cpu since(Cpu before) {
      return new Cpu(user - before.user, system - before.system);
    }

    double total() {
      return user + system;
    }
  }

  /** All threads of a process; those of one name are one. */
  static ThreadTimes of(long pid) throws IOException {
    Map<String, Cpu> byName = new TreeMap<>();
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
      for (Path task : tasks.toList()) {
        String stat = Files.readString(task.resolve("stat"));
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        byName.merge(name, cpu(stat), Cpu::plus);
      }
    }
    return new ThreadTimes(byName);
  }

  private static Cpu cpu(String stat) {
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
    return new Cpu(
        MICROS_PER_TICK * Long.parseLong(fields.get(USER_TIME)),
        MICROS_PER_TICK * Long.parseLong(fields.get(SYSTEM_TIME)));
  }

  /** What each thread used since then, for each of so many requests; the busiest first. */
  String since(ThreadTimes before, int requests) {
    var table =
        new StringBuilder("%-18s%10s%10s%10s%n".formatted("thread", "user", "kernel", "us"));
    byName.entrySet().stream()
        .map(now -> Map.entry(now.getKey(), usedSince(before, now.getKey(), now.getValue())))
        .filter(used -> used.getValue().total() > 0)
        .sorted((a, b) -> Double.compare(b.getValue().total(), a.getValue().total()))
        .forEach(used -> table.append(row(used.getKey(), used.getValue(), requests)));
    return table.toString();
  }

  private static Cpu usedSince(ThreadTimes before, String name, Cpu now) {
    return now.since(before.byName.getOrDefault(name, Cpu.NONE));
  }

  private static String row(String name, Cpu used, int requests) {
    return "%-18s%10.2f%10.2f%10.2f%n"
        .formatted(name, used.user() / requests, used.system() / requests, used.total() / requests);
  }
}
