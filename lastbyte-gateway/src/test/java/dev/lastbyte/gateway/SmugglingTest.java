// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that could be read in two ways reaches a provider (RFC 9112 §11.2). */
@Timeout(300)
class SmugglingTest {

  @TempDir private Path dir;

  @Test
  void malformedRequest_is400_andNotForwarded() throws Exception {
    List<String> requests = MalformedRequests.all();
    assertThat(requests).doesNotHaveDuplicates().hasSizeGreaterThan(200);
    try (ServerSocket provider = RawProvider.freePort();
        var bed =
            TestBed.with(dir, TestBed.local(provider.getLocalPort()), UnaryOperator.identity())) {
      var softly = new SoftAssertions();
      for (String request : requests) {
        try (var client = bed.client()) {
          Peer.Rest rest = client.send(request).fin().readToEnd();
          softly
              .assertThat(rest.text())
              .as(shown(request))
              .startsWith("HTTP/1.1 400 ")
              .contains("malformed_request", "connection: close");
        }
      }
      softly.assertAll();
      assertThat(bed.endedRuns()).isEmpty();
      assertNoConnection(provider);
    }
  }

  /** A connection would stand in the backlog by now: the kernel accepts without us. */
  private static void assertNoConnection(ServerSocket provider) throws Exception {
    provider.setSoTimeout(50);
    try (var came = provider.accept()) {
      throw new AssertionError("the provider was reached from " + came.getRemoteSocketAddress());
    } catch (SocketTimeoutException noConnection) {
      return;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5x\r\nhello\r\n0\r\n\r\n",
        "5\nhello\r\n0\r\n\r\n",
        "5\r\nhelloX\r\n0\r\n\r\n",
        "5\r\nhello0\r\n\r\n",
        "-5\r\nhello\r\n0\r\n\r\n",
        "+5\r\nhello\r\n0\r\n\r\n",
        "0x5\r\nhello\r\n0\r\n\r\n",
        "\r\n5\r\nhello\r\n0\r\n\r\n",
        "ffffffffffffffffff\r\nhello\r\n0\r\n\r\n",
        "5;a\nb\r\nhello\r\n0\r\n\r\n",
        "5\r\nhello\r\n0\r\nX: y\n\r\n",
        "5;a=\0\r\nhello\r\n0\r\n\r\n",
        "5;a=\u007f\r\nhello\r\n0\r\n\r\n",
        "5\r\nhello\r\n0\r\nContent-Length: 5\r\n\r\n",
        "5\r\nhello\r\n0\r\nHost: other\r\n\r\n",
        "5\r\nhello\r\n0\r\nX: y\r\n z\r\n\r\n",
        "5\r\nhello\r\n0\r\nX: \0\r\n\r\n",
        "5\r\nhello\r\n0\r\nX : y\r\n\r\n",
        "g\r\n"
      })
  void invalidChunk_closesBothSides_beforeAnythingFollows(String chunks) throws Exception {
    var began = new CompletableFuture<Void>();
    var rest = new CompletableFuture<Peer.Rest>();
    RawProvider.Script script =
        peer -> {
          peer.readHead();
          began.complete(null);
          rest.complete(peer.readToEnd());
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send("POST /up/v1/messages HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
      began.get(10, TimeUnit.SECONDS);
      client.send(chunks + "GET /up/smuggled HTTP/1.1\r\nHost: h\r\n\r\n");

      assertThat(client.readToEnd().text()).startsWith("HTTP/1.1 400").contains("bad_chunk");
      assertThat(TestBed.eventNames(bed.nextRun())).contains("Malformed");
      assertThat(rest.get(10, TimeUnit.SECONDS).text()).doesNotContain("smuggled");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT /up/x", "CONNECT h:443"})
  void tunnel_is405_andNotForwarded(String line) throws Exception {
    try (ServerSocket provider = RawProvider.freePort();
        var bed =
            TestBed.with(dir, TestBed.local(provider.getLocalPort()), UnaryOperator.identity());
        var client = bed.client()) {

      client.send(line + " HTTP/1.1\r\nHost: h\r\n\r\n");

      assertThat(client.readToEnd().text()).startsWith("HTTP/1.1 405 ");
      assertNoConnection(provider);
    }
  }

  private static String shown(String request) {
    String shown = request.length() > 120 ? request.substring(0, 120) + "..." : request;
    return shown.replace("\r", "\\r").replace("\n", "\\n").toLowerCase(Locale.ROOT);
  }
}
