// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.script.Field;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams are independent of each other, and what breaks the protocol ends the connection. */
@Timeout(300)
class Http2ConnectionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<Field> OK = List.of(new Field(":status", "200"));

  private ServerSocket listener;
  private volatile Http2Connection.Handler handler = stream -> {};

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 10);
  }

  @BeforeEach
  void start() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  @AfterEach
  void stop() throws IOException {
    listener.close();
  }

  @Test
  void aRequest_isReadWhole_andResponded() throws Exception {
    handler =
        stream -> {
          byte[] body = stream.body().readAllBytes();
          stream.headers(OK);
          stream.data(body);
          stream.end();
        };
    try (FrameClient client = client()) {
      assertThat(client.post(1, "/a", "hello").readAll())
          .containsExactly("1 200", "1 hello", "1 end");
      assertThat(client.post(3, "/a", "again").readAll())
          .containsExactly("3 200", "3 again", "3 end");
    }
  }

  @Test
  void aStalledStream_doesNotBlockOthers() throws Exception {
    var left = new CompletableFuture<StreamClose>();
    handler =
        stream -> {
          if (stream.id() == 1) {
            left.complete(stream.awaitClose(PATIENCE));
          } else {
            stream.headers(OK);
            stream.reset(ErrorCode.CANCEL.code());
          }
        };
    try (FrameClient client = client()) {
      client.post(1, "/a", "");
      assertThat(client.post(3, "/a", "").readAll()).containsExactly("3 200", "3 reset 8");
      client.send(Http2Frame.ofNumbers(Http2Frame.RST_STREAM, 1, ErrorCode.CANCEL.code()));

      assertThat(left.get(10, TimeUnit.SECONDS)).isEqualTo(StreamClose.STREAM_RESET);
    }
  }

  @Test
  void theEndOfTheConnectionEndsEveryStream() throws Exception {
    var left = new CompletableFuture<StreamClose>();
    handler = stream -> left.complete(stream.awaitClose(PATIENCE));
    try (FrameClient client = client()) {
      client.post(1, "/a", "");
    }

    assertThat(left.get(10, TimeUnit.SECONDS)).isEqualTo(StreamClose.CONNECTION_FIN);
  }

  @Test
  void flowControlWindows_areRespected() throws Exception {
    handler =
        stream -> {
          stream.headers(OK);
          stream.data("0123456789".getBytes(StandardCharsets.US_ASCII));
          stream.end();
        };
    try (FrameClient client = client()) {
      client.send(Http2Frame.ofSetting(4, 3));
      client.next(Http2Frame.SETTINGS);
      client.post(1, "/a", "");
      client.next(Http2Frame.HEADERS);
      assertThat(client.next(Http2Frame.DATA).payload()).hasSize(3);
      client.send(Http2Frame.ofNumbers(Http2Frame.WINDOW_UPDATE, 1, 4));
      assertThat(client.next(Http2Frame.DATA).payload()).hasSize(4);
      // the settings move the windows of the streams that there are
      client.send(Http2Frame.ofSetting(4, 6));
      // their acknowledgement may come before the data or among it
      assertThat(client.readAll())
          .filteredOn(frame -> frame.startsWith("1 "))
          .containsExactly("1 789", "1 end");
    }
  }

  @Test
  void aLongBodyIsLetIn_pieceByPiece() throws Exception {
    var size = new CompletableFuture<Integer>();
    handler = stream -> size.complete(stream.body().readAllBytes().length);
    try (FrameClient client = client()) {
      client.request(1, "/a");
      for (int sent = 0; sent < 10; sent++) {
        client.send(new Http2Frame(Http2Frame.DATA, 0, 1, new byte[10_000]));
        client.next(Http2Frame.WINDOW_UPDATE);
        client.next(Http2Frame.WINDOW_UPDATE);
      }
      client.send(new Http2Frame(Http2Frame.DATA, Http2Frame.END_STREAM, 1, new byte[0]));

      assertThat(size.get(10, TimeUnit.SECONDS)).isEqualTo(100_000);
    }
  }

  @Test
  void moreThanTheWindowIsRefused() throws Exception {
    handler = stream -> stream.awaitClose(PATIENCE);
    try (FrameClient client = client()) {
      client.request(1, "/a");
      for (int sent = 0; sent < 5; sent++) {
        client.send(new Http2Frame(Http2Frame.DATA, 0, 1, new byte[16_000]));
      }

      assertThat(client.readAll()).containsExactly("goaway last 1 code 3", "fin");
    }
  }

  @Test
  void pingsAreAnswered_whateverTheStreamsDo() throws Exception {
    handler = stream -> stream.awaitClose(PATIENCE);
    try (FrameClient client = client()) {
      client.post(1, "/a", "");
      client.send(new Http2Frame(Http2Frame.PING, 0, 0, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));

      Http2Frame pong = client.next(Http2Frame.PING);
      assertThat(pong.has(Http2Frame.ACK)).isTrue();
      assertThat(pong.payload()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }
  }

  @Test
  void aHeaderBlockMayGoOn_withPaddingAndPriority() throws Exception {
    handler =
        stream -> {
          stream.headers(List.of(new Field(":status", stream.fields().get(2).value())));
          stream.end();
        };
    byte[] block =
        FieldEncoder.encode(
            List.of(
                new Field(":method", "POST"),
                new Field(":scheme", "http"),
                new Field(":path", "/long")));
    byte[] first = new byte[6 + 4 + 2];
    first[0] = 2;
    System.arraycopy(block, 0, first, 6, 4);
    byte[] rest = Arrays.copyOfRange(block, 4, block.length);
    try (FrameClient client = client()) {
      client.send(
          new Http2Frame(
              Http2Frame.HEADERS,
              Http2Frame.PADDED | Http2Frame.PRIORITY | Http2Frame.END_STREAM,
              1,
              first));
      client.send(new Http2Frame(Http2Frame.CONTINUATION, Http2Frame.END_HEADERS, 1, rest));

      assertThat(client.readAll()).containsExactly("1 /long", "1 end");
    }
  }

  @Test
  void whatIsNoRequestIsResetAlone() throws Exception {
    byte[] block = FieldEncoder.encode(List.of(new Field(":method", "POST")));
    try (FrameClient client = client()) {
      client.send(
          new Http2Frame(
              Http2Frame.HEADERS, Http2Frame.END_HEADERS | Http2Frame.END_STREAM, 1, block));

      assertThat(client.readAll()).containsExactly("1 reset 1");
    }
  }

  @Test
  void anEvenStreamEndsTheConnection() throws Exception {
    try (FrameClient client = client()) {
      assertThat(client.request(2, "/a").readAll()).containsExactly("goaway last 0 code 1", "fin");
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noiseEndsTheConnectionOrTheStream_andNothingElse(long seed) throws Exception {
    var random = new Random(seed);
    try (FrameClient client = client()) {
      byte[] noise = new byte[300];
      random.nextBytes(noise);
      client.send(new Http2Frame(Http2Frame.HEADERS, Http2Frame.END_HEADERS, 1, noise));

      assertThat(client.readAll()).last().isIn("fin", "1 reset 1");
    }
    aRequest_isReadWhole_andResponded();
  }

  private FrameClient client() throws IOException {
    return FrameClient.connectedTo((InetSocketAddress) listener.getLocalSocketAddress());
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        // the test is over
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      new Http2Connection(
              socket.getInputStream(), socket.getOutputStream(), stream -> handler.serve(stream))
          .serve();
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      // the client left as it liked
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
