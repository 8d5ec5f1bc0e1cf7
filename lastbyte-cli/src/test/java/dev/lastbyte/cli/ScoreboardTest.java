// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.text.ExitCode;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("slow")
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ScoreboardTest {

  @Test
  void jsonIsARowForEachTrial_andTheTotalsLast() {
    CommandResult result =
        CommandResult.of("scoreboard", "--only", "text-eof", "--vantage", "gateway", "--json");

    assertThat(result.lines().getFirst())
        .contains("\"scenario\":\"text-eof\"")
        .contains("\"vantage\":\"gateway\"")
        .contains("\"outcome\":\"right\"")
        .contains("\"statements\":{\"cause\":{\"expected\":\"stream.silent_truncation\"");
    assertThat(result.lines().getLast())
        .contains("\"rows\":" + (result.lines().size() - 1))
        .contains("\"right\":1.0")
        .contains("\"unknown\":0.0")
        .contains("\"wrong\":0.0")
        .contains("\"unsafe\":0")
        .contains("\"controls_flagged\":0")
        .contains("\"seed\":");
    assertThat(result.exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void thePageCountsByScenario() {
    CommandResult result =
        CommandResult.of("scoreboard", "--only", "{text-fin,ws-ok}", "--seed", "7");

    assertThat(result.out())
        .contains("MID GENERATION")
        .contains("text-fin")
        .contains("ws-ok")
        .contains("seed 7")
        .contains("the bars hold");
    assertThat(result.exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void theSameSeedPlaysTheSameCompositions() {
    String[] drawn = {"scoreboard", "--only", "", "--random", "3", "--seed", "11", "--json"};

    assertThat(CommandResult.of(drawn).out()).isEqualTo(CommandResult.of(drawn).out());
  }

  @Test
  void invalidSelections_areBadUsage() {
    assertThat(CommandResult.of("scoreboard", "--only", "no-such-*").exit())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(CommandResult.of("scoreboard", "--parallel", "0").exit())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(CommandResult.of("scoreboard", "--vantage", "moon").err())
        .contains("unknown vantage 'moon'; there are gateway, gateway+agent");
  }
}
