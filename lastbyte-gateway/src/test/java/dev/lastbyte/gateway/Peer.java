// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Locale;

/** One end of a raw connection, for clients and providers alike. Every wait is bounded. */
final class Peer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Socket socket;
  private final InputStream in;

  Peer(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout((int) PATIENCE.toMillis());
    socket.setTcpNoDelay(true);
    this.in = socket.getInputStream();
  }

  static Peer connect(InetSocketAddress address) throws IOException {
    return new Peer(SocketChannel.open(address).socket());
  }

  /** What came until the other side ended, and how it ended. */
  record Rest(String text, End end) {}

  enum End {
    FIN,
    RST
  }

  Peer send(String text) throws IOException {
    return send(text.getBytes(ISO_8859_1));
  }

  Peer send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** Reads up to and including {@code end}, byte by byte. */
  String readUntil(String end) throws IOException {
    var text = new StringBuilder();
    while (text.length() < end.length()
        || !text.substring(text.length() - end.length()).equals(end)) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException("ended after: " + text);
      }
      text.append((char) b);
    }
    return text.toString();
  }

  String readHead() throws IOException {
    return readUntil("\r\n\r\n");
  }

  String readExactly(int bytes) throws IOException {
    byte[] read = in.readNBytes(bytes);
    if (read.length < bytes) {
      throw new EOFException("ended after " + read.length + " of " + bytes + " bytes");
    }
    return new String(read, ISO_8859_1);
  }

  /** A head and, if it has one, the body of the length that it names. */
  String readMessage() throws IOException {
    String head = readHead();
    for (String line : head.split("\r\n", -1)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        return head + readExactly(Integer.parseInt(line.substring(15).strip()));
      }
    }
    return head;
  }

  Rest readToEnd() throws IOException {
    var bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[64 * 1024];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
      return new Rest(bytes.toString(ISO_8859_1), End.FIN);
    } catch (SocketException reset) {
      return new Rest(bytes.toString(ISO_8859_1), End.RST);
    }
  }

  /** Reads until nothing came for a while, as a client's own watchdog does. */
  void readUntilSilentFor(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      while (in.read() >= 0) {
        continue;
      }
    } catch (SocketTimeoutException silent) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
    }
  }

  /** Ends this side's stream, and goes on reading. */
  Peer fin() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /**
   * Closes the connection within a block that closes it anyway: javac warns of an explicit close().
   */
  void disconnect() throws IOException {
    socket.close();
  }

  Socket socket() {
    return socket;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
