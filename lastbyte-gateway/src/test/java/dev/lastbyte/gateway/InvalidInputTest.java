// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a client sends, it gets a clear response, the provider sees none of it, all goes on. */
@Timeout(300)
class InvalidInputTest {

  @TempDir private Path dir;

  private TestBed bed() throws Exception {
    int unused;
    try (ServerSocket reserved = RawProvider.freePort()) {
      unused = reserved.getLocalPort();
    }
    return TestBed.with(dir, TestBed.local(unused), UnaryOperator.identity());
  }

  private static void stillServes(TestBed bed) throws Exception {
    try (var client = bed.client()) {
      assertThat(client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").readMessage())
          .startsWith("HTTP/1.1 200 OK")
          .contains("\"upstreams\":[\"up\"]");
    }
  }

  static Stream<String> refused() {
    String start = "POST /up/v1/messages HTTP/1.1\r\nHost: h\r\n";
    return Stream.of(
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001",
        "GARBAGE\r\n\r\n",
        "GET /up/ HTTP/2.0\r\nHost: h\r\n\r\n",
        "GET /up/ HTTP/1.1\r\n\r\n",
        start + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        start + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
        start + "Content-Length : 1\r\n\r\n",
        start + "X: a\r\n folded\r\n\r\n",
        start + "X: a\nContent-Length: 5\r\n\r\n",
        start + "Transfer-Encoding: xchunked\r\n\r\n",
        start + "X: " + "a".repeat(70 * 1024) + "\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void malformedRequest_is400_andLeavesNoRun(String bytes) throws Exception {
    try (var bed = bed();
        var client = bed.client()) {

      Peer.Rest rest = client.send(bytes).readToEnd();

      assertThat(rest.text()).startsWith("HTTP/1.1 400 Bad Request\r\n");
      assertThat(rest.text()).contains("malformed_request", "connection: close");
      assertThat(rest.end()).isEqualTo(Peer.End.FIN);
      stillServes(bed);
      assertThat(bed.endedRuns()).isEmpty();
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomBytes_leaveTheGatewayServing(long seed) throws Exception {
    byte[] noise = new byte[4_096];
    new Random(seed).nextBytes(noise);
    try (var bed = bed();
        var client = bed.client()) {

      client.send(noise).fin().readToEnd();

      stillServes(bed);
    }
  }

  @Test
  void anUnknownUpstream_is404_andTheKnownOnesAreNamed() throws Exception {
    try (var bed = bed();
        var client = bed.client()) {

      assertThat(client.send("GET /nope/v1 HTTP/1.1\r\nHost: h\r\n\r\n").readMessage())
          .startsWith("HTTP/1.1 404 Not Found")
          .contains("unknown_upstream", "[up]")
          .doesNotContain("nope");
    }
  }

  @Test
  void truncatedChunks_closeBothSides() throws Exception {
    try (var provider = RawProvider.playing(peer -> peer.readToEnd());
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(
          "POST /up/v1/messages HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
              + "zz\r\n");

      assertThat(client.readToEnd().text()).contains("bad_chunk");
    }
  }

  @Test
  void connectionBeyondMaxConnections_is503() throws Exception {
    RawProvider.Script silentAfterTheHead =
        peer -> {
          peer.readHead();
          peer.send("HTTP/1.1 200 OK\r\n\r\n").readToEnd();
        };
    try (var provider = RawProvider.playing(silentAfterTheHead);
        var bed =
            TestBed.with(
                dir, TestBed.local(provider.port()), options -> options.maxConnections(1));
        var first = bed.client()) {

      first.send("GET /up/ HTTP/1.1\r\nHost: h\r\n\r\n").readHead();

      try (var second = bed.client()) {
        assertThat(second.readMessage()).startsWith("HTTP/1.1 503").contains("too_many");
      }
    }
  }

  @Test
  void nonLoopbackAddress_requiresTlsAndToken() throws Exception {
    var everywhere = new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 7077);
    GatewayOptions open = GatewayOptions.builder(everywhere).build();
    String token = "0123456789abcdef";

    GatewayOptions withToken = open.toBuilder().accessToken(token).build();
    GatewayOptions withTls = open.toBuilder().tls(dir, dir).build();
    assertThat(withToken.toBuilder().tls(dir, dir).build().requireProtected()).isNotNull();
    assertThatIllegalArgumentException().isThrownBy(withToken::requireProtected);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open.toBuilder().accessToken("too short").build());
    assertThatIllegalArgumentException()
        .isThrownBy(withTls::requireProtected)
        .withMessageContaining("loopback only")
        .withMessageContaining("0.0.0.0:7077");
  }

  @Test
  void optionsAsText_holdNeitherTokenNorKey() throws Exception {
    var options =
        GatewayOptions.builder(new InetSocketAddress("127.0.0.1", 7077))
            .upstreams(List.of(Upstream.parse("openai=https://api.example.com")))
            .accessToken("0123456789abcdef")
            .build();

    assertThat(options).hasToString("GatewayOptions[listen=/127.0.0.1:7077, upstreams=[openai]]");
    assertThat(options.toBuilder().build()).isEqualTo(options);
  }

  @Test
  void invalidUpstream_isRejectedWithAnExampleOfAValidOne() {
    assertThat(Upstream.parse("a=https://api.example.com/v1/").basePath()).isEqualTo("/v1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Upstream.parse("openai"))
        .withMessageContaining("name=URL")
        .withMessageContaining("'openai'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Upstream.parse("a=ftp://x"))
        .withMessageContaining("http:// or https://")
        .withMessageContaining("ftp://x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Upstream.parse("_lastbyte=http://x"))
        .withMessageContaining("[a-z0-9._-]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Upstream.parse("a=https://me:secret@x"))
        .withMessageNotContaining("secret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Upstream.parse("a=https://x y"))
        .withMessageContaining("cannot be read at character 9");
  }
}
