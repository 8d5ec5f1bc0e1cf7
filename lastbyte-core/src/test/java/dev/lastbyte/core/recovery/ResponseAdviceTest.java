// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import static dev.lastbyte.core.recovery.RetrySafety.NO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.SAFE_AUTO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.USER_CONFIRMED_RETRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.Origin;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.ErrorShape;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.ResponseEvent.Signer;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.recovery.Answer.Question;
import dev.lastbyte.core.recovery.Answer.Reason;
import dev.lastbyte.core.story.Story;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a retry once the response itself has been read. */
class ResponseAdviceTest {

  private static Story responseWith(int status) {
    return Story.began().connected().sent().status(status, Media.JSON);
  }

  private static RetryVerdict verdict(Story story) {
    AttemptFacts facts = story.facts();
    return RetryVerdict.of(facts, Diagnoser.diagnose(facts), RetryPolicy.standard());
  }

  private static Diagnosis diagnosis(Story story) {
    return Diagnoser.diagnose(story.facts());
  }

  private static Reason use(RetryVerdict verdict) {
    return verdict.answers().stream()
        .filter(answer -> answer.question() == Question.USE)
        .map(Answer::reason)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 409, 429, 500, 502, 503, 504, 529, 599})
  void shouldRetryFalse_forbidsARetry(int status) {
    RetryVerdict verdict = verdict(responseWith(status).shouldRetry(false));

    assertThat(verdict.safety()).isEqualTo(NO_RETRY);
    assertThat(use(verdict)).isEqualTo(Reason.PROVIDER_SAYS_NO);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 413, 422, 408, 429, 500, 503})
  void shouldRetryTrue_doesNotRelaxTheVerdict(int status) {
    assertThat(verdict(responseWith(status).shouldRetry(true)).safety())
        .isEqualTo(verdict(responseWith(status)).safety());
  }

  @Test
  void shouldRetryFalse_forbidsARetry_evenWhenAttemptsAreUsedUp() {
    AttemptFacts facts = responseWith(500).shouldRetry(false).facts();
    RetryPolicy standard = RetryPolicy.standard();
    RetryPolicy single =
        new RetryPolicy(
            standard.longestWait(),
            1,
            standard.firstPause(),
            standard.longestPause(),
            standard.canRetract(),
            standard.mayBeBilledTwice(),
            standard.tools());

    assertThat(RetryVerdict.of(facts, Diagnoser.diagnose(facts), single).safety())
        .isEqualTo(NO_RETRY);
  }

  @Test
  void shouldRetryTrue_doesNotOverrideShouldRetryFalse() {
    assertThat(verdict(responseWith(500).shouldRetry(false).shouldRetry(true)).safety())
        .isEqualTo(NO_RETRY);
  }

  @Test
  void theLongestRetryAfter_isWaitedFor_whereverItStands() {
    Story inBody =
        Story.began()
            .connected()
            .sent()
            .statusWithRetryAfter(429, Duration.ofSeconds(2))
            .bodyAsksFor(Duration.ofSeconds(26));
    Story inHeader =
        Story.began()
            .connected()
            .sent()
            .statusWithRetryAfter(429, Duration.ofSeconds(40))
            .bodyAsksFor(Duration.ofSeconds(26));

    assertThat(pause(verdict(inBody))).isEqualTo(Duration.ofSeconds(26));
    assertThat(pause(verdict(inHeader))).isEqualTo(Duration.ofSeconds(40));
  }

  private static Duration pause(RetryVerdict verdict) {
    return verdict.recovery() instanceof Recovery.Wait wait ? wait.atLeast() : Duration.ZERO;
  }

  @Test
  void aRateLimitInsideAStream_isWaitedFor() {
    RetryVerdict verdict =
        verdict(
            Story.began()
                .streaming()
                .flowed(Content.LIFECYCLE)
                .bodyAsksFor(Duration.ofSeconds(11))
                .providerFailed(ProviderFailure.RATE_LIMITED, true));

    assertThat(verdict.safety()).isEqualTo(SAFE_AUTO_RETRY);
    assertThat(pause(verdict)).isEqualTo(Duration.ofSeconds(11));
  }

  @Test
  void retryAfterBeyondTheLongestWait_isNotWaitedFor() {
    RetryVerdict verdict = verdict(responseWith(429).bodyAsksFor(Duration.ofHours(3)));

    assertThat(verdict.safety()).isEqualTo(NO_RETRY);
    assertThat(use(verdict)).isEqualTo(Reason.WAIT_IS_TOO_LONG);
    assertThat(pause(verdict)).isEqualTo(Duration.ofHours(3));
  }

  @ParameterizedTest
  @EnumSource(names = {"QUOTA", "PLAN_WINDOW"})
  void anExhaustedQuota_isNotRetried_andItsResetIsShown(ProviderFailure usedUp) {
    RetryVerdict known =
        verdict(responseWith(429).bodyAsksFor(Duration.ofHours(4)).providerFailed(usedUp, false));
    RetryVerdict unknown = verdict(responseWith(429).providerFailed(usedUp, false));

    assertThat(known.safety()).isEqualTo(NO_RETRY);
    assertThat(known.recovery().code()).isEqualTo("wait");
    assertThat(pause(known)).isEqualTo(Duration.ofHours(4));
    assertThat(unknown.safety()).isEqualTo(NO_RETRY);
    assertThat(unknown.recovery().code()).isEqualTo("stop");
  }

  @Test
  void aShortResetOfAPlan_isStillNoRetry() {
    Story story =
        responseWith(429)
            .bodyAsksFor(Duration.ofSeconds(1))
            .providerFailed(ProviderFailure.PLAN_WINDOW, false);

    assertThat(verdict(story).safety()).isEqualTo(NO_RETRY);
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR_OBJECT, UNKNOWN, PROVIDER, LIKELY",
    "ERROR_OBJECT, CLOUDFLARE, PROVIDER, LIKELY",
    "JSON, UNKNOWN, PROVIDER, LIKELY",
    "UNKNOWN, UNKNOWN, PROVIDER, LIKELY",
    "HTML, UNKNOWN, INTERMEDIARY, LIKELY",
    "HTML, NGINX, INTERMEDIARY, LIKELY",
    "TEXT, ENVOY, INTERMEDIARY, LIKELY",
    "TEXT, UNKNOWN, INTERMEDIARY, POSSIBLE",
    "EMPTY, UNKNOWN, INTERMEDIARY, POSSIBLE"
  })
  void signerOfA502_isInferredFromItsShape(
      ErrorShape shape, Signer signer, Origin origin, Certainty certainty) {
    Diagnosis diagnosis = diagnosis(responseWith(502).errorBody(shape, signer));

    assertThat(diagnosis.origin()).isEqualTo(origin);
    assertThat(diagnosis.originConfidence()).isEqualTo(certainty);
  }

  @Test
  void textWithAStatusThatIsNoGateways_isTheProviders() {
    Diagnosis diagnosis = diagnosis(responseWith(429).errorBody(ErrorShape.TEXT, Signer.UNKNOWN));

    assertThat(diagnosis.origin()).isEqualTo(Origin.PROVIDER);
  }

  @Test
  void a503OfTheProvider_provesThatNothingWasDone_butOneFromInBetweenDoesNot() {
    Story ofProvider = storing503().errorBody(ErrorShape.ERROR_OBJECT, Signer.UNKNOWN);
    Story ofEnvoy = storing503().errorBody(ErrorShape.TEXT, Signer.ENVOY);

    assertThat(verdict(ofProvider).safety()).isEqualTo(SAFE_AUTO_RETRY);
    assertThat(verdict(ofEnvoy).safety()).isEqualTo(USER_CONFIRMED_RETRY);
  }

  private static Story storing503() {
    return Story.beganAsking(Known.YES, Known.YES).connected().sent().status(503, Media.OTHER);
  }
}
