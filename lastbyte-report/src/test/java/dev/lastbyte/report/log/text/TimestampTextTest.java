// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTextTest {

  private static final DateTimeFormatter FORMATTER =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private static String textOf(long epochMillis) {
    var out = new AsciiBuffer();
    TimestampText.write(epochMillis, out);
    return new String(out.toByteArray(), StandardCharsets.US_ASCII);
  }

  private static String formatted(long epochMillis) {
    return FORMATTER.format(Instant.ofEpochMilli(epochMillis));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T18:48:02.543Z",
        "1970-01-01T00:00:00.000Z",
        "1969-12-31T23:59:59.999Z",
        "2000-02-29T09:05:07.001Z",
        "0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z",
        "+10000-01-01T00:00:00.000Z",
        "-0001-12-31T23:59:59.999Z"
      })
  void aMoment_isSpelledAsItIsRead(String moment) {
    assertThat(textOf(Instant.parse(moment).toEpochMilli())).isEqualTo(moment);
  }

  @Test
  void anyMoment_isSpelledAsTheFormatterOfTheJdkDoes() {
    long seed = 20_261_122;
    var random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      long moment = random.nextLong() >> (20 + random.nextInt(30));
      assertThat(textOf(moment)).as("seed %d, moment %d", seed, i).isEqualTo(formatted(moment));
    }
  }
}
