// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static dev.lastbyte.core.diagnosis.Certainty.LIKELY;
import static dev.lastbyte.core.event.CloseEvent.CloseMark.FIN;
import static dev.lastbyte.core.event.CloseEvent.CloseMark.RST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.diagnosis.rule.TimerMatches;
import dev.lastbyte.core.event.ConnectionEvent;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.story.Story;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that were cut at the value of a timer that is known in the field. */
class TimerSuspicionTest {

  @ParameterizedTest(name = "{0} s")
  @ValueSource(longs = {15, 30})
  void anAgeThatManyResponsesReach_isOnlyPossible(long seconds) {
    Diagnosis diagnosis = diagnosed(cutAt(Duration.ofSeconds(seconds)));

    assertThat(diagnosis.cause()).isEqualTo(Cause.STREAM_RESET);
    assertThat(diagnosis.rivals())
        .filteredOn(rival -> rival.cause() == Cause.STREAM_TOTAL_CUT)
        .extracting(Rival::fate)
        .containsExactly(Rival.Fate.STILL_POSSIBLE);
  }

  @Test
  void anAgeThatFewResponsesReach_isLikely() {
    Diagnosis diagnosis = diagnosed(cutAt(Duration.ofMinutes(5)));

    assertThat(diagnosis.cause()).isEqualTo(Cause.STREAM_TOTAL_CUT);
    assertThat(diagnosis.confidence()).isEqualTo(LIKELY);
  }

  @Test
  void anAgeOfNoTimer_isNone() {
    assertThat(diagnosed(cutAt(Duration.ofSeconds(17))).rivals())
        .filteredOn(rival -> rival.cause() == Cause.STREAM_TOTAL_CUT)
        .extracting(Rival::fate)
        .containsExactly(Rival.Fate.RULED_OUT);
  }

  @ParameterizedTest(name = "{0} ms after the request")
  @ValueSource(longs = {60_030, 100_200, 120_010, 230_500, 240_000, 300_050, 350_000})
  void aSilenceBeforeTheHead_ofAKnownLength_isAnIdleCut(long millis) {
    for (Story begun : List.of(Story.began().connected(), Story.began().reused())) {
      Story cut = begun.sent().after(Duration.ofMillis(millis - 10)).providerClosed(FIN);
      Diagnosis diagnosis = diagnosed(cut);

      assertThat(diagnosis.code()).isEqualTo("stream.idle_cut@await_headers/intermediary");
      assertThat(diagnosis.confidence()).isEqualTo(LIKELY);
      assertThat(diagnosis.evidence())
          .extracting(Evidence::claim)
          .contains(Claim.CLOCK_MATCHES_KNOWN_TIMER, Claim.NO_RESPONSE_BYTE);
    }
  }

  @ParameterizedTest(name = "{0} ms after the request")
  @ValueSource(longs = {4_000, 12_000, 45_000, 58_000, 62_000, 90_000, 118_000, 345_000, 352_000})
  void aSilenceBeforeTheHead_ofNoKnownLength_isNone(long millis) {
    Story cut =
        Story.began().connected().sent().after(Duration.ofMillis(millis)).providerClosed(FIN);
    Diagnosis diagnosis = diagnosed(cut);

    assertThat(diagnosis.cause()).isEqualTo(Cause.WAIT_EMPTY_REPLY);
    assertThat(fateOf(Cause.STREAM_IDLE_CUT, diagnosis)).isEqualTo(Rival.Fate.RULED_OUT);
    assertThat(diagnosis.counterEvidence()).isEmpty();
  }

  @ParameterizedTest(name = "{0} s after the request")
  @ValueSource(longs = {10, 30})
  void aWaitThatManyRequestsHave_isOnlyPossible_andNamed(long seconds) {
    Story cut =
        Story.began()
            .connected()
            .sent()
            .after(Duration.ofSeconds(seconds).minusMillis(10))
            .providerClosed(FIN);
    Diagnosis diagnosis = diagnosed(cut);

    assertThat(diagnosis.cause()).isEqualTo(Cause.WAIT_EMPTY_REPLY);
    assertThat(fateOf(Cause.STREAM_IDLE_CUT, diagnosis)).isEqualTo(Rival.Fate.STILL_POSSIBLE);
    assertThat(diagnosis.counterEvidence())
        .extracting(Evidence::claim)
        .containsExactly(Claim.CLOCK_MATCHES_KNOWN_TIMER);
  }

  @Test
  void theSilenceBeforeTheHead_beginsWithTheRequestsEnd_notWithTheDial() {
    Story slowDial =
        Story.began()
            .dialled()
            .after(Duration.ofSeconds(3))
            .connected()
            .sent()
            .after(Duration.ofMillis(60_020))
            .providerClosed(FIN);

    assertThat(diagnosed(slowDial).cause()).isEqualTo(Cause.STREAM_IDLE_CUT);
  }

  @ParameterizedTest(name = "{0} s within the response")
  @ValueSource(longs = {10, 30, 50, 55, 60, 100, 120, 230, 240, 300, 350})
  void aSilenceWithinTheResponse_ofAKnownLength_isAnIdleCut(long seconds) {
    Story cut =
        Story.began()
            .streaming()
            .flowed(Content.TEXT)
            .after(Duration.ofSeconds(seconds))
            .providerClosed(FIN);

    assertThat(diagnosed(cut).cause()).isEqualTo(Cause.STREAM_IDLE_CUT);
    assertThat(diagnosed(cut).confidence()).isEqualTo(LIKELY);
  }

  @Test
  void anUploadThatATimerEnds_isACutToo() {
    Story cut =
        Story.began().connected().sending().after(Duration.ofSeconds(350)).providerClosed(RST);

    assertThat(diagnosed(cut).code()).isEqualTo("stream.idle_cut@send/intermediary");
  }

