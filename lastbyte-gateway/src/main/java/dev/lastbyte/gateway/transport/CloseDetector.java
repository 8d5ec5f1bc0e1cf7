// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.transport;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Judges how the other side of one connection closed it, by what TCP and TLS showed. Used on the
 * connection's event loop only.
 */
public final class CloseDetector {

  private final boolean tls;
  private boolean resetReported;

  /**
   * @param tls whether TLS is spoken on the connection, so that an end without its close_notify is
   *     a truncation (RFC 8446 §6.1)
   */
  public CloseDetector(boolean tls) {
    this.tls = tls;
  }

  /**
   * A write is done. The kernel reports a reset once: if a write takes the report, a read sees only
   * an end.
   *
   * @param failure why the bytes were not written, or null if they were
   */
  public void writeCompleted(@Nullable Throwable failure) {
    resetReported |= failure instanceof IOException && !(failure instanceof ClosedChannelException);
  }

  /** How the connection was closed, by a user event of its channel; null if it was not. */
  public @Nullable CloseMark ofEvent(Object event) {
    if (event instanceof SslCloseCompletionEvent close && close.isSuccess()) {
      return CloseMark.TLS_CLOSE_NOTIFY;
    }
    return event instanceof ChannelInputShutdownEvent ? ofTcpEnd() : null;
  }

  /** How the connection was closed, given that its bytes have come to an end. */
  public CloseMark ofTcpEnd() {
    if (resetReported) {
      return CloseMark.RST;
    }
    return tls ? CloseMark.TLS_TRUNCATED : CloseMark.FIN;
  }

  /**
   * How the connection was closed, by an exception of its channel; null if the exception is a fault
   * of the gateway itself. What TLS cannot read ends its stream without a close_notify.
   */
  public static @Nullable CloseMark ofFailure(Throwable cause) {
    return switch (cause) {
      case SSLException truncated -> CloseMark.TLS_TRUNCATED;
      case DecoderException e when e.getCause() instanceof SSLException -> CloseMark.TLS_TRUNCATED;
      case IOException reset -> CloseMark.RST;
      default -> null;
    };
  }
}
