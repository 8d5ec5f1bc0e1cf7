// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One direction of a WebSocket, followed however its bytes are cut and whatever they are. */
@Timeout(300)
class SocketTapTest {

  private static final NegotiatedExtensions DEFLATES = new NegotiatedExtensions(true, false, false);
  private static final byte[] MASK = {0x12, (byte) 0xF3, 0x00, 0x7A};

  private final List<String> told = new ArrayList<>();

  private final MessageSink sink =
      new MessageSink() {
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        @Override
        public void began() {
          message.reset();
        }

        @Override
        public void piece(byte[] bytes, int from, int to) {
          message.write(bytes, from, to - from);
        }

        @Override
        public void ended(long bytes) {
          told.add(bytes + " " + message.toString(UTF_8));
        }

        @Override
        public void heartbeat(long bytes) {
          told.add(bytes + " heartbeat");
        }

        @Override
        public void closed(int code) {
          told.add("closed " + code);
        }

        @Override
        public void lost(boolean broken) {
          told.add(broken ? "broken" : "too much");
        }
      };

  private void server(NegotiatedExtensions agreed, byte[] bytes) {
    try (var tap = SocketTap.ofServer(agreed, sink)) {
      tap.feed(bytes, 0, bytes.length);
    }
  }

  @Test
  void theExamplesOfTheRfc_areRead() { // RFC 6455 §5.7
    server(
        NegotiatedExtensions.PLAIN,
        bytes(
            0x81, 5, 'H', 'e', 'l', 'l', 'o', 1, 3, 'H', 'e', 'l', 0x89, 5, 'H', 'e', 'l', 'l', 'o',
            0x80, 2, 'l', 'o', 0x88, 2, 0x03, 0xE8));
    byte[] masked = bytes(0x81, 0x85, 0x37, 0xFA, 0x21, 0x3D, 0x7F, 0x9F, 0x4D, 0x51, 0x58);
    try (var tap = SocketTap.ofClient(NegotiatedExtensions.PLAIN, sink)) {
      tap.feed(masked, 0, masked.length);
    }

    assertThat(told)
        .containsExactly("7 Hello", "7 heartbeat", "9 Hello", "closed 1000", "11 Hello");
  }

  @Test
  void theCompressedExamplesOfTheRfc_areRead() { // RFC 7692 §7.2.3
    server(
        DEFLATES,
        bytes(
            0xC1, 7, 0xF2, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00, // the first "Hello"
            0xC1, 5, 0xF2, 0x00, 0x11, 0x00, 0x00, // the second one, by what came before
            0x41, 3, 0xF2, 0x48, 0xCD, 0x80, 4, 0xC9, 0xC9, 0x07, 0x00, // in fragments
            0x81, 2, 'h', 'i'));

    assertThat(told).containsExactly("9 Hello", "7 Hello", "11 Hello", "4 hi");
  }

  @ParameterizedTest
  @CsvSource({
    "reserved bits, A1 00",
    "compressed without an agreement, C1 00",
    "an unknown opcode, 83 00",
    "an unknown control opcode, 8B 00",
    "a masked frame of a server, 81 80 00 00 00 00",
    "a fragmented ping, 09 00",
    "a large ping, 89 7E 00 7E",
    "a continuation of nothing, 80 00",
    "a message within a message, 01 00 81 00",
    "a length below zero, 81 7F 80 00 00 00 00 00 00 00"
  })
  void aProtocolViolation_isReportedOnce_andEndsReading(String what, String hex) {
    server(NegotiatedExtensions.PLAIN, concat(hex(hex), bytes(0x81, 1, 'x', 0x88, 0)));

    assertThat(told).as(what).containsExactly("broken");
  }

  @Test
  void afterTheCloseFrame_nothingIsRead() {
    server(NegotiatedExtensions.PLAIN, bytes(0x88, 0, 0x81, 1, 'x', 0xFF, 0xFF));

    assertThat(told).containsExactly("closed 1005");
  }

  @Test
  void aDecompressionBomb_isRejected() {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(new byte[16 * 1024 * 1024]);
    byte[] small = new byte[64 * 1024];
    int size = deflater.deflate(small, 0, small.length, Deflater.SYNC_FLUSH);
    deflater.end();

    server(DEFLATES, concat(bytes(0xC1, 126, size >> 8, size), Arrays.copyOf(small, size)));

    assertThat(told).containsExactly("too much");
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anySplit_tellsTheSame(long seed) {
    var random = new Random(seed);
    byte[] all = new byte[0];
    for (int i = 0; i < 5; i++) {
      String text = "x".repeat(random.nextInt(random.nextBoolean() ? 200 : 70_000));
      all = concat(all, masked(0x81, text.getBytes(UTF_8)), masked(0x89, new byte[3]));
    }
    if (seed % 2 == 1) {
      all[random.nextInt(all.length)] ^= (byte) (1 << random.nextInt(8));
    }
    try (var whole = SocketTap.ofClient(NegotiatedExtensions.PLAIN, sink)) {
      whole.feed(all, 0, all.length);
    }
    List<String> expected = List.copyOf(told);
    told.clear();

    try (var tap = SocketTap.ofClient(NegotiatedExtensions.PLAIN, sink)) {
      for (int at = 0; at < all.length; ) {
        int size = Math.min(all.length - at, 1 + random.nextInt(random.nextBoolean() ? 4 : 9_000));
        tap.feed(all, at, at + size);
        at += size;
      }
    }

    assertThat(told).isEqualTo(expected);
  }

  private static byte[] masked(int first, byte[] payload) {
    byte[] frame = new byte[14 + payload.length];
    frame[0] = (byte) first;
    frame[1] = (byte) 0xFF;
    for (int i = 0; i < 8; i++) {
      frame[2 + i] = (byte) ((long) payload.length >> (56 - 8 * i));
    }
    System.arraycopy(MASK, 0, frame, 10, MASK.length);
    for (int i = 0; i < payload.length; i++) {
      frame[14 + i] = (byte) (payload[i] ^ MASK[i & 3]);
    }
    return frame;
  }

  private static byte[] hex(String hex) {
    String[] pairs = hex.split(" ", -1);
    byte[] bytes = new byte[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      bytes[i] = (byte) Integer.parseInt(pairs[i], 16);
    }
    return bytes;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] concat(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
