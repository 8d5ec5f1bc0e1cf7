// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.server;

import dev.lastbyte.cli.options.HostAndPort;
import dev.lastbyte.cli.text.InvalidInputException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;

/** What the commands that listen have in common: a port to take, and to serve until told to end. */
public final class ServerLifecycle {

  private ServerLifecycle() {}

  /** Something that listens, once it does. */
  public interface Starter<T> {
    T start() throws IOException;
  }

  /**
   * Starts it; a port that cannot be had becomes one line that names it.
   *
   * @throws InvalidInputException if the address cannot be used
   */
  public static <T> T start(InetSocketAddress listen, Starter<T> start) {
    if (listen.isUnresolved()) {
      throw new InvalidInputException(
          "no address is known for host '" + listen.getHostString() + "' of --listen");
    }
    JarPreloader.openAll();
    try {
      return start.start();
    } catch (IOException e) {
      throw new InvalidInputException(
          "cannot listen on "
              + HostAndPort.text(listen)
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
  public static void awaitShutdown(AutoCloseable... closeables) {
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
