// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.CloseEvent.LocalClosed;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of open runs when the gateway is closed. */
@Timeout(300)
class DrainTest {

  private static final String REQUEST = "GET /up/v1/messages HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String START = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nha";

  @TempDir private Path dir;

  @Test
  void runThatEndsBeforeTheDeadline_completes() throws Exception {
    var goOn = new CompletableFuture<Void>();
    RawProvider.Script inTwoPieces =
        peer -> {
          peer.readHead();
          peer.send(START);
          goOn.get(20, TimeUnit.SECONDS);
          peer.send("lf");
        };
    try (var provider = RawProvider.playing(inTwoPieces);
        var bed =
            TestBed.with(
                dir,
                TestBed.local(provider.port()),
                options -> options.drainTimeout(Duration.ofSeconds(20)));
        var client = bed.client();
        var idle = bed.client()) {

      client.send(REQUEST).readUntil("ha");
      var closing = CompletableFuture.runAsync(bed::closeGateway);
      assertThat(idle.readToEnd()).isEqualTo(new Peer.Rest("", Peer.End.FIN));
      idle.disconnect();
      goOn.complete(null);

      assertThat(client.readToEnd()).isEqualTo(new Peer.Rest("lf", Peer.End.FIN));
      client.disconnect();
      closing.get(20, TimeUnit.SECONDS);
      assertThat(TestBed.eventNames(bed.nextRun())).doesNotContain("LocalClosed");
    }
  }

  @Test
  void runStillOpenAtTheDeadline_isClosedLocally_andRecordedSo() throws Exception {
    RawProvider.Script never =
        peer -> {
          peer.readHead();
          peer.send(START).readToEnd();
        };
    try (var provider = RawProvider.playing(never);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(REQUEST).readUntil("ha");
      bed.closeGateway();

      RunLog run = bed.nextRun();
      assertThat(run.events())
          .filteredOn(LocalClosed.class::isInstance)
          .extracting(event -> event.vantage())
          .containsExactly(Vantage.GATEWAY_DOWN, Vantage.GATEWAY_UP);
    }
  }
}
