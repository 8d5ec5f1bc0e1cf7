// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fields behind a chunked body, on their way through both versions of HTTP. */
@Timeout(300)
class TrailersTest {

  private static final String HEAD =
      "POST /up/v1/messages HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String ASKED = "2\r\n{}\r\n0\r\nx-asked: 1\r\n\r\n";
  private static final String END = "\r\n\r\n";

  @TempDir private Path dir;

  /** Responds with these trailers, and reports what came behind the head of the request. */
  private static RawProvider.Script responding(CompletableFuture<String> asked, String trailers) {
    return peer -> {
      peer.readHead();
      asked.complete(peer.readUntil(END));
      peer.send(OK + "5\r\nhello\r\n0\r\n" + trailers + "\r\n").readToEnd();
    };
  }

  @Test
  void http1Trailers_passUnchanged() throws Exception {
    var asked = new CompletableFuture<String>();
    try (var provider = RawProvider.playing(responding(asked, "X-Sum: 7\r\n"));
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(HEAD + ASKED).readHead();

      assertThat(client.readUntil(END)).isEqualTo("5\r\nhello\r\n0\r\nX-Sum: 7\r\n\r\n");
      assertThat(asked.get(10, TimeUnit.SECONDS)).isEqualTo(ASKED);
    }
  }

  /** One gateway asks another one in HTTP/2, so that each way leads through both versions. */
  @Test
  void http2Trailers_passBothWays_exceptFramingFields() throws Exception {
    var asked = new CompletableFuture<String>();
    String responded = "X-Sum: 7\r\nContent-Length: 3\r\nConnection: close\r\nx-more: a b\r\n";
    try (var provider = RawProvider.playing(responding(asked, responded));
        var inner = TestBed.forProvider(Files.createDirectory(dir.resolve("inner")), provider);
        var outer =
            TestBed.with(
                Files.createDirectory(dir.resolve("outer")),
                URI.create("h2c://127.0.0.1:" + inner.port() + "/up"),
                UnaryOperator.identity());
        var client = outer.client()) {

      client.send(HEAD + ASKED).readHead();

      assertThat(client.readUntil("x-more: a b" + END))
          .isEqualTo("5\r\nhello\r\n0\r\nx-sum: 7\r\nx-more: a b\r\n\r\n");
      assertThat(asked.get(10, TimeUnit.SECONDS)).isEqualTo(ASKED);
      assertThat(TestBed.only(inner.nextRun(), BodyEnded.class).how()).isEqualTo(BodyEnd.WHOLE);
      assertThat(TestBed.only(outer.nextRun(), BodyEnded.class).how()).isEqualTo(BodyEnd.WHOLE);
    }
  }

  @Test
  void invalidTrailers_areDropped_andTheBodyIsComplete() throws Exception {
    var asked = new CompletableFuture<String>();
    try (var provider = RawProvider.playing(responding(asked, "no colon\r\n"));
        var bed = TestBed.forProvider(dir, provider);
        var client = Http2Peer.over(bed.client())) {
      int stream = client.ask("/up/v1/messages", "{}");

      assertThat(client.await(stream).body()).isEqualTo("hello");
      assertThat(client.await(stream).isWhole()).isTrue();
      assertThat(asked.get(10, TimeUnit.SECONDS)).isEqualTo("2\r\n{}\r\n0\r\n\r\n");
    }
  }
}
