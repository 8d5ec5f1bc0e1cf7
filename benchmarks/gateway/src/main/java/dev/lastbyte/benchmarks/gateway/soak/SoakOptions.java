// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway.soak;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the person at the keyboard wants.
 *
 * @param streams how many are open at a time
 * @param minutes how long
 * @param faultPercent how many of a hundred streams go wrong
 * @param beatMillis from one event of a stream to its next
 * @param seed of all that is drawn at random
 * @param json one object of results at the end of standard output
 */
record SoakOptions(
    int streams, int minutes, int faultPercent, int beatMillis, long seed, boolean json) {

  static final String USAGE =
      """
      Usage: benchmarks/gateway/soak [--streams N] [--minutes N] [--fault-percent N]
                                     [--beat-millis N] [--seed N] [--json]
        --streams         how many are open at a time; default 2000
        --minutes         how long; default 20
        --fault-percent   how many of a hundred go wrong; default 5
        --beat-millis     from one event of a stream to its next; default 250
        --seed            of all that is drawn at random; default 1
        --json            the results once more as one JSON object, the last line of the output\
      """;

  /** How long a stream lasts on average, if it has no end before. */
  private static final long STREAM_SECONDS = 30;

  SoakOptions {
    require(streams >= 1, "--streams must be at least 1, but was " + streams);
    require(minutes >= 1, "--minutes must be at least 1, but was " + minutes);
    require(
        faultPercent >= 0 && faultPercent <= 100,
        "--fault-percent must be from 0 to 100, but was " + faultPercent);
    require(beatMillis >= 1, "--beat-millis must be at least 1, but was " + beatMillis);
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a line for people if it cannot be understood
   */
  static SoakOptions of(List<String> args) {
    var options = new SoakOptions(2_000, 20, 5, 250, 1, false);
    Iterator<String> left = args.iterator();
    while (left.hasNext()) {
      options = options.with(left.next(), left);
    }
    return options;
  }

  private SoakOptions with(String name, Iterator<String> after) {
    if (name.equals("--json")) {
      return new SoakOptions(streams, minutes, faultPercent, beatMillis, seed, true);
    }
    require(after.hasNext(), name + " needs a value");
    long value = number(name, after.next());
    int small = Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    return switch (name) {
      case "--streams" -> new SoakOptions(small, minutes, faultPercent, beatMillis, seed, json);
      case "--minutes" -> new SoakOptions(streams, small, faultPercent, beatMillis, seed, json);
      case "--fault-percent" -> new SoakOptions(streams, minutes, small, beatMillis, seed, json);
      case "--beat-millis" -> new SoakOptions(streams, minutes, faultPercent, small, seed, json);
      case "--seed" -> new SoakOptions(streams, minutes, faultPercent, beatMillis, value, json);
      default -> throw new IllegalArgumentException("unknown: " + name);
    };
  }

  long beatNanos() {
    return TimeUnit.MILLISECONDS.toNanos(beatMillis);
  }

  long nanos() {
    return TimeUnit.MINUTES.toNanos(minutes);
  }

  /** How often a stream says its piece again, on average. */
  int meanPieces() {
    return (int) (streamNanos() / beatNanos());
  }

  /** How long a stream lasts on average. */
  long streamNanos() {
    return TimeUnit.SECONDS.toNanos(STREAM_SECONDS);
  }

  private static long number(String name, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, but was " + value, e);
    }
  }

  private static void require(boolean rule, String otherwise) {
    if (!rule) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
