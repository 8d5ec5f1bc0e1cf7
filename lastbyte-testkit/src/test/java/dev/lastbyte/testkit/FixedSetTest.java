// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.Vantage;
import dev.lastbyte.testkit.act.Stage;
import dev.lastbyte.testkit.act.Trial;
import dev.lastbyte.testkit.act.Trials;
import dev.lastbyte.testkit.score.Row;
import dev.lastbyte.testkit.score.Scoreboard;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 600, unit = TimeUnit.SECONDS)
class FixedSetTest {

  @Test
  void ofNoScenarioIsAnythingSaidThatItsKeyDenies() throws Exception {
    List<Trial> trials = Trials.all(List.of(Vantage.GATEWAY, Vantage.GATEWAY_AND_AGENT));

    try (Stage stage = Stage.open(trials, 16)) {
      List<Row> rows = Scoreboard.play(stage, trials, row -> {});

      assertThat(rows).hasSameSizeAs(trials).allSatisfy(Rows::isNotWrong);
    }
  }
}
