// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.facts.Clocks;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How near a clock must come to a timer's value, and which clock to which timer. */
class KnownTimerTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration NANO = Duration.ofNanos(1);

  @Test
  void aSilence_mayEndALittleEarly_andSomeTimeLate() {
    assertThat(afterSilence(MINUTE.minusMillis(150))).isEqualTo(KnownTimer.NGINX_READ);
    assertThat(afterSilence(MINUTE.minusMillis(150).minus(NANO))).isNull();
    assertThat(afterSilence(MINUTE.plusMillis(1_200))).isEqualTo(KnownTimer.NGINX_READ);
    assertThat(afterSilence(MINUTE.plusMillis(1_200).plus(NANO))).isNull();
  }

  @Test
  void anAge_isHeldToTwoThousandths() {
    assertThat(atAge(Duration.ofMillis(15_030))).isEqualTo(KnownTimer.ENVOY_ROUTE);
    assertThat(atAge(Duration.ofMillis(15_031))).isNull();
    assertThat(atAge(Duration.ofMillis(14_970))).isEqualTo(KnownTimer.ENVOY_ROUTE);
  }

  @Test
  void noClockIsHeldAgainstATimerOfTheOtherKind() {
    assertThat(afterSilence(Duration.ofSeconds(15))).isNull();
    assertThat(atAge(MINUTE)).isNull();
    assertThat(KnownTimer.NGINX_READ.clock()).isEqualTo(KnownTimer.Clock.IDLE);
    assertThat(KnownTimer.ENVOY_ROUTE.clock()).isEqualTo(KnownTimer.Clock.TOTAL);
  }

  @Test
  void everyTimerHasAnOwner() {
    assertThat(KnownTimer.values()).allMatch(timer -> !timer.owner().isBlank());
  }

  private static @Nullable KnownTimer afterSilence(Duration silence) {
    return KnownTimer.idle(new Clocks(0, 0L, silence.toNanos(), 0));
  }

  private static @Nullable KnownTimer atAge(Duration age) {
    return KnownTimer.total(new Clocks(age.toNanos(), 0L, 0, 0));
  }
}
