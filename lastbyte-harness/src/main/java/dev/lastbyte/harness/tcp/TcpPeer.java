// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.tcp;

import dev.lastbyte.harness.engine.Acknowledgement;
import dev.lastbyte.harness.engine.ClientClose;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.tls.TlsSession;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The client at the other end of one TCP connection, and what can be done to it. */
public final class TcpPeer {
  private static final Duration IDLE_LIMIT = Duration.ofMinutes(5);
  private static final Duration ACKNOWLEDGE_LIMIT = Duration.ofSeconds(2);
  private static final long FALLBACK_NANOS = 250_000_000;
  private static final long FIRST_PAUSE_NANOS = 200_000;
  private static final long LONGEST_PAUSE_NANOS = 5_000_000;

  private final Socket socket;
  private final @Nullable TlsSession tls;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] ignored = new byte[1024];

  /** The client of that connection. */
  public TcpPeer(Socket socket) throws IOException {
    this(socket, null, socket.getInputStream(), socket.getOutputStream());
  }

  /** The client of that connection, which has shaken hands. */
  public TcpPeer(Socket socket, TlsSession tls) throws IOException {
    this(socket, tls, tls.in(), tls.out());
  }

  private TcpPeer(Socket socket, @Nullable TlsSession tls, InputStream in, OutputStream out)
      throws IOException {
    this.socket = socket;
    this.tls = tls;
    this.in = new BufferedInputStream(in);
    this.out = out;
    // one write, one segment: the script decides what goes together
    socket.setTcpNoDelay(true);
  }

  /** What the client sends; a read fails after five minutes of silence. */
  public InputStream in() throws SocketException {
    socket.setSoTimeout((int) IDLE_LIMIT.toMillis());
    return in;
  }

  /** What the client is sent, for those who write on their own. */
  public OutputStream out() {
    return out;
  }

  /** Whether there is TLS between. */
  public boolean isTls() {
    return tls != null;
  }

  /** Whether the next bytes of the client are these; it waits for as many as may still be. */
  public boolean startsWith(String ascii) throws IOException {
    InputStream ahead = in();
    ahead.mark(ascii.length());
    int same = 0;
    while (same < ascii.length() && ahead.read() == ascii.charAt(same)) {
      same++;
    }
    ahead.reset();
    return same == ascii.length();
  }

  /** Writes it all in one go. */
  public void write(Bytes bytes) throws IOException {
    out.write(bytes.toArray());
  }

  /** Ends our side in order, in TLS by a close_notify first; a second time does nothing. */
  public void fin() throws IOException {
    if (tls != null) {
      tls.end();
    }
    finWithoutNotice();
  }

  /** Ends our side by a FIN alone, even where TLS wants more; a second time does nothing. */
  public void finWithoutNotice() throws IOException {
    if (!socket.isOutputShutdown()) {
      socket.shutdownOutput();
    }
  }

  /** Resets the connection: closing without lingering sends RST at once. */
  public void rst() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Waits until the client's kernel has acknowledged every byte, where that can be seen. */
  public Acknowledgement acknowledge() throws IOException {
    if (!KernelQueue.isVisible()) {
      // all that is left is to give the bytes time; a gate on the request is the better way
      LockSupport.parkNanos(FALLBACK_NANOS);
      return Acknowledgement.ASSUMED;
    }
    long deadlineNanos = System.nanoTime() + ACKNOWLEDGE_LIMIT.toNanos();
    // each look costs the kernel a line for every socket of the machine
    long pauseNanos = FIRST_PAUSE_NANOS;
    while (System.nanoTime() < deadlineNanos) {
      // empty is no proof: a table that changes while it is read may leave a socket out
      if (unacknowledgedBytes().equals(OptionalLong.of(0))) {
        return Acknowledgement.PROVEN;
      }
      LockSupport.parkNanos(pauseNanos);
      pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
    }
    return Acknowledgement.ASSUMED;
  }

  private OptionalLong unacknowledgedBytes() throws IOException {
    return KernelQueue.unacknowledgedBytes(
        (InetSocketAddress) socket.getLocalSocketAddress(),
        (InetSocketAddress) socket.getRemoteSocketAddress());
  }

  /**
   * Ignores what the client sends until it leaves or the time is over; an end that comes from our
   * own side counts as staying.
   */
  public ClientClose awaitClientClose(Duration atMost) {
    long deadlineNanos = System.nanoTime() + atMost.toNanos();
    try {
      int length = 0;
      while (length >= 0) {
        long leftMillis = (deadlineNanos - System.nanoTime()) / 1_000_000;
        if (leftMillis <= 0) {
          return ClientClose.STAYED;
        }
        socket.setSoTimeout((int) Math.min(leftMillis, Integer.MAX_VALUE));
        length = in.read(ignored);
      }
      return ClientClose.FIN;
    } catch (SocketTimeoutException e) {
      return ClientClose.STAYED;
    } catch (SSLException | EOFException e) {
      // a FIN without a close_notify, which is how many a client leaves
      return ClientClose.FIN;
    } catch (IOException e) {
      return socket.isClosed() ? ClientClose.STAYED : ClientClose.RST;
    }
  }

  /** Closes the connection; whatever is still unread makes that a reset. */
  public void close() throws IOException {
    socket.close();
  }

  /** Whether our own side is closed. */
  public boolean isClosed() {
    return socket.isClosed();
  }
}
