// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Evidence;
import dev.lastbyte.core.diagnosis.KnownTimer;
import dev.lastbyte.core.diagnosis.KnownTimer.Clock;
import dev.lastbyte.core.diagnosis.KnownTimer.Stretch;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Clocks;
import dev.lastbyte.core.facts.Delivery;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.Phase;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The known timers at whose value an attempt ended: those that run in the stretch in which it
 * ended, each by its own clock.
 *
 * <p>A match is a hint at the timer's owner, never a proof. It is <em>telling</em> only where few
 * other ends meet the number. A silence within the response is, whatever its length: a stream that
 * flows does not stop for exactly so long by chance. The wait for a response is what every request
 * spends, and an age what every response reaches: there a value below a minute is met by chance as
 * often as by a timer.
 *
 * @param timers shortest first; those of one value one after the other
 */
public record TimerMatches(List<KnownTimer> timers) {

  /** How much later than its value a timer may act on a silence. */
  private static final long LATE_NANOS = Duration.ofMillis(1_200).toNanos();

  /** How much earlier a silence may seem to end, since its begin is seen late. */
  private static final long EARLY_NANOS = Duration.ofMillis(150).toNanos();

  /**
   * An age is matched within a five-hundredth: it need not be a silence, so chance hits it more
   * often.
   */
  private static final long AGE_TOLERANCE_DIVISOR = 500;

  /** What a busy machine adds to the shortest of timers. */
  private static final long LEAST_TOLERANCE_NANOS = Duration.ofMillis(30).toNanos();

  /** Most waits and most responses are over by then. */
  private static final Duration TELLING = Duration.ofMinutes(1);

  /** The timers that match an attempt's end. */
  public static TimerMatches of(AttemptFacts facts) {
    return of(stretch(facts), facts.clocks());
  }

  public static TimerMatches of(Stretch stretch, Clocks clocks) {
    return new TimerMatches(
        Arrays.stream(KnownTimer.values())
            .filter(timer -> timer.runsIn(stretch) && shows(timer, clocks))
            .toList());
  }

  /** The timers that end a kept connection after the silence that {@code facts} saw before it. */
  static TimerMatches whileKept(AttemptFacts facts) {
    if (facts.reused() == null) {
      return new TimerMatches(List.of());
    }
    long idle = facts.reused().event().idleNanos();
    return of(Stretch.KEPT, new Clocks(0, null, idle, 0));
  }

  /**
   * The timers that a piece of evidence speaks of.
   *
   * @param evidence with {@link Claim#CLOCK_MATCHES_KNOWN_TIMER}
   */
  public static List<KnownTimer> named(Evidence evidence, AttemptFacts facts) {
    boolean kept = facts.reused() != null && evidence.event() == facts.reused().id();
    return (kept ? whileKept(facts) : of(facts)).timers;
  }

  /** Whether any timer matches. */
  public boolean isEmpty() {
    return timers.isEmpty();
  }

  /** Whether a timer of a silence matches, telling or not. */
  boolean ofSilence() {
    return timers.stream().anyMatch(TimerMatches::isOfSilence);
  }

  /** Whether a timer of an age matches, telling or not. */
  boolean ofAge() {
    return timers.stream().anyMatch(timer -> !isOfSilence(timer));
  }

  /** Whether a silence matches that few others reach. */
  boolean tellsSilence(AttemptFacts facts) {
    boolean begun = stretch(facts) == Stretch.BODY;
    return timers.stream().anyMatch(timer -> isOfSilence(timer) && (begun || isLong(timer)));
  }

  /** Whether an age matches that few others reach. */
  boolean tellsAge() {
    return timers.stream().anyMatch(timer -> !isOfSilence(timer) && isLong(timer));
  }

  private static boolean isLong(KnownTimer timer) {
    return timer.value().compareTo(TELLING) >= 0;
  }

  private static boolean isOfSilence(KnownTimer timer) {
    return timer.clock() == Clock.IDLE || timer.clock() == Clock.CONTENT;
  }

  /** What refuses a request ends the wait for its head, though the head has come. */
  private static Stretch stretch(AttemptFacts facts) {
    if (facts.ending() instanceof Ending.Refused) {
      return Stretch.HEAD;
    }
    Phase phase = facts.phase();
    if (phase.compareTo(Phase.AWAIT_HEADERS) > 0 || facts.response() != null) {
      return Stretch.BODY;
    }
    if (phase == Phase.AWAIT_HEADERS || facts.delivery() == Delivery.RECEIVED) {
      return Stretch.HEAD;
    }
    // Who closes a connection has one, though its opening was not recorded.
    boolean open = phase == Phase.SEND || facts.ending() instanceof Ending.PeerEnded;
    return open ? Stretch.SEND : Stretch.DIAL;
  }

  private static boolean shows(KnownTimer timer, Clocks clocks) {
    long value = timer.value().toNanos();
    return switch (timer.clock()) {
      case IDLE -> isSilence(clocks.byteSilenceNanos(), value);
      case CONTENT -> isSilence(clocks.contentSilenceNanos(), value);
      case TOTAL -> isAge(clocks.requestAgeNanos(), value);
      case CONNECTION ->
          clocks.connectionAgeNanos() != null && isAge(clocks.connectionAgeNanos(), value);
    };
  }

  private static boolean isSilence(long silence, long value) {
    return silence >= value - EARLY_NANOS && silence <= value + LATE_NANOS;
  }

  private static boolean isAge(long age, long value) {
    return Math.abs(age - value) <= Math.max(value / AGE_TOLERANCE_DIVISOR, LEAST_TOLERANCE_NANOS);
  }
}
