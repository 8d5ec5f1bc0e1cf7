// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * Looks into the kernel's tables of TCP sockets, where there are any (Linux, proc(5)): their {@code
 * tx_queue} counts the bytes that were written and not yet acknowledged by the peer.
 *
 * <p>A table has a line for each socket of the machine, those in TIME_WAIT among them, so it is
 * read no further than to the one that is wanted.
 */
final class KernelQueue {

  /** Sockets of Java are dual-stack unless IPv6 is off: the second table is looked at last. */
  private static final Path IPV6 = Path.of("/proc/net/tcp6");

  private static final Path IPV4 = Path.of("/proc/net/tcp");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int CHUNK_BYTES = 16 * 1024;

  /** The state, as two digits, and a space. */
  private static final int STATE_LENGTH = 3;

  private static final int QUEUE_LENGTH = 8;
  private static final int ASCII = 128;

  private KernelQueue() {}

  /** Whether this platform has such a table. */
  static boolean isVisible() {
    return Files.isReadable(IPV6) || Files.isReadable(IPV4);
  }

  /** The unacknowledged bytes of the socket between these two; empty where there is no such one. */
  static OptionalLong unacknowledgedBytes(InetSocketAddress local, InetSocketAddress remote)
      throws IOException {
    OptionalLong found = find(IPV6, mapped(local) + ' ' + mapped(remote) + ' ');
    return found.isPresent() ? found : find(IPV4, plain(local) + ' ' + plain(remote) + ' ');
  }

  private static OptionalLong find(Path table, String ends) throws IOException {
    if (!Files.isReadable(table)) {
      return OptionalLong.empty();
    }
    byte[] wanted = ends.getBytes(StandardCharsets.US_ASCII);
    int[] shifts = shifts(wanted);
    int whole = wanted.length + STATE_LENGTH + QUEUE_LENGTH;
    byte[] text = new byte[CHUNK_BYTES];
    int kept = 0;
    try (InputStream in = Files.newInputStream(table)) {
      for (int length = in.read(text);
          length > 0;
          length = in.read(text, kept, text.length - kept)) {
        int end = kept + length;
        int at = indexOf(text, end, wanted, shifts);
        if (at >= 0 && at + whole <= end) {
          return OptionalLong.of(queue(text, at + wanted.length + STATE_LENGTH));
        }
        // what this chunk may have cut in two is looked at again
        kept = Math.min(end, whole);
        System.arraycopy(text, end - kept, text, 0, kept);
      }
    }
    return OptionalLong.empty();
  }

  private static long queue(byte[] text, int from) {
    return HexFormat.fromHexDigitsToLong(
        new String(text, from, QUEUE_LENGTH, StandardCharsets.US_ASCII));
  }

  /** Horspool's search: a table is a megabyte, and most of it is skipped. */
  private static int indexOf(byte[] text, int end, byte[] wanted, int[] shifts) {
    int last = wanted.length - 1;
    for (int at = 0; at + last < end; at += shifts[text[at + last]]) {
      if (Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }

  /** By the last byte that was compared: how far the next place is where it could fit. */
  private static int[] shifts(byte[] wanted) {
    int[] shifts = new int[ASCII];
    Arrays.fill(shifts, wanted.length);
    for (int i = 0; i < wanted.length - 1; i++) {
      shifts[wanted[i]] = wanted.length - 1 - i;
    }
    return shifts;
  }

  private static String plain(InetSocketAddress end) {
    return words(end.getAddress().getAddress()) + port(end);
  }

  private static String mapped(InetSocketAddress end) {
    InetAddress address = end.getAddress();
    String prefix = address instanceof Inet4Address ? "0".repeat(16) + mappedMark() : "";
    return prefix + plain(end);
  }

  /** The third word of an IPv4-mapped address, RFC 4291 §2.5.5.2. */
  private static String mappedMark() {
    return words(new byte[] {0, 0, (byte) 0xff, (byte) 0xff});
  }

  private static String port(InetSocketAddress end) {
    return ":%04X".formatted(end.getPort());
  }

  /** Words of 32 bits, each in the order of this machine's bytes. */
  private static String words(byte[] address) {
    ByteBuffer from = ByteBuffer.wrap(address).order(ByteOrder.nativeOrder());
    ByteBuffer to = ByteBuffer.allocate(address.length);
    while (from.hasRemaining()) {
      to.putInt(from.getInt());
    }
    return HEX.formatHex(to.array());
  }
}
