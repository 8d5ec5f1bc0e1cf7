// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a run whose gateway was killed: its files are all that is left then. */
@Timeout(300)
class RunCheckpointTest {

  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

  /** How long to wait between two looks at what is not told: that something was made safe. */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  @TempDir private Path dir;

  private final Standing clock = new Standing();
  private final Semaphore more = new Semaphore(0);
  private final CountDownLatch end = new CountDownLatch(1);

  /** Time stands still until the test has it go on. */
  private static final class Standing implements RunClock {

    private static final long BEGAN_MILLIS = 1_800_000_000_000L;

    private final AtomicLong nanos = new AtomicLong();

    void skip(Duration time) {
      nanos.addAndGet(time.toNanos());
    }

    @Override
    public long nanos() {
      return nanos.get();
    }

    @Override
    public long epochMillis() {
      return BEGAN_MILLIS + TimeUnit.NANOSECONDS.toMillis(nanos.get());
    }
  }

  private static String event(String text) {
    return "data: {\"choices\":[{\"index\":0," + ChatFixture.text(text) + "}]}\n\n";
  }

  /** Says three words, each but the first when it is told to. */
  private RawProvider speaking() throws IOException {
    return RawProvider.playing(peer -> {
      peer.readMessage();
      peer.send(HEAD + event("one"));
      for (String word : List.of("two", "three")) {
        assertThat(more.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        peer.send(event(word));
      }
      assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
    });
  }

  private static Peer asking(TestBed bed) throws IOException {
    String body = ChatFixture.question(ChatFixture.ASK);
    return bed.client()
        .send(
            "POST /up/v1/chat/completions HTTP/1.1\r\nHost: h\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body);
  }

  private RunLog recoverNow() throws IOException {
    Path copy = Files.createTempDirectory(dir, "left").resolve("runs");
    List<RunLog> runs = TestBed.recoveredRuns(dir.resolve("runs"), copy);
    assertThat(runs).hasSize(1);
    return runs.getFirst();
  }

  @Test
  void longRun_isRecoveredUpToItsLastCheckpoint() throws Exception {
    try (var provider = speaking();
        var bed = TestBed.withClock(dir.resolve("runs"), provider, clock);
        var client = asking(bed)) {
      client.readUntil(event("one"));
      clock.skip(Duration.ofMillis(500));
      more.release();
      client.readUntil(event("two"));
      clock.skip(Duration.ofSeconds(2));
      more.release();
      client.readUntil(event("three"));

      RunLog left = recoverNow();

      assertThat(TestBed.eventNames(left)).contains("ResponseStarted", "BodyBegan", "ProcessLost");
      assertThat(TestBed.only(left, ContentFlowed.class).content()).isEqualTo(Content.TEXT);
      assertThat(TestBed.only(left, ContentFlowed.class).count()).isEqualTo(2);
      assertThat(TestBed.only(left, ProcessLost.class).atNanos())
          .isEqualTo(Duration.ofMillis(500).toNanos());
      end.countDown();
    }
  }

  @Test
  void runWaitingForItsFirstByte_isRecoveredAsSent() throws Exception {
    var arrived = new CountDownLatch(1);
    try (var provider =
            RawProvider.playing(peer -> {
              peer.readMessage();
              arrived.countDown();
              assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
            });
        var bed = TestBed.withClock(dir.resolve("runs"), provider, clock);
        var client = asking(bed)) {
      assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
      List<String> left;
      do {
        clock.skip(Duration.ofSeconds(2));
        LockSupport.parkNanos(LOOK_NANOS);
        left = TestBed.eventNames(recoverNow());
      } while (!left.contains("RequestSent"));

      assertThat(left).doesNotContain("ResponseStarted").endsWith("ProcessLost");
      end.countDown();
      assertThat(client.readToEnd().text()).isEmpty();
    }
  }

  @Test
  void shortRun_isRecoveredAsStarted() throws Exception {
    try (var provider = speaking();
        var bed = TestBed.withClock(dir.resolve("runs"), provider, clock);
        var client = asking(bed)) {
      client.readUntil(event("one"));
      more.release();
      client.readUntil(event("two"));

      assertThat(TestBed.eventNames(recoverNow())).containsExactly("AttemptStarted", "ProcessLost");
      more.release();
      end.countDown();
    }
  }
}
