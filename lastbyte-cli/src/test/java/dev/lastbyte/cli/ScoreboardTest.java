// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ScoreboardTest {

  @Test
  void jsonIsARowForEachTrial_andTheTotalsLast() {
    Session board =
        Session.of("scoreboard", "--only", "text-eof", "--vantage", "gateway", "--json");

    assertThat(board.lines().getFirst())
        .contains("\"scenario\":\"text-eof\"")
        .contains("\"vantage\":\"gateway\"")
        .contains("\"outcome\":\"right\"")
        .contains("\"statements\":{\"cause\":{\"expected\":\"stream.silent_truncation\"");
    assertThat(board.lines().getLast())
        .contains("\"rows\":" + (board.lines().size() - 1))
        .contains("\"right\":1.0")
        .contains("\"unknown\":0.0")
        .contains("\"wrong\":0.0")
        .contains("\"unsafe\":0")
        .contains("\"controls_flagged\":0")
        .contains("\"seed\":");
    assertThat(board.exit()).isEqualTo(Exit.FINE);
  }

  @Test
  void thePageCountsByScenario() {
    Session board = Session.of("scoreboard", "--only", "{text-fin,ws-ok}", "--seed", "7");

    assertThat(board.out())
        .contains("MID GENERATION")
        .contains("text-fin")
        .contains("ws-ok")
        .contains("seed 7")
        .contains("the bars hold");
    assertThat(board.exit()).isEqualTo(Exit.FINE);
  }

  @Test
  void theSameSeedPlaysTheSameCompositions() {
    String[] drawn = {"scoreboard", "--only", "", "--random", "3", "--seed", "11", "--json"};

    assertThat(Session.of(drawn).out()).isEqualTo(Session.of(drawn).out());
  }

  @Test
  void whatCannotBePlayed_isBadUsage() {
    assertThat(Session.of("scoreboard", "--only", "no-such-*").exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(Session.of("scoreboard", "--parallel", "0").exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(Session.of("scoreboard", "--vantage", "moon").err())
        .contains("unknown vantage 'moon'; there are gateway, gateway+agent");
  }
}
