// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.options;

import dev.lastbyte.cli.text.InvalidInputException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** Options that are a port of this machine. */
public final class Ports {

  private static final int HIGHEST = 0xFFFF;

  private Ports() {}

  /**
   * The port.
   *
   * @throws InvalidInputException if it is none
   */
  public static int checked(String option, int port) {
    if (port < 0 || port > HIGHEST) {
      throw new InvalidInputException(
          "%s must be a port from 0 to 65535 (0 takes a free one), but was %d"
              .formatted(option, port));
    }
    return port;
  }

  public static InetSocketAddress loopback(String option, int port) {
    return HostAndPort.loopback(checked(option, port));
  }

  /**
   * What was opened there.
   *
   * @throws InvalidInputException if it could not be
   */
  public static InetSocketAddress opened(
      String option, int port, Supplier<InetSocketAddress> opening) {
    try {
      return opening.get();
    } catch (UncheckedIOException e) {
      throw new InvalidInputException(
          "cannot listen on port %d: it is in use; give another with %s (0 takes a free one)"
              .formatted(port, option),
          e);
    }
  }
}
