// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.log.RunLog;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes, the taps neither throw nor grow. */
@Timeout(300)
class HostileBytesTest {

  private static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void damagedResponses_leaveABoundedLog_whateverTheSplit(long seed) {
    var random = new Random(seed);
    for (String name : Samples.names()) {
      byte[] bytes = damaged(Samples.wholeResponses().get(name).clone(), random);
      var whole = TappedResponse.responseOf(Samples.dialectOf(name)).feed(bytes).closed();
      var split = TappedResponse.responseOf(Samples.dialectOf(name)).feedByteByByte(bytes).closed();

      assertThat(whole.events()).hasSizeLessThan(RunLog.MAX_EVENTS_PER_ATTEMPT);
      assertThat(split.events()).as(name).isEqualTo(whole.events());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noiseInPlaceOfAHead_isTakenWithoutComplaint(long seed) {
    var random = new Random(seed);
    byte[] noise = new byte[4096];
    random.nextBytes(noise);
    var response = TappedResponse.responseOf(Dialect.OPENAI_CHAT).feed(noise);
    var request = new RequestTap();

    assertThat(response.closed().events()).hasSizeLessThan(20);
    assertThat(request.feed(noise, 0, noise.length)).isBetween(0, noise.length);
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    int wounds = 1 + random.nextInt(8);
    for (int i = 0; i < wounds; i++) {
      byte[] pool = {'"', '\\', '{', '}', '[', ']', ',', ':', '\r', '\n', 0, (byte) 0xff, 'u', '0'};
      bytes[random.nextInt(bytes.length)] = pool[random.nextInt(pool.length)];
    }
    return bytes;
  }
}
