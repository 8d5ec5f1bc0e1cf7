// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.Vantage;
import dev.lastbyte.scoreboard.driver.GatewayFixture;
import dev.lastbyte.scoreboard.driver.Trial;
import dev.lastbyte.scoreboard.driver.Trials;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 600, unit = TimeUnit.SECONDS)
class CatalogueTest {

  /** Most of a trial is waiting for a timer. */
  private static final int AT_ONCE = 48;

  @Test
  void noScenarioIsDiagnosedAgainstItsAnswerKey() throws Exception {
    List<Trial> trials = Trials.all(List.of(Vantage.GATEWAY, Vantage.GATEWAY_AND_AGENT));

    try (GatewayFixture fixture = GatewayFixture.open(trials, AT_ONCE)) {
      List<Row> rows = Scoreboard.run(fixture, trials, row -> {});

      assertThat(rows).hasSameSizeAs(trials);
      RowAssertions.areNotWrong(rows);
    }
  }
}
