// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * One thread that is both the callers and the provider, so that they cost each other no context
 * switches and the core that they share serves more than any proxy can ask of it.
 */
public final class EventLoop implements AutoCloseable {

  private static final int BACKLOG = 4096;
  private static final int READ_BYTES = 256 * 1024;
  private static final long WAIT_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Selector selector;
  private final ByteBuffer read = ByteBuffer.allocateDirect(READ_BYTES);

  /** A loop with nothing to do yet. */
  public EventLoop() throws IOException {
    this.selector = Selector.open();
  }

  /** Listens on a free port of loopback, and returns it. */
  public int listen(Function<Connection, Receiver> accepted) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT, (Ready) () -> accept(server, accepted));
    return server.socket().getLocalPort();
  }

  /** Connects to a port of loopback, which must be listened on. */
  public Connection connect(int port, Function<Connection, Receiver> connected) throws IOException {
    return add(
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)),
        connected);
  }

  /** Serves what is ready; waits for it at most so long, in milliseconds from 1. */
  public void turn(long atMostMillis) throws IOException {
    selector.select(EventLoop::serve, atMostMillis);
  }

  /** Serves what is ready, and never waits. */
  void spin() throws IOException {
    selector.selectNow(EventLoop::serve);
  }

  /**
   * Serves what is ready, waiting for it, until it is done.
   *
   * @throws IOException if nothing is ready for {@link #PATIENCE}, since then it never will be
   */
  void turnUntil(BooleanSupplier done) throws IOException {
    long lastServed = System.nanoTime();
    while (!done.getAsBoolean()) {
      if (selector.select(EventLoop::serve, WAIT_MILLIS) > 0) {
        lastServed = System.nanoTime();
      } else if (System.nanoTime() - lastServed > PATIENCE.toNanos()) {
        throw new IOException("the proxy has not passed anything on for " + PATIENCE);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }

  private void accept(ServerSocketChannel server, Function<Connection, Receiver> accepted)
      throws IOException {
    SocketChannel channel = server.accept();
    while (channel != null) {
      add(channel, accepted);
      channel = server.accept();
    }
  }

  private Connection add(SocketChannel channel, Function<Connection, Receiver> receiver)
      throws IOException {
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
    var connection = new Connection(channel, key, read, receiver);
    key.attach((Ready) connection::ready);
    return connection;
  }

  private static void serve(SelectionKey key) {
    try {
      ((Ready) key.attachment()).ready();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Ready {
    void ready() throws IOException;
  }
}
