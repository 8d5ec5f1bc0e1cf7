// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;

/** What the commands that listen have in common: a port to take, and to serve until told to end. */
final class Serving {

  private Serving() {}

  /** Something that listens, once it does. */
  interface Start<T> {
    T start() throws IOException;
  }

  /**
   * Starts it; a port that cannot be had becomes one line that names it.
   *
   * @throws BadInput if the address cannot be used
   */
  static <T> T at(InetSocketAddress listen, Start<T> start) {
    if (listen.isUnresolved()) {
      throw new BadInput(
          "no address is known for host '" + listen.getHostString() + "' of --listen");
    }
    ClassPath.open();
    try {
      return start.start();
    } catch (IOException e) {
      throw new BadInput(
          "cannot listen on "
              + Address.text(listen)
              + ": "
              + reason(e)
              + "; give another address with --listen HOST:PORT (port 0 takes a free one)",
          e);
    }
  }

  /** The system's own words, such as "Address already in use", without the call that failed. */
  private static String reason(IOException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage());
    return message.substring(message.lastIndexOf(": ") + 1).strip();
  }

  /** Waits until the process is told to end; closes in the order given before it does. */
  static void untilInterrupted(AutoCloseable... closeables) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(closeables), "lastbyte-shutdown"));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      close(closeables);
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AutoCloseable... closeables) {
    for (AutoCloseable closeable : closeables) {
      try {
        closeable.close();
      } catch (Exception e) {
        // The process ends; what is still open is the kernel's, and the next one gets its turn.
      }
    }
  }
}
