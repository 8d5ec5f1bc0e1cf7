// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.facts.Clocks;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Timers in the field that kill streams, by their default value: a stream that dies at exactly such
 * a number was probably killed by one.
 *
 * <p>Sources: the documentation of the product named, as of 2026-11.
 */
public enum KnownTimer {
  ENVOY_ROUTE(15, Clock.TOTAL, "Envoy's route timeout"),
  GCP_BACKEND(30, Clock.TOTAL, "Google Cloud's backend service timeout"),
  NGINX_READ(60, Clock.IDLE, "nginx proxy_read_timeout, or the idle timeout of an AWS ALB"),
  CLOUDFLARE_READ(100, Clock.IDLE, "Cloudflare's wait for the origin"),
  CLIENT_WATCHDOG(120, Clock.IDLE, "an idle watchdog of some clients"),
  AZURE_LOAD_BALANCER(240, Clock.IDLE, "the idle timeout of an Azure load balancer"),
  CLOUD_RUN(300, Clock.TOTAL, "Google Cloud Run's request timeout"),
  STREAM_IDLE(300, Clock.IDLE, "undici's body timeout, or Envoy's stream idle timeout"),
  AWS_NLB(350, Clock.IDLE, "the idle timeout of an AWS NLB"),
  SDK_REQUEST(600, Clock.TOTAL, "the request timeout of the OpenAI and Anthropic SDKs");

  /** What a timer measures. */
  public enum Clock implements Coded {
    /** The silence in bytes. */
    IDLE,
    /** The age of the request. */
    TOTAL
  }

  /** How much later than its value a timer may act. */
  private static final long LATE_NANOS = Duration.ofMillis(1_200).toNanos();

  /** How much earlier a silence may seem to end, since its begin is seen late. */
  private static final long EARLY_NANOS = Duration.ofMillis(150).toNanos();

  /** An age is matched more narrowly: it need not be a silence, so chance hits it more often. */
  private static final double TOTAL_TOLERANCE = 0.002;

  /** Most answers are over by then. */
  private static final Duration TELLING_AGE = Duration.ofMinutes(1);

  private final long nanos;
  private final Clock clock;
  private final String owner;

  KnownTimer(int seconds, Clock clock, String owner) {
    this.nanos = Duration.ofSeconds(seconds).toNanos();
    this.clock = clock;
    this.owner = owner;
  }

  /** Whose timer it is, as a noun phrase. */
  public String owner() {
    return owner;
  }

  /** What it measures. */
  public Clock clock() {
    return clock;
  }

  /**
   * Whether a match is enough to suspect it before all others. A stream does not fall silent for
   * exactly so long by chance; but among the many answers that take less than a minute, cuts of
   * another kind meet an age as often as timers do.
   */
  public boolean matches() {
    return clock == Clock.IDLE || value().compareTo(TELLING_AGE) >= 0;
  }

  /** Its value. */
  public Duration value() {
    return Duration.ofNanos(nanos);
  }

  /** The idle timer that a silence in bytes matches, or null. */
  public static @Nullable KnownTimer idle(Clocks clocks) {
    long silence = clocks.byteSilenceNanos();
    return Arrays.stream(values())
        .filter(timer -> timer.clock == Clock.IDLE)
        .filter(t -> silence >= t.nanos - EARLY_NANOS && silence <= t.nanos + LATE_NANOS)
        .findFirst()
        .orElse(null);
  }

  /** The timer for the whole request that an age matches, or null. */
  public static @Nullable KnownTimer total(Clocks clocks) {
    long age = clocks.requestAgeNanos();
    return Arrays.stream(values())
        .filter(timer -> timer.clock == Clock.TOTAL)
        .filter(timer -> Math.abs(age - timer.nanos) <= timer.nanos * TOTAL_TOLERANCE)
        .findFirst()
        .orElse(null);
  }
}
