// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.HarnessClock;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.ManualClock;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Scripts are played step by step, and time is the clock's. */
@Timeout(300)
class ScriptRunnerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Bytes WORD = Bytes.of("word");

  private final RecordingResponseWriter writer = new RecordingResponseWriter();
  private final ManualClock clock = new ManualClock();

  @Test
  void aPause_lastsUntilTheClockAdvances() throws Exception {
    CompletableFuture<LedgerEntry.Did> played =
        play(
            new Script(
                List.of(new Step.Pause(MINUTE), new Step.Body(WORD)),
                new EndAction.EndOfMessage()));
    clock.awaitWaiting(1, PATIENCE);
    assertThat(writer.paper()).isEmpty();

    clock.advance(MINUTE);

    assertThat(played.get(10, TimeUnit.SECONDS).verb()).isEqualTo("end_of_message");
    assertThat(writer.paper()).containsExactly(WORD);
  }

  @Test
  void heartbeatsComeOneAnInterval_untilTheClientLeaves() throws Exception {
    CompletableFuture<LedgerEntry.Did> played =
        play(new Script(List.of(), new EndAction.Heartbeats(WORD, MINUTE)));
    clock.awaitWaiting(1, PATIENCE);
    clock.advance(MINUTE);
    clock.awaitWaiting(1, PATIENCE);

    writer.leave(ClientClose.FIN);

    LedgerEntry.Did did = played.get(10, TimeUnit.SECONDS);
    assertThat(did.heartbeats()).isEqualTo(2);
    assertThat(did.bytesWritten()).isZero();
    assertThat(did.clientLeft()).isEqualTo("fin");
    assertThat(writer.paper()).containsExactly(WORD, WORD);
  }

  @Test
  void aDripIsOneByteAnInterval_andBeginsAgain() throws Exception {
    CompletableFuture<LedgerEntry.Did> played =
        play(new Script(List.of(), new EndAction.Drip(Bytes.of("ab"), MINUTE)));
    for (int i = 0; i < 2; i++) {
      clock.awaitWaiting(1, PATIENCE);
      clock.advance(MINUTE);
    }
    clock.awaitWaiting(1, PATIENCE);

    writer.leave(ClientClose.RST);

    LedgerEntry.Did did = played.get(10, TimeUnit.SECONDS);
    assertThat(did.clientLeft()).isEqualTo("rst");
    assertThat(did.heartbeats()).isEqualTo(3);
    assertThat(writer.paper()).containsExactly(Bytes.of("a"), Bytes.of("b"), Bytes.of("a"));
  }

  @Test
  void anUnopenedGate_waitsForItsLimit_andIsInTheLedger() throws Exception {
    var script = new Script(List.of(new Step.Body(WORD)), new EndAction.Fin());
    LedgerEntry.Did did =
        ScriptRunner.run(
            script.heldBy("never", Duration.ofMillis(20)),
            writer,
            new Gates(),
            HarnessClock.system());

    assertThat(did.gate()).isEqualTo("limit_passed");
    assertThat(did.verb()).isEqualTo("fin");
    assertThat(did.bytesWritten()).isEqualTo(WORD.size());
  }

  private CompletableFuture<LedgerEntry.Did> play(Script script) {
    var played = new CompletableFuture<LedgerEntry.Did>();
    Thread.startVirtualThread(() -> {
      try {
        played.complete(ScriptRunner.run(script, writer, new Gates(), clock));
      } catch (InterruptedException e) {
        played.completeExceptionally(e);
      }
    });
    return played;
  }
}
