// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.Vantage;
import dev.lastbyte.scoreboard.driver.GatewayFixture;
import dev.lastbyte.scoreboard.driver.Trial;
import dev.lastbyte.scoreboard.driver.Trials;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 300, unit = TimeUnit.SECONDS)
class RandomCompositionsTest {

  private static final int COUNT = 200;

  /** Most of a trial is waiting for a timer. */
  private static final int AT_ONCE = 48;

  /**
   * One that is always the same, and one that is new each time; {@code -Dlastbyte.seed} adds to
   * them.
   */
  static LongStream seeds() {
    return LongStream.of(
        Long.getLong("lastbyte.seed", 20261122L), ThreadLocalRandom.current().nextLong(1 << 30));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aRandomComposition_isDiagnosedAsItsAnswerKeySays(long seed) throws Exception {
    List<Trial> trials =
        Trials.random(seed, COUNT, List.of(Vantage.GATEWAY, Vantage.GATEWAY_AND_AGENT));

    try (GatewayFixture fixture = GatewayFixture.open(trials, AT_ONCE)) {
      List<Row> rows = Scoreboard.run(fixture, trials, row -> {});

      assertThat(rows).hasSameSizeAs(trials);
      RowAssertions.areRight(rows);
    }
  }
}
