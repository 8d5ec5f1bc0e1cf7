// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Retries within retries, by the pauses alone. */
class RetryLayersTest {

  /** Codex waits 0.2 s, doubled each time, with a tenth of jitter, in both of its layers. */
  private static long codexPause(int retry, Random jitter) {
    double millis = 200 * Math.pow(2, retry - 1) * jitter.nextDouble(0.9, 1.1);
    return TimeUnit.MICROSECONDS.toNanos(Math.round(1_000 * millis));
  }

  /** Those of a client that tries {@code outer} times {@code inner} times. */
  private static List<Long> nested(int outer, int inner, Random jitter) {
    List<Long> pauses = new ArrayList<>();
    for (int round = 1; round <= outer; round++) {
      for (int retry = 1; retry < inner; retry++) {
        pauses.add(codexPause(retry, jitter));
      }
      pauses.add(codexPause(round, jitter));
    }
    return pauses.subList(0, pauses.size() - 1);
  }

  @Test
  void sixTimesFive_areTwoLayers_whateverTheJitter() {
    for (int seed = 0; seed < 1_000; seed++) {
      assertThat(RetryLayers.in(nested(6, 5, new Random(seed))))
          .as("seed %d", seed)
          .isEqualTo(new RetryLayers(6, 5, 0));
    }
  }

  @Test
  void aRoundThatWasNotFinished_isCountedApart() {
    List<Long> pauses = nested(3, 5, new Random(1));

    assertThat(RetryLayers.in(pauses.subList(0, 12))).isEqualTo(new RetryLayers(2, 5, 3));
  }

  @Test
  void pausesThatGrowToALimit_areOneLayer() {
    for (int seed = 0; seed < 1_000; seed++) {
      var jitter = new Random(seed);
      List<Long> pauses = new ArrayList<>();
      for (int retry = 1; retry < 30; retry++) {
        pauses.add(codexPause(Math.min(retry, 5), jitter));
      }
      assertThat(RetryLayers.in(pauses)).as("seed %d", seed).isNull();
    }
  }

  @Test
  void pausesOfOneLength_areOneLayer_whateverTheJitter() {
    for (int seed = 0; seed < 1_000; seed++) {
      var jitter = new Random(seed);
      List<Long> pauses = new ArrayList<>();
      for (int retry = 1; retry < 30; retry++) {
        pauses.add(codexPause(4, jitter));
      }
      assertThat(RetryLayers.in(pauses)).as("seed %d", seed).isNull();
    }
  }

  @Test
  void pausesThatAreNotKnown_tellNothing() {
    List<Long> pauses = new ArrayList<>(nested(6, 5, new Random(1)));
    pauses.set(7, 0L);

    assertThat(RetryLayers.in(pauses)).isNull();
    assertThat(RetryLayers.in(List.of())).isNull();
  }
}