  @ParameterizedTest(name = "{0} after {1} s")
  @CsvSource({"504, 60", "502, 230", "503, 30", "504, 29", "524, 120", "500, 300", "408, 60"})
  void aFailureThatArrivesAtATimersValue_namesItAsEvidence(int status, long seconds) {
    Diagnosis diagnosis = diagnosed(refusedAfter(status, Duration.ofSeconds(seconds)));

    assertThat(diagnosis.evidence())
        .extracting(Evidence::claim)
        .contains(Claim.CLOCK_MATCHES_KNOWN_TIMER);
    assertThat(diagnosis.cause().code()).doesNotStartWith("stream.");
  }

  @ParameterizedTest(name = "{0} after {1} s")
  @CsvSource({"504, 57", "502, 200", "503, 3", "429, 60", "400, 60", "401, 300"})
  void aRefusalAtAnotherTime_orOfTheRequest_namesNoTimer(int status, long seconds) {
    assertThat(diagnosed(refusedAfter(status, Duration.ofSeconds(seconds))).evidence())
        .extracting(Evidence::claim)
        .doesNotContain(Claim.CLOCK_MATCHES_KNOWN_TIMER);
  }

  @ParameterizedTest
  @CsvSource({"gateway_timeout, true", "other, true", "rate_limited, false"})
  void anErrorInTheStream_afterATimersSilence_namesIt_whereItMayBeARelays(
      String failure, boolean named) {
    ProviderFailure said = ProviderFailure.valueOf(failure.toUpperCase(Locale.ROOT));
    Story failed =
        Story.began()
            .streaming()
            .flowed(Content.TEXT)
            .after(Duration.ofSeconds(60))
            .providerFailed(said, true);

    assertThat(
            diagnosed(failed).evidence().stream()
                .anyMatch(evidence -> evidence.claim() == Claim.CLOCK_MATCHES_KNOWN_TIMER))
        .isEqualTo(named);
  }

  @Test
  void aResponseThatEndsInOrderButShort_atATimersValue_hasItNamed() {
    Story ended =
        Story.began()
            .streaming()
            .flowed(Content.TEXT)
            .after(Duration.ofSeconds(300))
            .bodyEnded(BodyEnd.WHOLE);
    Diagnosis diagnosis = diagnosed(ended);

    assertThat(diagnosis.cause()).isEqualTo(Cause.STREAM_SILENT_TRUNCATION);
    assertThat(diagnosis.evidence())
        .extracting(Evidence::claim)
        .contains(Claim.CLOCK_MATCHES_KNOWN_TIMER);
  }

  @Test
  void aClientThatLeavesAtATimersValue_hasItNamed() {
    Story left =
        Story.began()
            .streaming()
            .flowed(Content.TEXT)
            .after(Duration.ofSeconds(300))
            .clientClosed();
    Diagnosis diagnosis = diagnosed(left);

    assertThat(diagnosis.cause()).isEqualTo(Cause.ABORT_DOWNSTREAM_GONE);
    assertThat(diagnosis.evidence())
        .extracting(Evidence::claim)
        .contains(Claim.CLOCK_MATCHES_KNOWN_TIMER);
    assertThat(TimerMatches.of(left.facts()).timers()).contains(KnownTimer.UNDICI_BODY);
  }

  @Test
  void anAddressThatIsGivenUpAfterAQuarterOfASecond_isNodes() {
    Story story = Story.began().dialled().after(Duration.ofMillis(230));
    story.seen(
        Vantage.CLIENT,
        at -> new ConnectionEvent.DialFailed(at, ConnectionEvent.DialFailure.TIMEOUT));

    assertThat(diagnosed(story).cause()).isEqualTo(Cause.NET_CONNECT_TIMEOUT);
    assertThat(TimerMatches.of(story.facts()).timers()).containsExactly(KnownTimer.NODE_ADDRESS);
  }

  @Test
  void aConnectionThatHadBeenKeptForATimersValue_hasItNamed() {
    long kept = Duration.ofSeconds(5).toNanos();
    Story story =
        Story.began()
            .seen(
                Vantage.GATEWAY_UP, at -> new ConnectionEvent.ConnectionReused(at, 2 * kept, kept))
            .sent()
            .providerClosed(RST);
    Diagnosis diagnosis = diagnosed(story);

    assertThat(diagnosis.cause()).isEqualTo(Cause.CONN_STALE_REUSE);
    assertThat(diagnosis.evidence())
        .filteredOn(evidence -> evidence.claim() == Claim.CLOCK_MATCHES_KNOWN_TIMER)
        .singleElement()
        .satisfies(evidence ->
            assertThat(TimerMatches.named(evidence, story.facts()))
                .containsExactly(KnownTimer.NODE_KEEP_ALIVE, KnownTimer.UVICORN_KEEP_ALIVE));
  }

  private static Story refusedAfter(int status, Duration wait) {
    return Story.began()
        .connected()
        .sent()
        .after(wait.minusMillis(10))
        .status(status, Media.HTML)
        .bodyEnded(BodyEnd.WHOLE);
  }

  private static Rival.Fate fateOf(Cause cause, Diagnosis diagnosis) {
    return diagnosis.rivals().stream()
        .filter(rival -> rival.cause() == cause)
        .findFirst()
        .orElseThrow()
        .fate();
  }

  private static Story cutAt(Duration age) {
    return Story.began()
        .streaming()
        .flowed(Content.TEXT)
        .after(age.minusMillis(150))
        .flowed(Content.TEXT)
        .after(Duration.ofMillis(50))
        .providerClosed(RST);
  }

  private static Diagnosis diagnosed(Story story) {
    return Diagnoser.diagnose(RunFacts.of(story.log()));
  }
}
