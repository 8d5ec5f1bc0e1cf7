// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.gateway.transport.SocketProbe;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * How far the request at hand came on a connection, to tell whether the far end can have had any of
 * it before it ended. Used on the connection's event loop only.
 */
final class RequestDelivery {

  /** An empty send buffer takes this much at once, or nothing where the connection was reset. */
  private static final int MAX_BYTES_AT_ONCE = 8 * 1024;

  private int writes;
  private int completed;
  private long bytes;
  private boolean accepted;
  private boolean refused;
  private boolean responded;

  /** The next request is another one. */
  void begin() {
    writes = 0;
    completed = 0;
    bytes = 0;
    accepted = false;
    refused = false;
    responded = false;
  }

  /** Bytes of it are about to be written. */
  void writing(int count) {
    writes++;
    bytes += count;
  }

  /**
   * A write is done.
   *
   * @param failure why the kernel did not take all of its bytes, or null if it did
   */
  void writeCompleted(@Nullable Throwable failure) {
    boolean first = completed == 0;
    completed++;
    accepted |= failure == null;
    refused |= first && bytes <= MAX_BYTES_AT_ONCE && isRefusal(failure);
  }

  private static boolean isRefusal(@Nullable Throwable failure) {
    return failure instanceof IOException
        && !(failure instanceof ClosedChannelException)
        && !(failure instanceof SSLException);
  }

  /** Bytes of its response came. */
  void responded() {
    responded = true;
  }

  /**
   * Whether the far end can have had a byte of it, given that the connection has just ended. Never
   * {@link Known#YES}: that the far end's kernel had it does not say who came first.
   *
   * @param mark how the far end ended it
   */
  Known reached(CloseMark mark, SocketProbe probe) {
    if (responded || writes == 0) {
      return Known.UNKNOWN;
    }
    boolean none = refused || finPreceded(mark, probe);
    return none ? Known.NO : Known.UNKNOWN;
  }

  private boolean finPreceded(CloseMark mark, SocketProbe probe) {
    boolean fin =
        switch (mark) {
          case FIN -> true;
          // TLS may have written its own end by now, and a reset does not say what it met.
          case TLS_TRUNCATED, TLS_CLOSE_NOTIFY, RST, RST_STREAM, WEBSOCKET, UNKNOWN -> false;
        };
    return fin && writes == 1 && accepted && probe.finPreceded(bytes);
  }
}
