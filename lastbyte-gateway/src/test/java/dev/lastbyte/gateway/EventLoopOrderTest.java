// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What comes while an event loop is busy is read in one turn of it. */
@Timeout(300)
class EventLoopOrderTest {

  private static final String ASK = "GET /up/v1 HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String RESPONSE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

  @TempDir private Path dir;

  private final HeldLoop held = new HeldLoop();

  private TestBed bed(RawProvider provider) throws IOException {
    return TestBed.with(
        dir,
        TestBed.local(provider.port()),
        options -> options.upstreams(HeldLoop.upstreams(provider)).listener(held));
  }

  /** The client's second request is begun only now, and must not be left without an end. */
  @Test
  void responseThenRequestThenClientClose_inOneLoopTurn_leaveNoRunOpen() throws Exception {
    var arrived = new CountDownLatch(1);
    var response = new CountDownLatch(1);
    var responded = new CountDownLatch(1);
    RawProvider.Script script =
        peer -> {
          peer.readHead();
          peer.send(RESPONSE);
          peer.readHead();
          arrived.countDown();
          HeldLoop.await(response);
          peer.send(RESPONSE);
          responded.countDown();
          peer.readToEnd();
        };
    try (var provider = RawProvider.playing(script);
        var bed = bed(provider);
        var client = bed.client()) {
      client.send(ASK).readUntil("hi");
      assertThat(TestBed.eventNames(held.nextRun())).contains("BodyEnded");
      client.send(ASK + ASK);
      HeldLoop.await(arrived);

      List<Peer> others = held.hold(bed);
      response.countDown();
      HeldLoop.await(responded);
      client.disconnect();
      held.release();

      assertThat(TestBed.eventNames(held.nextRun()))
          .contains("BodyEnded")
          .doesNotContain("PeerClosed");
      RunLog cut = held.nextRun();
      assertThat(TestBed.eventNames(cut)).doesNotContain("ResponseStarted");
      assertThat(TestBed.only(cut, PeerClosed.class).stamp().vantage())
          .isEqualTo(Vantage.GATEWAY_DOWN);
      for (Peer other : others) {
        other.close();
      }
    }
  }
}
