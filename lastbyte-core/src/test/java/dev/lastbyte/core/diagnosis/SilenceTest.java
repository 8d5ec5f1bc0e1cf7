// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static dev.lastbyte.core.event.CloseEvent.CloseMark.RST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.diagnosis.rule.ErrorMeaning;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.event.LocalEvent.TimerKind;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.story.Story;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a silence before the end says, and what the words of an error say of how far it came. */
class SilenceTest {

  private static final Duration STEP = Duration.ofMillis(10);

  private static Diagnosis of(Story story) {
    return Diagnoser.diagnose(RunFacts.of(story.log()));
  }

  private static Story streaming(Content kind) {
    return Story.began().streaming().firstByte().flowed(kind);
  }

  @Nested
  class OfATimer {

    private final Duration limit = Duration.ofSeconds(30);
    private final Duration fourFifths = Duration.ofSeconds(24);

    private Diagnosis fired(Story story, Duration silence, TimerKind timer, Duration threshold) {
      // The piece came a nanosecond after its own event.
      Duration pause = silence.minus(STEP).plusNanos(1);
      return of(story.after(pause).timerFired(timer, threshold));
    }

    @Test
    void streamThatStillCame_wasAlive() {
      Duration shorter = fourFifths.minusNanos(1);

      assertThat(fired(streaming(Content.TEXT), shorter, TimerKind.IDLE, limit).falsePositive())
          .isTrue();
      assertThat(fired(streaming(Content.TEXT), fourFifths, TimerKind.IDLE, limit).falsePositive())
          .isFalse();
    }

    @Test
    void timerOfTheWholeRequest_andOneThatIsNotKnown_sayNothingOfSilence() {
      assertThat(fired(streaming(Content.TEXT), STEP, TimerKind.TOTAL, limit).falsePositive())
          .isFalse();
      assertThat(
              fired(streaming(Content.TEXT), STEP, TimerKind.IDLE, Duration.ZERO).falsePositive())
          .isFalse();
    }

    @Test
    void heartbeats_speakAgainstADeadConnection_butAreNoContent() {
      Diagnosis beating =
          fired(
              streaming(Content.TEXT).after(limit).flowed(Content.HEARTBEAT),
              STEP,
              TimerKind.IDLE,
              limit);
      Diagnosis silent = fired(streaming(Content.TEXT), fourFifths, TimerKind.IDLE, limit);

      assertThat(beating.falsePositive()).isFalse();
      assertThat(beating.counterEvidence())
          .extracting(Evidence::claim)
          .contains(Claim.HEARTBEATS_KEPT_COMING);
      assertThat(silent.counterEvidence())
          .extracting(Evidence::claim)
          .doesNotContain(Claim.HEARTBEATS_KEPT_COMING);
    }
  }

  @Nested
  class OfThisMachine {

    private final Duration minute = Duration.ofMinutes(1);

    @Test
    void sleepWithinTheSilence_mayHaveEndedTheConnection_andAnEarlierOneHasNot() {
      Story within = streaming(Content.TEXT).after(minute).hostSlept(minute).providerClosed(RST);
      Story before = Story.began().streaming().firstByte().hostSlept(minute);

      assertThat(of(within).cause()).isEqualTo(Cause.HOST_SUSPENDED);
      assertThat(of(before.flowed(Content.TEXT).after(minute).providerClosed(RST)).cause())
          .isNotEqualTo(Cause.HOST_SUSPENDED);
    }

    @Test
    void sleepAfterTheEnd_didNotBringItAbout() {
      Story story = streaming(Content.TEXT).after(minute).providerClosed(RST).hostSlept(minute);

      assertThat(of(story).cause()).isNotEqualTo(Cause.HOST_SUSPENDED);
    }

    @Test
    void responseOfTheProvider_isNotMadeByASleep() {
      Story story = Story.began().connected().sent().hostSlept(minute).status(500, Media.JSON);

      assertThat(of(story).cause()).isEqualTo(Cause.PROVIDER_SERVER_ERROR);
    }
  }

  @Nested
  class OfWords {

    private ErrorMeaning meaning(ErrorLink... chain) {
      return ErrorMeaning.of(Arrays.asList(chain));
    }

    private ErrorLink code(String code) {
      return new ErrorLink(null, new Token(code), KnownPhrase.NONE);
    }

    private ErrorLink words(KnownPhrase phrase) {
      return new ErrorLink(null, null, phrase);
    }

    @Test
    void levelsThatSpeakOfDifferentFailures_contradictEachOther() {
      ErrorMeaning both = meaning(code("ECONNRESET"), code("ENOTFOUND"));

      assertThat(both.contradicted()).isTrue();
      assertThat(both.certainty()).isEqualTo(Certainty.POSSIBLE);
      assertThat(meaning(code("ENOTFOUND")).contradicted()).isFalse();
      assertThat(meaning(code("ENOTFOUND")).certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void wrapping_contradictsNothing() {
      ErrorMeaning wrapped = meaning(words(KnownPhrase.FETCH_FAILED), code("ENOTFOUND"));

      assertThat(wrapped.contradicted()).isFalse();
      assertThat(wrapped.cause()).isEqualTo(Cause.NET_DNS_NOT_FOUND);
    }

    @Test
    void limitOfTime_withWordsOfAFailedDial_isThatOfTheDial() {
      assertThat(meaning(code("ERR_CONNECTION_FAILED"), code("ERR_TIMED_OUT")).cause())
          .isEqualTo(Cause.NET_CONNECT_TIMEOUT);
      assertThat(meaning(code("ERR_TIMED_OUT")).cause()).isNotEqualTo(Cause.NET_CONNECT_TIMEOUT);
    }
  }
}
