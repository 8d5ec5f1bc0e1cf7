// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.LocalEvent.AbortChecked;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.privacy.Token;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunRecorderTest {

  private final AtomicLong nanos = new AtomicLong(1_000);
  private final RunClock clock =
      new RunClock() {
        @Override
        public long nanos() {
          return nanos.get();
        }

        @Override
        public long epochMillis() {
          return 0;
        }
      };
  private final RunRecorder recorder =
      RunRecorder.start(new RunHeader(new Token("run-1"), 0, null), clock);

  @Test
  void timeIsCountedFromTheRunsBegin() {
    nanos.addAndGet(Duration.ofMillis(3).toNanos());

    assertThat(recorder.stamp(1, Vantage.CLIENT).atNanos())
        .isEqualTo(Duration.ofMillis(3).toNanos());
  }

  @Test
  void deltasAreOneCounter_withTheFirstAndTheLastTime() {
    ContentMeter meter = recorder.meter(1, Vantage.GATEWAY_UP);
    meter.flowed(Content.TEXT, 10, 5);
    meter.flowed(Content.HEARTBEAT, 2, 6);
    meter.flowed(Content.TEXT, 20, 9);

    assertThat(recorder.log().events())
        .filteredOn(ContentFlowed.class::isInstance)
        .extracting(event -> (ContentFlowed) event)
        .anySatisfy(text -> {
          assertThat(text.content()).isEqualTo(Content.TEXT);
          assertThat(text.count()).isEqualTo(2);
          assertThat(text.bytes()).isEqualTo(30);
          assertThat(text.atNanos()).isEqualTo(5);
          assertThat(text.lastAtNanos()).isEqualTo(9);
        })
        .hasSize(2);
  }

  @Test
  void neverHoldsMoreThanItsBound_keepsTheEnds_andCountsTheRest() {
    recorder.record(new AttemptStarted(recorder.stamp(1, Vantage.CLIENT)));
    for (int i = 0; i < 1_000; i++) {
      nanos.incrementAndGet();
      recorder.record(new AbortChecked(recorder.stamp(1, Vantage.CLIENT), false));
    }
    nanos.incrementAndGet();
    recorder.record(new PeerClosed(recorder.stamp(1, Vantage.CLIENT), CloseMark.FIN, 0, 0));

    RunLog log = recorder.log();
    assertThat(log.events()).hasSize(RunLog.MAX_EVENTS_PER_ATTEMPT);
    assertThat(log.dropped()).isEqualTo(1_002 - RunLog.MAX_EVENTS_PER_ATTEMPT);
    assertThat(log.events().getFirst()).isInstanceOf(AttemptStarted.class);
    assertThat(log.events().getLast()).isInstanceOf(PeerClosed.class);
  }

  @Test
  void keepsTheFirstAndTheLastAttempts_andCountsTheEventsOfTheOthers() {
    int attempts = 2_000;
    recordAttempts(attempts);

    RunLog log = recorder.log();
    int half = RunRecorder.MAX_ATTEMPTS / 2;
    assertThat(log.attempts())
        .startsWith(1)
        .contains(half, attempts - half + 1)
        .endsWith(attempts)
        .hasSize(RunRecorder.MAX_ATTEMPTS);
    assertThat(log.dropped()).isEqualTo(attempts - RunRecorder.MAX_ATTEMPTS);
  }

  @Test
  void attemptsThatComeBackwards_leaveTheSameOnes() {
    int attempts = 100;
    for (int attempt = attempts; attempt >= 1; attempt--) {
      recorder.record(new AttemptStarted(recorder.stamp(attempt, Vantage.CLIENT)));
    }

    int half = RunRecorder.MAX_ATTEMPTS / 2;
    assertThat(recorder.log().attempts())
        .startsWith(1)
        .contains(half, attempts - half + 1)
        .endsWith(attempts)
        .hasSize(RunRecorder.MAX_ATTEMPTS);
    assertThat(recorder.log().dropped()).isEqualTo(attempts - RunRecorder.MAX_ATTEMPTS);
  }

  @Test
  void whatBecomesKnownLater_isKeptForAnAttemptThatIsKept_andCountedForOneThatIsNot() {
    recordAttempts(100);
    var kept = new AbortChecked(recorder.stamp(3, Vantage.AGENT), false);
    var keptToo = new AbortChecked(recorder.stamp(99, Vantage.AGENT), false);
    long droppedBefore = recorder.log().dropped();

    recorder.record(kept);
    recorder.record(new AbortChecked(recorder.stamp(50, Vantage.AGENT), false));
    recorder.record(keptToo);

    assertThat(recorder.log().events()).contains(kept, keptToo);
    assertThat(recorder.log().attempts()).doesNotContain(50);
    assertThat(recorder.log().dropped()).isEqualTo(droppedBefore + 1);
  }

  @Test
  void anAttemptThatGoes_isCountedWithWhatItsMetersCounted() {
    int goes = RunRecorder.MAX_ATTEMPTS / 2 + 1;
    recordAttempts(goes);
    ContentMeter meter = recorder.meter(goes, Vantage.GATEWAY_UP);
    meter.flowed(Content.TEXT, 10, 5);
    meter.flowed(Content.HEARTBEAT, 2, 6);

    for (int attempt = goes + 1; attempt <= RunRecorder.MAX_ATTEMPTS + 1; attempt++) {
      recorder.record(new AttemptStarted(recorder.stamp(attempt, Vantage.CLIENT)));
    }

    assertThat(recorder.log().events()).noneMatch(ContentFlowed.class::isInstance);
    assertThat(recorder.log().dropped()).isEqualTo(3);
  }

  @Test
  void anAttemptThatGoesWithAMeterThatMayYetCount_isNotLostInSilence() {
    for (int attempt = 1; attempt <= RunRecorder.MAX_ATTEMPTS + 1; attempt++) {
      recorder.meter(attempt, Vantage.GATEWAY_UP);
    }

    assertThat(recorder.log().dropped()).isEqualTo(1);
  }

  @Test
  void aMeterOfAnAttemptThatIsGone_countsForNothing_butShows() {
    recordAttempts(100);
    long droppedBefore = recorder.log().dropped();

    recorder.meter(50, Vantage.GATEWAY_UP).flowed(Content.TEXT, 10, 5);

    assertThat(recorder.log().events()).noneMatch(ContentFlowed.class::isInstance);
    assertThat(recorder.log().dropped()).isEqualTo(droppedBefore + 1);
  }

  @Test
  void oneMeterAVantage_howeverOftenItIsAskedFor() {
    assertThat(recorder.meter(1, Vantage.GATEWAY_UP))
        .isSameAs(recorder.meter(1, Vantage.GATEWAY_UP))
        .isNotSameAs(recorder.meter(1, Vantage.CLIENT))
        .isNotSameAs(recorder.meter(2, Vantage.GATEWAY_UP));
  }

  @Test
  void aMeterOfANegativeAttempt_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> recorder.meter(-1, Vantage.CLIENT))
        .withMessage("attempt must not be negative, but was -1");
  }

  @Test
  void theRunAsAWhole_isNoneOfTheAttemptsThatGo() {
    recordAttempts(100);
    var ofTheRun = new AbortChecked(recorder.stamp(Stamp.WHOLE_RUN, Vantage.AGENT), false);

    recorder.record(ofTheRun);

    assertThat(recorder.log().events()).contains(ofTheRun);
  }

  @Test
  void whatIsNoEvent_isCounted_andNeverThrows() {
    recorder.record(null);
    recorder.record(withoutStamp());

    assertThat(recorder.log().events()).isEmpty();
    assertThat(recorder.log().dropped()).isEqualTo(2);
  }

  @SuppressWarnings("NullAway") // what a caller without null checks may do
  private static AttemptStarted withoutStamp() {
    return new AttemptStarted(null);
  }

  private void recordAttempts(int count) {
    for (int attempt = 1; attempt <= count; attempt++) {
      recorder.record(new AttemptStarted(recorder.stamp(attempt, Vantage.CLIENT)));
    }
  }

  @Test
  void endsOnce_andStillRecordsLaterApplicationEvents() {
    recorder.end(Vantage.CLIENT);
    recorder.end(Vantage.CLIENT);
    recorder.record(new AbortChecked(recorder.stamp(1, Vantage.AGENT), true));

    assertThat(recorder.log().events()).filteredOn(RunEnded.class::isInstance).hasSize(1);
    assertThat(recorder.log().events()).hasSize(2);
  }

  @Test
  void manyThreadsLoseNothing() throws InterruptedException {
    int threads = 4;
    int each = 50;
    var go = new CountDownLatch(1);
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (int t = 0; t < threads; t++) {
        int attempt = t + 1;
        pool.execute(() -> {
          awaitQuietly(go);
          for (int i = 0; i < each; i++) {
            recorder.record(new AbortChecked(recorder.stamp(attempt, Vantage.CLIENT), false));
          }
        });
      }
      go.countDown();
      pool.shutdown();
      assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(recorder.log().events()).hasSize(threads * each);
    assertThat(recorder.log().dropped()).isZero();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
