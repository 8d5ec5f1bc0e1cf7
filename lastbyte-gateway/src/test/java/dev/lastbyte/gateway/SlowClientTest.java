// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that send slowly, or nothing: bounded until a request is on its way, and not after. */
@Tag("slow")
@Timeout(300)
class SlowClientTest {

  private static final Duration SHORT = Duration.ofMillis(40);
  private static final Duration LONG = Duration.ofMinutes(10);

  @TempDir private Path dir;

  private TestBed bed(RawProvider provider, Duration head, Duration idle) throws Exception {
    return TestBed.with(
        dir, TestBed.local(provider.port()), options -> options.clientTimeouts(head, idle));
  }

  static Stream<String> unfinished() {
    return Stream.of(
        "G",
        "GET /up/ HTTP/1.1\r\nHost: h\r\nX-Slow: ",
        "POST /_lastbyte/runs/r/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{");
  }

  @ParameterizedTest
  @MethodSource("unfinished")
  void incompleteRequest_is408_andNotForwarded(String start) throws Exception {
    try (var provider = RawProvider.playing();
        var bed = bed(provider, SHORT, LONG);
        var client = bed.client()) {

      Peer.Rest rest = client.send(start).readToEnd();

      assertThat(rest.text())
          .startsWith("HTTP/1.1 408 Request Timeout")
          .contains("request_timeout");
      assertThat(rest.end()).isEqualTo(Peer.End.FIN);
      assertThat(bed.endedRuns()).isEmpty();
    }
  }

  @Test
  void connectionWithoutARequest_isClosed() throws Exception {
    RawProvider.Script once =
        peer -> {
          peer.readMessage();
          peer.send("HTTP/1.1 204 No Content\r\n\r\n").readToEnd();
        };
    try (var provider = RawProvider.playing(once);
        var bed = bed(provider, SHORT, SHORT);
        var silent = bed.client();
        var client = bed.client()) {

      assertThat(silent.readToEnd()).isEqualTo(new Peer.Rest("", Peer.End.FIN));
      assertThat(client.readToEnd()).isEqualTo(new Peer.Rest("", Peer.End.FIN));
    }
  }

  @Test
  void idleTimeout_startsAnewAfterAResponse() throws Exception {
    RawProvider.Script once =
        peer -> {
          peer.readMessage();
          peer.send("HTTP/1.1 204 No Content\r\n\r\n").readToEnd();
        };
    try (var provider = RawProvider.playing(once);
        var bed = bed(provider, Duration.ofMillis(300), Duration.ofMillis(300));
        var client = bed.client()) {

      client.send("GET /up/ HTTP/1.1\r\nHost: h\r\n\r\n").readHead();

      assertThat(client.readToEnd()).isEqualTo(new Peer.Rest("", Peer.End.FIN));
    }
  }

  @Test
  void runningExchange_hasNoTimeout() throws Exception {
    var begun = new CompletableFuture<Void>();
    RawProvider.Script slow =
        peer -> {
          peer.readHead();
          begun.complete(null);
          // The client's connection is looked at several times before this is over.
          peer.readUntilSilentFor(300);
          peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
          peer.readUntilSilentFor(300);
          peer.send("ok");
        };
    try (var provider = RawProvider.playing(slow);
        var bed = bed(provider, SHORT, SHORT);
        var client = bed.client()) {

      client.send("POST /up/ HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\nslow upload");
      begun.join();

      assertThat(client.readMessage()).endsWith("ok");
    }
  }

  @Test
  void invalidClientTimeouts_areRejected() {
    var options = GatewayOptions.builder(new InetSocketAddress("127.0.0.1", 0));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.clientTimeouts(Duration.ZERO, LONG).build())
        .withMessageContaining("PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.clientTimeouts(LONG, SHORT).build())
        .withMessageContaining("maxClientIdle");
  }
}
