// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.KnownTimer.Stretch;
import dev.lastbyte.core.diagnosis.rule.TimerMatches;
import dev.lastbyte.core.facts.Clocks;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How near a clock must come to a timer's value, and which clock to which timer. */
class KnownTimerTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration NANO = Duration.ofNanos(1);

  @Test
  void aSilence_mayEndALittleEarly_andSomeTimeLate() {
    assertThat(afterSilence(MINUTE.minusMillis(150))).contains(KnownTimer.NGINX_READ);
    assertThat(afterSilence(MINUTE.minusMillis(150).minus(NANO))).isEmpty();
    assertThat(afterSilence(MINUTE.plusMillis(1_200))).contains(KnownTimer.NGINX_READ);
    assertThat(afterSilence(MINUTE.plusMillis(1_200).plus(NANO))).isEmpty();
  }

  @Test
  void anAge_isHeldToTwoThousandths_orToThirtyMilliseconds() {
    assertThat(atAge(Duration.ofMillis(15_030))).containsExactly(KnownTimer.ENVOY_ROUTE);
    assertThat(atAge(Duration.ofMillis(15_031))).isEmpty();
    assertThat(atAge(Duration.ofMillis(14_970))).containsExactly(KnownTimer.ENVOY_ROUTE);
    Clocks address = new Clocks(Duration.ofMillis(279).toNanos(), null, 0, 0);
    assertThat(TimerMatches.of(Stretch.DIAL, address).timers())
        .containsExactly(KnownTimer.NODE_ADDRESS);
  }

  @Test
  void noClockIsHeldAgainstATimerOfAnotherKind() {
    assertThat(afterSilence(Duration.ofSeconds(15))).isEmpty();
    assertThat(atAge(MINUTE)).isEmpty();
    long minutes = Duration.ofMinutes(5).toNanos();
    assertThat(TimerMatches.of(Stretch.BODY, new Clocks(0, null, 0, minutes)).timers())
        .containsExactly(KnownTimer.CODEX_STREAM);
    long hour = Duration.ofHours(1).toNanos();
    assertThat(TimerMatches.of(Stretch.BODY, new Clocks(0, hour, 0, 0)).timers())
        .contains(KnownTimer.RESPONSES_WEB_SOCKET)
        .doesNotContain(KnownTimer.CLOUD_RUN_LONGEST);
  }

  @Test
  void aTimerIsLookedAtOnlyWhereItRuns() {
    Clocks silent = new Clocks(0, null, Duration.ofSeconds(55).toNanos(), 0);

    assertThat(TimerMatches.of(Stretch.BODY, silent).timers())
        .containsExactly(KnownTimer.HEROKU_SILENCE);
    assertThat(TimerMatches.of(Stretch.HEAD, silent).timers()).isEmpty();
  }

  @Test
  void everyTimerHasAnOwner_andASource_andTheyStandInOrder() {
    assertThat(KnownTimer.values())
        .allSatisfy(timer -> {
          assertThat(timer.owner()).isNotBlank();
          assertThat(URI.create(timer.source()).getHost()).isNotBlank();
          assertThat(timer.stretches()).isNotEmpty();
        })
        .isSortedAccordingTo(Comparator.comparing(KnownTimer::value));
  }

  private static List<KnownTimer> afterSilence(Duration silence) {
    return TimerMatches.of(Stretch.BODY, new Clocks(0, 0L, silence.toNanos(), 0)).timers();
  }

  private static List<KnownTimer> atAge(Duration age) {
    return TimerMatches.of(Stretch.BODY, new Clocks(age.toNanos(), 0L, 0, 0)).timers();
  }
}
