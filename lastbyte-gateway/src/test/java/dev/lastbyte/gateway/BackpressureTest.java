// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.gateway.transport.Transport;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A side that sends faster than the other one reads has to wait; the gateway keeps no more. */
@Tag("slow")
@Timeout(300)
class BackpressureTest {

  /** Far more than what the kernel's buffers of two connections can hold. */
  private static final int MUCH = 256 * 1024 * 1024;

  @TempDir private Path dir;

  static Stream<Transport> transports() {
    return TestBed.transports();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("transports")
  void clientThatDoesNotRead_pausesTheProvider(Transport transport) throws Exception {
    var stuckAt = new CompletableFuture<Integer>();
    RawProvider.Script flood =
        peer -> {
          peer.readHead();
          peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + MUCH + "\r\n\r\n");
          stuckAt.complete(writeUntilStuck(peer));
        };
    try (var provider = RawProvider.playing(flood);
        var bed = TestBed.forProvider(dir, provider, transport);
        var client = bed.client()) {

      client.send("GET /up/ HTTP/1.1\r\nHost: h\r\n\r\n");

      assertThat(stuckAt.get(30, TimeUnit.SECONDS)).isLessThan(MUCH / 4);
      client.readHead();
      client.readExactly(stuckAt.join()); // and nothing of it is lost
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("transports")
  void providerThatDoesNotRead_pausesTheClient(Transport transport) throws Exception {
    var mayRead = new CompletableFuture<Integer>();
    var read = new CompletableFuture<String>();
    RawProvider.Script slow =
        peer -> {
          peer.readHead();
          read.complete(peer.readExactly(mayRead.get(30, TimeUnit.SECONDS)));
        };
    try (var provider = RawProvider.playing(slow);
        var bed = TestBed.forProvider(dir, provider, transport);
        var client = bed.client()) {

      client.send("POST /up/ HTTP/1.1\r\nHost: h\r\nContent-Length: " + MUCH + "\r\n\r\n");
      int written = writeUntilStuck(client);

      assertThat(written).isLessThan(MUCH / 4);
      mayRead.complete(written);
      assertThat(read.get(30, TimeUnit.SECONDS)).hasSize(written);
    }
  }

  /** Writes until the socket takes nothing for a second, or all of it is written. */
  private static int writeUntilStuck(Peer peer) throws Exception {
    SocketChannel channel = peer.socket().getChannel();
    channel.configureBlocking(false);
    var piece = ByteBuffer.allocate(64 * 1024);
    int written = 0;
    try (Selector selector = Selector.open()) {
      SelectionKey key = channel.register(selector, SelectionKey.OP_WRITE);
      while (written < MUCH && selector.select(1_000) > 0) {
        selector.selectedKeys().clear();
        written += channel.write(piece.clear());
      }
      key.cancel();
      selector.selectNow();
    }
    channel.configureBlocking(true);
    return written;
  }
}
