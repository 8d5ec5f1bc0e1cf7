// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.options;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code HOST:PORT}, and writes it again. */
public final class HostAndPort implements ITypeConverter<InetSocketAddress> {

  private static final int HIGHEST_PORT = 0xFFFF;

  @Override
  public InetSocketAddress convert(String given) {
    int colon = given.lastIndexOf(':');
    if (colon < 1) {
      throw invalid(given);
    }
    return new InetSocketAddress(host(given.substring(0, colon)), port(given, colon));
  }

  /** A port of the loopback address. */
  public static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** The address as a person would type it. */
  public static String text(InetSocketAddress address) {
    String host = address.isUnresolved() ? address.getHostString() : numeric(address);
    return host + ":" + address.getPort();
  }

  private static String numeric(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static String host(String given) {
    boolean bracketed = given.startsWith("[") && given.endsWith("]");
    return bracketed ? given.substring(1, given.length() - 1) : given;
  }

  private static int port(String given, int colon) {
    try {
      int port = Integer.parseInt(given.substring(colon + 1));
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below, as any other wrong port
    }
    throw invalid(given);
  }

  private static TypeConversionException invalid(String given) {
    return new TypeConversionException(
        "an address is HOST:PORT with a port from 0 to 65535 (0 takes a free one), for example"
            + " 127.0.0.1:7077, but was '"
            + given
            + "'");
  }
}
