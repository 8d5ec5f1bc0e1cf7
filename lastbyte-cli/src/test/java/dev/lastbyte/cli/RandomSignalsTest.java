// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Signals at any moment of {@code lastbyte run}, from the first word of a response to the last line
 * of the summary: {@code -Dlastbyte.signal.timings=N} tries as many moments. The moment is what is
 * tried; no expectation waits for time.
 */
@Timeout(value = 1_800, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
@EnabledOnOs(OS.LINUX)
class RandomSignalsTest {

  private static final int TIMINGS = Integer.getInteger("lastbyte.signal.timings", 15);
  private static final int AT_ONCE = 3;
  private static final int OWN_EXIT = 3;

  @TempDir private Path folder;

  @BeforeAll
  static void assumeSignalsAreDelivered() throws Exception {
    assumeTrue(RunProcess.signalsAreDelivered());
  }

  /** A signal, its number, and what it makes of a run. */
  private enum Told {
    INT(130, "abort.user@text/user"),
    TERM(143, "abort.lifecycle@text/lifecycle"),
    HUP(129, "abort.lifecycle@text/lifecycle");

    private final int exit;
    private final String verdict;

    Told(int exit, String verdict) {
      this.exit = exit;
      this.verdict = verdict;
    }
  }

  @Test
  void atAnyMoment_theExitCodeIsTheCommands_andTheRunHasItsProvenance() throws Exception {
    List<Future<?>> tries = new ArrayList<>();
    try (ExecutorService some = Executors.newFixedThreadPool(AT_ONCE)) {
      IntStream.range(0, TIMINGS)
          .forEach(seed ->
              tries.add(
                  some.submit(() -> {
                    tryOne(seed);
                    return seed;
                  })));
      for (Future<?> one : tries) {
        Object unused = one.get();
      }
    }
    System.out.printf(Locale.ROOT, "%d timings of signals%n", tries.size());
  }

  private void tryOne(int seed) throws Exception {
    var random = new Random(seed);
    Path data = folder.resolve("seed-" + seed);
    try (var provider = new StallingProvider()) {
      switch (seed % 3) {
        case 0 -> interruptedInText(seed, random, data, provider);
        case 1 -> interruptedByItsOwnCommand(seed, data, provider);
        default -> interruptedAfterTheEnd(seed, random, data, provider);
      }
    }
  }

  /** One signal to three, of one kind, while text flows: the command dies of it. */
  private static void interruptedInText(
      int seed, Random random, Path data, StallingProvider provider) throws Exception {
    Told told = Told.values()[random.nextInt(Told.values().length)];
    try (var run = RunProcess.bash(data, false, provider.url(), "ask; exec cat <&3 >&2")) {
      assertThat(run.out().readLine()).contains("200");
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(30_000)));
        run.signal(told.name());
      }
      assertEnd(seed, run, told.exit, told.verdict, data);
    }
  }

  /**
   * As at a terminal, which tells the command itself: it interrupts us, and ends in its own way.
   */
  private static void interruptedByItsOwnCommand(int seed, Path data, StallingProvider provider)
      throws Exception {
    String script = "ask; kill -INT $PPID; exit " + OWN_EXIT;
    try (var run = RunProcess.bash(data, true, provider.url(), script)) {
      assertEnd(seed, run, OWN_EXIT, "abort.", data);
    }
  }

  /** Interrupts while the command ends, the gateway closes and the summary is printed. */
  private static void interruptedAfterTheEnd(
      int seed, Random random, Path data, StallingProvider provider) throws Exception {
    String script = "ask; cat <&3 >/dev/null; exit " + OWN_EXIT;
    try (var run = RunProcess.bash(data, true, provider.url(), script)) {
      assertThat(run.out().readLine()).contains("200");
      provider.cutAll();
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(200_000)));
        run.signal("INT");
      }
      assertEnd(seed, run, OWN_EXIT, "stream.silent_truncation@text/provider", data);
    }
  }

  private static void assertEnd(int seed, RunProcess run, int exit, String verdict, Path data)
      throws Exception {
    String summary = run.restOfErr();
    assertThat(run.waitFor()).as("seed %d: %s", seed, summary).isEqualTo(exit);
    assertThat(summary).as("seed %d", seed).contains("VERDICT").contains(verdict);
    CommandResult stored = CommandResult.of("runs", "--data", data.toString());
    assertThat(stored.out())
        .as("seed %d", seed)
        .contains(verdict.replaceFirst("@.*", ""))
        .doesNotContain("host.process_lost");
  }
}
