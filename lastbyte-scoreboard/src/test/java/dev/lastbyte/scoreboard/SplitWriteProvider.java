// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * Says the same bytes to everyone, in pieces: the next one goes out when the last one is known to
 * have arrived, so that no two of them can become one on the way. Then it ends its side.
 */
final class SplitWriteProvider implements AutoCloseable {

  private static final int LIMIT_SECONDS = 20;

  private final ServerSocket listener = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
  private final SynchronousQueue<Boolean> arrived = new SynchronousQueue<>();
  private final byte[] response;
  private volatile int firstBytes;
  private volatile int stepBytes;

  SplitWriteProvider(byte[] response) throws IOException {
    this.response = response.clone();
    Thread.ofVirtual().start(this::serve);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** From now on: so much first, and then always so much more. */
  void splitAt(int firstBytes, int stepBytes) {
    this.firstBytes = firstBytes;
    this.stepBytes = stepBytes;
  }

  /** Says that the last piece has come through. */
  void arrived() throws InterruptedException, IOException {
    if (!arrived.offer(true, LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("the provider waits for nothing");
    }
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LIMIT_SECONDS * 1_000);
        readRequest(socket.getInputStream());
        writeResponse(socket.getOutputStream());
        socket.shutdownOutput();
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        // a client that left before the end fails its own test
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void readRequest(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    String length = head.toString().replaceFirst("(?is).*\r\ncontent-length: *(\\d+).*", "$1");
    in.readNBytes(Integer.parseInt(length));
  }

  private void writeResponse(OutputStream out) throws IOException, InterruptedException {
    int next = firstBytes;
    for (int said = 0; said < response.length; ) {
      int length = Math.min(next, response.length - said);
      out.write(response, said, length);
      said += length;
      next = stepBytes;
      if (arrived.poll(LIMIT_SECONDS, TimeUnit.SECONDS) == null) {
        throw new IOException("a piece did not arrive");
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
