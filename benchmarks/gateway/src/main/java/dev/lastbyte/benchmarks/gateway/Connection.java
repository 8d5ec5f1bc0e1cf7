// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One end of a TCP connection. What the kernel does not take at once waits for its turn. */
public final class Connection {

  private final SocketChannel channel;
  private final SelectionKey key;
  private final ByteBuffer read;
  private final Receiver receiver;
  private @Nullable ByteBuffer rest;

  /**
   * @param read where bytes are read into, shared by all connections of a loop
   */
  Connection(
      SocketChannel channel,
      SelectionKey key,
      ByteBuffer read,
      Function<Connection, Receiver> receiver) {
    this.channel = channel;
    this.key = key;
    this.read = read;
    this.receiver = receiver.apply(this);
  }

  /** Writes a whole message; the one before must have been answered, or be small. */
  public void write(ByteBuffer message) throws IOException {
    if (rest != null) {
      throw new IOException("the proxy does not take what is written");
    }
    channel.write(message);
    if (message.hasRemaining()) {
      rest = message.duplicate();
      key.interestOpsOr(SelectionKey.OP_WRITE);
    }
  }

  /** Ends it as a program does that is done with it. */
  public void close() throws IOException {
    channel.close();
  }

  /** Ends this side (a FIN), and reads on. */
  public void fin() throws IOException {
    channel.shutdownOutput();
  }

  /** Ends it by a reset. */
  public void reset() throws IOException {
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    channel.close();
  }

  void ready() throws IOException {
    ByteBuffer waiting = rest;
    if (waiting != null && key.isWritable()) {
      channel.write(waiting);
      if (!waiting.hasRemaining()) {
        rest = null;
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
      }
    }
    if (key.isReadable()) {
      read();
    }
  }

  private void read() throws IOException {
    read.clear();
    if (bytesRead() < 0) {
      channel.close();
      receiver.ended();
    } else {
      receiver.received(read.flip());
    }
  }

  private int bytesRead() {
    try {
      return channel.read(read);
    } catch (IOException e) {
      return -1; // a reset is an end too; who did not expect it says so
    }
  }
}
