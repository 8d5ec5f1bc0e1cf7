// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import dev.lastbyte.harness.text.Json;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One exchange as the server knows it, written down when its verb was done.
 *
 * @param startedAt when the request had been read whole
 * @param took from then until the verb was done
 */
public record LedgerEntry(Asked asked, Repeats repeats, Did did, Instant startedAt, Duration took) {

  /**
   * What came in.
   *
   * @param connection the number of the TCP connection, from 1
   * @param requestOnConnection the number of the request on it, from 1
   * @param route the path below the base URL
   * @param streaming whether it asked for a stream
   * @param bodyHash HMAC-SHA256 under a key of this server alone, in hexadecimal: equal for equal
   *     bytes
   * @param canonicalHash another one, equal for equal JSON, however it is written
   * @param retryCount what {@code x-stainless-retry-count} said; null where it said no number
   * @param toolResults how many results of tools were posted back
   */
  public record Asked(
      long connection,
      int requestOnConnection,
      String route,
      String dialect,
      String scenario,
      String framing,
      boolean streaming,
      long bodyBytes,
      String bodyHash,
      String canonicalHash,
      @Nullable Integer retryCount,
      int toolResults) {

    /** Whether the connection had carried a request before. */
    public boolean reused() {
      return requestOnConnection > 1;
    }
  }

  /**
   * What came in again.
   *
   * @param attempt how often this body has come, by its canonical hash, this time included
   * @param sincePrevious from the end of the attempt before; null where there was none
   * @param retryAfterAdvised what that attempt was told to wait; null where it was told nothing
   * @param retryAfterKept whether the client waited that long; null where it was told nothing
   * @param toolResultsAgain how many of its results of tools had been posted before; a history that
   *     is sent along counts too
   */
  public record Repeats(
      int attempt,
      @Nullable Duration sincePrevious,
      @Nullable Duration retryAfterAdvised,
      @Nullable Boolean retryAfterKept,
      int toolResultsAgain) {}

  /**
   * What was done about it.
   *
   * @param verb how the server ended it, such as {@code rst}, even where the client was faster
   * @param bytesWritten by the script's steps; heartbeats are counted apart
   * @param eventsWritten server-sent events, by the script's steps
   * @param heartbeats how many were sent by the verb; of a drip, how many bytes
   * @param acknowledged {@code proven} by the kernel, {@code assumed} after a bounded wait, or
   *     {@code not_needed}
   * @param gate {@code none}, {@code released}, or {@code limit_passed}
   * @param clientLeft {@code no}, {@code fin}, or {@code rst}: who left before the verb was done
   * @param clientLeftAtStep at which step of the script, from 0, its verb being the last; null
   *     where the client stayed
   */
  public record Did(
      String verb,
      long bytesWritten,
      int eventsWritten,
      int heartbeats,
      String acknowledged,
      String gate,
      String clientLeft,
      @Nullable Integer clientLeftAtStep) {}

  /** The entry as one line of JSON. */
  public String json() {
    return new Json()
        .with("connection", asked.connection())
        .with("request_on_connection", asked.requestOnConnection())
        .with("reused", asked.reused())
        .with("route", asked.route())
        .with("dialect", asked.dialect())
        .with("scenario", asked.scenario())
        .with("framing", asked.framing())
        .with("streaming", asked.streaming())
        .with("body_bytes", asked.bodyBytes())
        .with("body_hash", asked.bodyHash())
        .with("canonical_hash", asked.canonicalHash())
        .withRaw("retry_count", String.valueOf(asked.retryCount()))
        .with("tool_results", asked.toolResults())
        .with("tool_results_again", repeats.toolResultsAgain())
        .with("attempt", repeats.attempt())
        .withRaw("since_previous_nanos", nanos(repeats.sincePrevious()))
        .withRaw("retry_after_advised_nanos", nanos(repeats.retryAfterAdvised()))
        .withRaw("retry_after_kept", String.valueOf(repeats.retryAfterKept()))
        .with("verb", did.verb())
        .with("bytes_written", did.bytesWritten())
        .with("events_written", did.eventsWritten())
        .with("heartbeats", did.heartbeats())
        .with("acknowledged", did.acknowledged())
        .with("gate", did.gate())
        .with("client_left", did.clientLeft())
        .withRaw("client_left_at_step", String.valueOf(did.clientLeftAtStep()))
        .with("started_at", startedAt.toString())
        .with("took_nanos", took.toNanos())
        .toString();
  }

  private static String nanos(@Nullable Duration duration) {
    return duration == null ? "null" : Long.toString(duration.toNanos());
  }
}
