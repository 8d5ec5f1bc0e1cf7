// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * An address that swallows connections: a listener that never accepts, whose queue is kept full, so
 * that a further SYN stays without any response. Proven on Linux; a kernel that refuses instead
 * shows itself by the exception.
 */
public final class FullBacklog implements Closeable {
  private static final int FILLERS_LIMIT = 64;
  private static final int PATIENCE_MILLIS = 200;

  private final ServerSocket listener;
  private final List<Socket> fillers = new ArrayList<>();

  private FullBacklog(ServerSocket listener) {
    this.listener = listener;
  }

  /**
   * Opens it on a free port of the loopback address.
   *
   * @throws IOException if the queue cannot be filled
   */
  public static FullBacklog open() throws IOException {
    var full = new FullBacklog(new ServerSocket());
    try {
      full.listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
      full.fill();
      return full;
    } catch (IOException e) {
      full.close();
      throw e;
    }
  }

  /** Where connections are swallowed. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket filler : fillers) {
      filler.close();
    }
  }

  private void fill() throws IOException {
    while (connects()) {
      if (fillers.size() > FILLERS_LIMIT) {
        throw new IOException("a queue of one must be full after 64 connections");
      }
    }
  }

  private boolean connects() throws IOException {
    var filler = new Socket();
    fillers.add(filler);
    try {
      filler.connect(address(), PATIENCE_MILLIS);
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }
}
