// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static dev.lastbyte.gateway.ChatFixture.ASK;
import static dev.lastbyte.gateway.ChatFixture.finish;
import static dev.lastbyte.gateway.ChatFixture.question;
import static dev.lastbyte.gateway.ChatFixture.stored;
import static dev.lastbyte.gateway.ChatFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.CloseEvent.LocalClosed;
import dev.lastbyte.core.event.LifeEvent.Aftermath;
import dev.lastbyte.core.event.LifeEvent.ShadowDrained;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.core.recovery.RetryVerdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What would have become of a response whose client has gone. */
@Timeout(300)
class ShadowDrainTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String BEGIN =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + event(text("a"));
  private static final String END = event(text("b")) + event(finish("stop")) + "data: [DONE]\n\n";

  private CountDownLatch gone = new CountDownLatch(1);

  @TempDir private Path dir;

  private static String event(String choice) {
    return "data: {\"choices\":[{\"index\":0," + choice + "}]}\n\n";
  }

  /** Begins a response, and goes on when the client has left. */
  private RawProvider.Script then(RawProvider.Script rest) {
    return peer -> {
      peer.readMessage();
      peer.send(BEGIN);
      gone.await();
      rest.play(peer);
    };
  }

  private TestBed bed(RawProvider provider, Duration maxDuration) throws Exception {
    return TestBed.with(
        dir, TestBed.local(provider.port()), options -> options.shadowDrainTimeout(maxDuration));
  }

  /** Asks, reads the beginning of the response, and leaves. */
  private RunLog askAndLeave(TestBed bed) throws Exception {
    String body = question(ASK);
    try (var client = bed.client()) {
      client.send(
          "POST /up/v1/chat/completions HTTP/1.1\r\nHost: h\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      client.readExactly(BEGIN.length());
    }
    RunLog run = bed.nextRun();
    gone.countDown();
    return run;
  }

  private static RetryVerdict verdict(RunLog log) {
    AttemptFacts facts = AttemptFacts.of(log, 1);
    return RetryVerdict.of(facts, Diagnoser.diagnose(facts), RetryPolicy.standard());
  }

  @Test
  void responseThatCompletes_isWhole() throws Exception {
    try (var provider = RawProvider.playing(then(peer -> peer.send(END)));
        var bed = bed(provider, LONG)) {
      RunLog run = askAndLeave(bed);
      provider.await();

      ShadowDrained drained = drained(bed, run);
      assertThat(drained.aftermath()).isEqualTo(Aftermath.WHOLE);
      assertThat(drained.bytes()).isEqualTo(END.length());
      assertThat(drained.forNanos()).isPositive();
    }
  }

  @Test
  void responseThatBreaksOff_isCut() throws Exception {
    try (var provider = RawProvider.playing(then(peer -> peer.send(event(text("b"))).reset()));
        var bed = bed(provider, LONG)) {
      RunLog run = askAndLeave(bed);
      provider.await();

      assertThat(drained(bed, run).aftermath()).isEqualTo(Aftermath.CUT);
    }
  }

  @Test
  void responseBeyondTheLimit_isStillGoing() throws Exception {
    try (var provider = RawProvider.playing(then(Peer::readToEnd));
        var bed = bed(provider, Duration.ofMillis(50))) {
      RunLog run = askAndLeave(bed);
      provider.await(); // it sees the end that we made

      ShadowDrained drained = drained(bed, run);
      assertThat(drained.aftermath()).isEqualTo(Aftermath.STILL_GOING);
      assertThat(drained.forNanos()).isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos());
    }
  }

  @Test
  void responseAtGatewayClose_isStillGoing() throws Exception {
    try (var provider = RawProvider.playing(then(Peer::readToEnd));
        var bed = bed(provider, LONG)) {
      RunLog run = askAndLeave(bed);
      bed.closeGateway();
      provider.await();

      assertThat(drained(bed, run).aftermath()).isEqualTo(Aftermath.STILL_GOING);
    }
  }

  @Test
  void shadowDrain_doesNotChangeTheVerdict() throws Exception {
    RunLog without;
    try (var provider = RawProvider.playing(then(Peer::readToEnd));
        var bed = TestBed.forProvider(dir.resolve("off"), provider)) {
      without = askAndLeave(bed);
      assertThat(without.events()).anyMatch(LocalClosed.class::isInstance);
    }
    gone = new CountDownLatch(1);
    try (var provider = RawProvider.playing(then(peer -> peer.send(END)));
        var bed = bed(provider, LONG)) {
      RunLog run = askAndLeave(bed);
      provider.await();
      drained(bed, run);
      RunLog with = stored(bed, run);

      Diagnosis diagnosis = Diagnoser.diagnose(RunFacts.of(with));
      assertThat(diagnosis.code()).isEqualTo(Diagnoser.diagnose(RunFacts.of(without)).code());
      assertThat(AttemptFacts.of(with, 1).closing())
          .isEqualTo(AttemptFacts.of(without, 1).closing());
      assertThat(AttemptFacts.of(with, 1).phase()).isEqualTo(AttemptFacts.of(without, 1).phase());
      assertThat(verdict(with).safety()).isEqualTo(verdict(without).safety());
      assertThat(verdict(with).answers()).isEqualTo(verdict(without).answers());
    }
  }

  /** What was said of it; waits for it, as it comes after the end of the run. */
  private static ShadowDrained drained(TestBed bed, RunLog run) throws Exception {
    bed.awaitShadowDrained();
    return TestBed.only(stored(bed, run), ShadowDrained.class);
  }
}
