// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class RetryDelaysTest {

  /** Wednesday, 21 October 2015 07:28:00 GMT, in milliseconds. */
  private static final long NOW = 1_445_412_480_000L;

  private static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12ms | 12",
        "350ms. Visit | 350",
        "3 s | 3000",
        "6s. | 6000",
        "7.66s | 7660",
        "6m0s | 360000",
        "1m30s | 90000",
        "1h16m0.667s. | 4560667",
        "26 seconds. | 26000",
        "2 minutes | 120000",
        "1 minute and 5 seconds | 65000",
        "1 hour, 2 minutes | 3720000",
        "5d | 432000000",
        "4 seconds 9 times | 4000"
      })
  void durations_areParsed(String text, long millis) {
    assertThat(RetryDelays.ofDuration(text)).isEqualTo(Duration.ofMillis(millis).toNanos());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "3", "3 apples", "s", "-3s", "3 sheep", "a moment", "3. s"})
  void invalidDurations_areRejected(String text) {
    assertThat(RetryDelays.ofDuration(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12ms | 12",
        "59.7 | 59700",
        "13872 | 13872000",
        "1445412490 | 10000",
        "1445412490000 | 10000",
        "1445412400 | 0",
        "2015-10-21T07:28:09Z | 9000",
        "2015-10-21T09:28:09.5+02:00 | 9500",
        "9999999999 | 8640000000",
        "999999999999999999 | 8640000000"
      })
  void resetTimes_areParsed(String text, long millis) {
    assertThat(RetryDelays.ofReset(text, () -> NOW)).isEqualTo(Duration.ofMillis(millis).toNanos());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "never", "-1", "2015-10-21", "1e9", "NaN", "99999999999999999999"})
  void invalidResetTimes_areRejected(String text) {
    assertThat(RetryDelays.ofReset(text, () -> NOW)).isNull();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverComes_isNeverNegative_norThrows(long seed) {
    var random = new Random(seed);
    var text = new StringBuilder();
    for (int i = random.nextInt(30); i >= 0; i--) {
      text.append("0123456789.smhd -:TZ+,and".charAt(random.nextInt(25)));
    }
    for (Long nanos :
        new Long[] {
          RetryDelays.ofReset(text.toString(), () -> NOW),
          RetryDelays.ofDuration(text.toString()),
          RetryDelays.ofRetryAfter(text.toString(), () -> NOW)
        }) {
      assertThat(nanos == null || nanos >= 0).as("%s", text).isTrue();
    }
  }
}
