// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.tcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Looks into the kernel's tables of TCP sockets, where there are any (Linux, proc(5)): their {@code
 * tx_queue} counts the bytes that were written and not yet acknowledged by the peer.
 */
final class KernelQueue {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

  private KernelQueue() {}

  /** Whether this platform has such a table. */
  static boolean isVisible() {
    return TABLES.stream().anyMatch(Files::isReadable);
  }

  /**
   * The unacknowledged bytes of the sockets between these two ports, summed where several addresses
   * use the same pair; empty where there is no such socket.
   */
  static OptionalLong unacknowledgedBytes(int localPort, int remotePort) throws IOException {
    String local = ":%04X ".formatted(localPort);
    String remote = ":%04X ".formatted(remotePort);
    var queues = new ArrayList<Long>();
    for (Path table : TABLES) {
      if (Files.isReadable(table)) {
        Files.readAllLines(table).stream()
            // a look at the ports first: the tables are long, and read again and again
            .filter(line -> line.contains(local) && line.contains(remote))
            .map(line -> line.strip().split(" +", -1))
            .filter(columns -> (columns[1] + " ").endsWith(local))
            .forEach(columns -> queues.add(txQueue(columns[4])));
      }
    }
    return queues.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(queues.stream().mapToLong(Long::longValue).sum());
  }

  /** Reads the first half of a column such as {@code 0000001A:00000000}. */
  private static long txQueue(String column) {
    return Long.parseLong(column.substring(0, column.indexOf(':')), 16);
  }
}
