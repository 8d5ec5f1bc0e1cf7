// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ResponseEvent.AdvicePlace;
import dev.lastbyte.core.event.ResponseEvent.ErrorBodySeen;
import dev.lastbyte.core.event.ResponseEvent.ErrorShape;
import dev.lastbyte.core.event.ResponseEvent.RetryAdvised;
import dev.lastbyte.core.event.ResponseEvent.Signer;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.ErrorSamples.Sample;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the errors of the real services mean, and what may never become of their text. */
@Timeout(300)
class ProviderErrorsTest {

  private static List<Sample> samples() {
    return ErrorSamples.all();
  }

  private static LongStream seeds() {
    return LongStream.range(0, 25);
  }

  private static TappedResponse fresh(Sample sample) {
    return TappedResponse.responseOf(sample.dialect());
  }

  @Test
  void theTable_isRead() {
    assertThat(samples()).hasSizeGreaterThan(60);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void everyErrorResponse_isClassified_andDiagnosed(Sample sample) {
    TappedResponse run = fresh(sample).feed(sample.bytes()).closed();
    AttemptFacts facts = AttemptFacts.of(run.log(), 1);
    Diagnosis diagnosis = Diagnoser.diagnose(facts);

    ProviderFailed failed = run.events(ProviderFailed.class).getFirst();
    assertThat(failed.failure()).isEqualTo(sample.failure());
    assertThat(failed.code()).isEqualTo(Token.orNull(sample.code()));
    assertThat(facts.responseAdvice().pause()).isEqualTo(sample.pause());
    assertThat(diagnosis.cause().code() + " by " + diagnosis.origin().code())
        .isEqualTo(sample.verdict());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void everySplit_givesTheSame(Sample sample) {
    byte[] bytes = sample.bytes();
    List<RunEvent> whole = fresh(sample).feed(bytes).closed().events();

    for (int split = 0; split <= bytes.length; split++) {
      assertThat(fresh(sample).feedIn(bytes, split).closed().events())
          .as("split at %d", split)
          .isEqualTo(whole);
    }
    assertThat(fresh(sample).feedByteByByte(bytes).closed().events()).isEqualTo(whole);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void freeText_isNeverRecorded(Sample sample) {
    String log = fresh(sample).feed(sample.bytes()).closed().log().toString();

    assertThat(log).contains("ProviderFailed").doesNotContain("CANARY");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void everyCutErrorResponse_givesABoundedLog(Sample sample) {
    byte[] bytes = sample.bytes();
    for (int length = 0; length < bytes.length; length += 7) {
      String part = new String(bytes, 0, length, UTF_8);
      RunLog log = fresh(sample).feed(part).closed().log();

      assertThat(log.toString()).doesNotContain("CANARY");
      assertThat(Diagnoser.diagnose(AttemptFacts.of(log, 1)).cause()).isNotNull();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void damagedResponses_leaveABoundedLog_whateverTheSplit(long seed) {
    var random = new Random(seed);
    for (Sample sample : samples()) {
      byte[] bytes = sample.bytes().clone();
      for (int wounds = random.nextInt(8); wounds >= 0; wounds--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      List<RunEvent> whole = fresh(sample).feed(bytes).closed().events();

      assertThat(whole).hasSizeLessThan(20);
      assertThat(fresh(sample).feedInPieces(bytes, random).closed().events())
          .as(sample.name())
          .isEqualTo(whole);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomBytes_haveAnUnknownSigner(long seed) {
    byte[] noise = new byte[40_000];
    new Random(seed).nextBytes(noise);
    noise[0] = 'x';
    TappedResponse error =
        TappedResponse.responseOf(Dialect.UNKNOWN)
            .feed("HTTP/1.1 500 No\r\n\r\n")
            .feed(noise)
            .closed();

    assertThat(error.events(ErrorBodySeen.class))
        .containsExactly(new ErrorBodySeen(TappedResponse.AT, ErrorShape.TEXT, Signer.UNKNOWN));
  }

  @Test
  void aCompressedError_isClassedByItsStatus_andItsShapeIsUnknown() {
    TappedResponse run = error("Content-Encoding: gzip", "Content-Length: 4", "", "\u001f??x");

    assertThat(run.events())
        .contains(new ErrorBodySeen(TappedResponse.AT, ErrorShape.UNKNOWN, Signer.UNKNOWN));
  }

  @Test
  void aBodyThatNeverCame_isUnknown_andOneOfNoLengthIsEmpty() {
    assertThat(error("Content-Length: 4", "", "").closed().events(ErrorBodySeen.class))
        .containsExactly(new ErrorBodySeen(TappedResponse.AT, ErrorShape.UNKNOWN, Signer.UNKNOWN));
    assertThat(error("Content-Length: 0", "", "").events(ErrorBodySeen.class))
        .containsExactly(new ErrorBodySeen(TappedResponse.AT, ErrorShape.EMPTY, Signer.UNKNOWN));
  }

  private static TappedResponse error(String... lines) {
    return TappedResponse.responseOf(Dialect.UNKNOWN)
        .feed("HTTP/1.1 500 No\r\n" + String.join("\r\n", lines));
  }

  @ParameterizedTest
  @CsvSource({"true, YES", "false, NO"})
  void shouldRetry_isSaid(String value, Known again) {
    assertThat(
            error("X-Should-Retry: " + value, "Content-Length: 0", "", "")
                .events(RetryAdvised.class))
        .containsExactly(
            new RetryAdvised(TappedResponse.AT, AdvicePlace.SHOULD_RETRY_HEADER, null, again));
  }

  @Test
  void shouldRetry_withAnythingElse_saysNothing() {
    assertThat(
            error("X-Should-Retry: CANARY", "Content-Length: 0", "", "").events(RetryAdvised.class))
        .isEmpty();
  }

  @Test
  void retryAfter_isBelievedBeforeAReset() {
    TappedResponse run =
        TappedResponse.responseOf(Dialect.UNKNOWN)
            .feed(
                "HTTP/1.1 429 No\r\nRetry-After: 2\r\nx-ratelimit-remaining: 0\r\n"
                    + "x-ratelimit-reset: 60\r\nContent-Length: 0\r\n\r\n");

    assertThat(run.events(RetryAdvised.class)).isEmpty();
    assertThat(AttemptFacts.of(run.log(), 1).responseAdvice().pause().toSeconds()).isEqualTo(2);
  }
}
