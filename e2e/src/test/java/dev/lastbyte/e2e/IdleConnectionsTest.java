// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Thousands of connections that nothing is asked on cost little and hinder nobody. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@Isolated("measures how soon a response comes")
class IdleConnectionsTest {

  /** Told by {@code -Dlastbyte.connections=10000}. */
  private static final int CONNECTIONS = Integer.getInteger("lastbyte.connections", 2_000);

  private static final int OTHER_FILES = 500;
  private static final int MOST_KB_EACH = 8;
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  @TempDir private Path data;

  @Test
  @EnabledOnOs(OS.LINUX)
  void oneInTheirMidstIsServedAtOnce() throws Exception {
    assumeThat(ManagementFactory.getOperatingSystemMXBean())
        .isInstanceOfSatisfying(
            UnixOperatingSystemMXBean.class,
            system ->
                assumeThat(system.getMaxFileDescriptorCount())
                    .as("ulimit -n")
                    .isGreaterThanOrEqualTo(CONNECTIONS + OTHER_FILES));
    String[] fixedHeap = JvmMemory.OPTIONS.toArray(String[]::new);
    try (var provider = NotingProvider.start();
        var gateway = Recorder.startedBy(Program.jvm(fixedHeap), data, provider.url())) {
      try (var warm = IdleConnections.open(gateway.address(), 1)) {
        assertThat(Asker.isAnsweredWhole(warm.get(0), new Question("ok", "warm"))).isTrue();
      }
      long before = JvmMemory.kb(gateway.gateway().pid());
      try (var idle = IdleConnections.open(gateway.address(), CONNECTIONS)) {
        long start = System.nanoTime();
        var question = new Question("ok", "in-their-midst");
        assertThat(Asker.isAnsweredWhole(idle.get(CONNECTIONS / 2), question)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);

        double each = (JvmMemory.kb(gateway.gateway().pid()) - before) / (double) CONNECTIONS;
        System.out.printf("%d idle connections, %.1f KB each%n", CONNECTIONS, each);
        assertThat(each).isLessThan(MOST_KB_EACH);
      }
    }
  }
}
