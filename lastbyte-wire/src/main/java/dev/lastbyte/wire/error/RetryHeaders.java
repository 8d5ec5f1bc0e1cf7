// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.core.event.Known;
import dev.lastbyte.wire.http.HeaderFields;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What the headers of a response say about trying again. */
public final class RetryHeaders {

  /** One limit: the header that tells its state, the value if it is used up, when it resets. */
  private record Limit(String state, String usedUp, String reset) {}

  /** A pause in milliseconds: OpenAI's, and Azure's. */
  private static final List<String> MILLIS = List.of("retry-after-ms", "x-ms-retry-after-ms");

  private static final Limit PLAN =
      new Limit(
          "anthropic-ratelimit-unified-status", "rejected", "anthropic-ratelimit-unified-reset");

  private static final List<Limit> LIMITS =
      List.of(
          counted("x-ratelimit-remaining-requests", "x-ratelimit-reset-requests"),
          counted("x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens"),
          counted("x-ratelimit-remaining", "x-ratelimit-reset"),
          counted("ratelimit-remaining", "ratelimit-reset"),
          anthropic("requests"),
          anthropic("tokens"),
          anthropic("input-tokens"),
          anthropic("output-tokens"),
          PLAN);

  private RetryHeaders() {}

  private static Limit counted(String remaining, String reset) {
    return new Limit(remaining, "0", reset);
  }

  private static Limit anthropic(String what) {
    String name = "anthropic-ratelimit-" + what;
    return counted(name + "-remaining", name + "-reset");
  }

  /**
   * {@code retry-after-ms} and {@code x-ms-retry-after-ms}, else {@code retry-after} in seconds,
   * with fractions, or as a date (RFC 9110 §10.2.3): in nanoseconds, or null if there is none that
   * can be read.
   */
  public static @Nullable Long pause(HeaderFields fields, LongSupplier epochMillis) {
    for (String name : MILLIS) {
      Long millis = RetryDelays.ofMillis(fields.first(name));
      if (millis != null) {
        return millis;
      }
    }
    return RetryDelays.ofRetryAfter(fields.first("retry-after"), epochMillis);
  }

  /** {@code x-should-retry}, which the SDKs of OpenAI and Anthropic obey. */
  public static Known again(HeaderFields fields) {
    String value = fields.first("x-should-retry");
    if (value == null) {
      return Known.UNKNOWN;
    }
    return switch (value) {
      case "true" -> Known.YES;
      case "false" -> Known.NO;
      default -> Known.UNKNOWN;
    };
  }

  /**
   * When the last of the limits that are used up resets, in nanoseconds from now, or null. What
   * resets a limit that has something left is not what the request waits for.
   */
  public static @Nullable Long reset(HeaderFields fields, LongSupplier epochMillis) {
    Long longest = null;
    for (Limit limit : LIMITS) {
      Long reset =
          isUsedUp(limit, fields)
              ? RetryDelays.ofReset(fields.first(limit.reset), epochMillis)
              : null;
      longest = longest == null || (reset != null && reset > longest) ? reset : longest;
    }
    return longest;
  }

  /** Whether the window of a plan is used up, as Anthropic tells it to subscribers. */
  static boolean isPlanUsedUp(HeaderFields fields) {
    return isUsedUp(PLAN, fields);
  }

  private static boolean isUsedUp(Limit limit, HeaderFields fields) {
    return limit.usedUp.equals(fields.first(limit.state));
  }
}
