// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames are taken and given as RFC 6455 has them, byte for byte. */
@Timeout(300)
class WebSocketConnectionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final byte[] MASK = {1, 2, 3, 4};

  private ServerSocket listener;
  private Socket client;
  private volatile WebSocketConnection.Handler handler =
      (message, connection) -> connection.text(message);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 10);
  }

  @BeforeEach
  void start() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    client = new Socket(listener.getInetAddress(), listener.getLocalPort());
    client.setSoTimeout(60_000);
    Socket server = listener.accept();
    Thread.ofVirtual().start(() -> serve(server));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    listener.close();
  }

  @Test
  void aMessage_getsAResponse() throws Exception {
    send(0x81, "hello");

    assertThat(read(7)).isEqualTo("8105" + hex("hello"));
  }

  @Test
  void aMessageMayComeInPieces_withAPingBetween() throws Exception {
    send(0x01, "hel");
    send(0x89, "!");
    send(0x80, "lo");

    assertThat(read(3 + 7)).isEqualTo("8a01" + hex("!") + "8105" + hex("hello"));
  }

  @Test
  void longerMessagesHaveLongerLengths() throws Exception {
    send(0x81, "a".repeat(200));
    assertThat(read(4 + 200)).startsWith("817e00c8");

    send(0x81, "b".repeat(70_000));
    assertThat(read(10 + 70_000)).startsWith("817f0000000000011170");
  }

  @Test
  void aCloseIsAnsweredWithItsCode() throws Exception {
    send(0x88, "\u0003\u00e8");

    assertThat(readAll()).isEqualTo("880203e8");
  }

  @Test
  void theServerMayCloseWithAnyCode_once() throws Exception {
    handler =
        (message, connection) -> {
          connection.close(1013, "later");
          connection.close(1000, "");
        };
    send(0x81, "hello");
    assertThat(read(9)).isEqualTo("880703f5" + hex("later"));

    send(0x88, "\u0003\u00f5");
    assertThat(readAll()).isEmpty();
  }

  @Test
  void aSilentServer_repliesToNeitherPingNorClose() throws Exception {
    var left = new CompletableFuture<SocketClose>();
    handler =
        (message, connection) -> {
          connection.stopReplying();
          connection.ping();
          left.complete(connection.awaitClose(PATIENCE));
        };
    send(0x81, "hello");
    assertThat(read(2)).isEqualTo("8900");
    send(0x89, "are you there?");
    send(0x88, "");

    assertThat(left.get(10, TimeUnit.SECONDS)).isEqualTo(SocketClose.CLOSE_FRAME);
    assertThat(readAll()).isEmpty();
  }

  @Test
  void aClientThatResetsIsSeenTo() throws Exception {
    var left = new CompletableFuture<SocketClose>();
    handler =
        (message, connection) -> {
          connection.text(message);
          left.complete(connection.awaitClose(PATIENCE));
        };
    send(0x81, "hello");
    assertThat(read(7)).isNotEmpty();
    client.setSoLinger(true, 0);
    client.close();

    assertThat(left.get(10, TimeUnit.SECONDS)).isEqualTo(SocketClose.RST);
  }

  @ParameterizedTest
  @CsvSource({
    "81036869,         1002", // not masked
    "c18101020304,     1002", // a reserved bit
    "838101020304,     1002", // an opcode that is none
    "098001020304,     1002", // a ping in pieces
    "80810102030400,   1002", // a continuation of nothing
    "89fe007e01020304, 1002", // a ping of 126 bytes
    "8881010203040001, 1002", // half a close code
    "828101020304ff,   1003", // not text
    "818101020304ff,   1007", // not UTF-8
    "81ff0000000001000001, 1009" // 16 MiB and a byte
  })
  void protocolViolations_areClosedWithACode(String frame, int code) throws Exception {
    client.getOutputStream().write(HexFormat.of().parseHex(frame));
    client.shutdownOutput();

    assertThat(read(4)).matches("88..%04x".formatted(code));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noiseEndsTheConnection(long seed) throws Exception {
    byte[] noise = new byte[2000];
    new Random(seed).nextBytes(noise);
    client.getOutputStream().write(noise);
    client.shutdownOutput();

    assertThat(readAll())
        .satisfiesAnyOf(all -> assertThat(all).isEmpty(), all -> assertThat(all).startsWith("8"));
  }

  /** Latin-1 text in one masked frame. */
  private void send(int first, String text) throws IOException {
    byte[] payload = text.getBytes(StandardCharsets.ISO_8859_1);
    var frame = new ByteArrayOutputStream();
    frame.write(first);
    if (payload.length < 126) {
      frame.write(0x80 | payload.length);
    } else {
      frame.write(0xff);
      frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
    }
    frame.writeBytes(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.write(payload[i] ^ MASK[i % 4]);
    }
    client.getOutputStream().write(frame.toByteArray());
  }

  private String read(int byteCount) throws IOException {
    return HexFormat.of().formatHex(client.getInputStream().readNBytes(byteCount));
  }

  private String readAll() throws IOException {
    return HexFormat.of().formatHex(client.getInputStream().readAllBytes());
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void serve(Socket socket) {
    try (socket) {
      new WebSocketConnection(
              socket.getInputStream(),
              socket.getOutputStream(),
              (message, connection) -> handler.serve(message, connection))
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
