// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of random responses: with the gateway and without it the client gets the same bytes.
 */
@Timeout(300)
class ByteExactTest {

  /** Told by {@code -Dlastbyte.responses=10000}. */
  private static final int RESPONSES = Integer.getInteger("lastbyte.responses", 1_000);

  /** Told by {@code -Dlastbyte.seed=7}. */
  private static final long SEED = Long.getLong("lastbyte.seed", 1);

  private static final int CLIENTS = 4;

  @TempDir private Path dir;

  @BeforeAll
  static void loadWhatEncodes() {
    Brotli4jLoader.ensureAvailability();
  }

  @Test
  void aResponse_isTheSameWithTheGateway_byteForByte() throws Exception {
    System.out.printf("%d random responses, the first with seed %d%n", RESPONSES, SEED);
    try (var provider = SeededProvider.start();
        var bed = TestBed.with(dir, TestBed.local(provider.port()), options -> options);
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<String>>> told = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int first = client;
        told.add(clients.submit(() -> differences(provider, bed, first)));
      }
      for (Future<List<String>> each : told) {
        assertThat(each.get()).isEmpty();
      }
    }
  }

  private static List<String> differences(SeededProvider provider, TestBed bed, int first)
      throws Exception {
    var loopback = InetAddress.getLoopbackAddress();
    var direct = new Line(() -> Peer.connect(new InetSocketAddress(loopback, provider.port())), "");
    var through = new Line(bed::client, "/up");
    List<String> differences = new ArrayList<>();
    for (long seed = SEED + first; seed < SEED + RESPONSES; seed += CLIENTS) {
      RandomResponse response = RandomResponse.of(seed);
      String expected = hash(response.bytes());
      String without = direct.hashOf(seed, response);
      String with = through.hashOf(seed, response);
      if (!without.equals(expected) || !with.equals(expected)) {
        differences.add(
            "seed %d: sent %s, without %s, with %s".formatted(seed, expected, without, with));
      }
    }
    direct.close();
    through.close();
    return differences;
  }

  private interface Connecting {
    Peer connect() throws IOException;
  }

  /** A client's connection, which is kept as long as the responses let it. */
  private static final class Line {

    private final Connecting connecting;
    private final String prefix;
    private @Nullable Peer peer;

    Line(Connecting connecting, String prefix) {
      this.connecting = connecting;
      this.prefix = prefix;
    }

    /** Of all bytes of the response; or what came instead of it. */
    String hashOf(long seed, RandomResponse response) throws Exception {
      if (peer == null) {
        peer = connecting.connect();
      }
      peer.send(SeededProvider.request(response.request(), prefix, seed));
      try {
        String bytes =
            response.closes() ? peer.readToEnd().text() : peer.readExactly(response.bytes().length);
        if (response.closes()) {
          close();
        }
        return hash(bytes.getBytes(ISO_8859_1));
      } catch (IOException e) {
        close();
        return String.valueOf(e.getMessage());
      }
    }

    void close() throws IOException {
      if (peer != null) {
        peer.close();
        peer = null;
      }
    }
  }

  private static String hash(byte[] bytes) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
    return HexFormat.of().formatHex(hash, 0, 8);
  }
}
