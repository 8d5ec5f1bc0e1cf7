// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.transport;

import dev.lastbyte.core.event.ConnectionEvent.SocketState;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.epoll.EpollTcpInfo;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks the kernel how a TCP connection stands, by one {@code getsockopt(TCP_INFO)}: what the event
 * loop has read lags behind by what arrived since. Only Linux's epoll transport can ask; elsewhere
 * nothing is known. Used on the connection's event loop only.
 */
public final class SocketProbe {

  private static final int ESTABLISHED = 1;
  private static final int CLOSED = 7;
  private static final int CLOSE_WAIT = 8;

  /** The kernel's times are in ticks, of which the slowest kernels have a hundred a second. */
  private static final long TICK_MILLIS = 10;

  private final @Nullable EpollSocketChannel channel;
  private final EpollTcpInfo info = new EpollTcpInfo();

  private SocketProbe(@Nullable EpollSocketChannel channel) {
    this.channel = channel;
  }

  public static SocketProbe of(Channel channel) {
    return new SocketProbe(channel instanceof EpollSocketChannel epoll ? epoll : null);
  }

  /**
   * What the connection shows now. It is said to be open only where the kernel holds neither an end
   * nor bytes that were not read yet: an end of TLS may be among them.
   *
   * @param idleNanos since the last bytes of it were read
   */
  public SocketState look(long idleNanos) {
    if (!ask()) {
      return SocketState.UNKNOWN;
    }
    return switch (info.state()) {
      case ESTABLISHED -> hasUnreadBytes(idleNanos) ? SocketState.UNKNOWN : SocketState.OPEN;
      case CLOSE_WAIT -> SocketState.CLOSED;
      case CLOSED -> SocketState.RESET;
      default -> SocketState.UNKNOWN; // this side has begun to end it
    };
  }

  private boolean hasUnreadBytes(long idleNanos) {
    return info.lastDataRecv() + TICK_MILLIS < TimeUnit.NANOSECONDS.toMillis(idleNanos);
  }

  /**
   * Whether the far end's FIN, which was read, had set out before it had any of the {@code sent}
   * bytes that were written at once since: a FIN acknowledges what came before it, and only bytes
   * that meet a closed socket are answered by a reset. Known where they fit into one segment; of
   * more, the first ones may have arrived.
   */
  public boolean finPreceded(long sent) {
    return ask()
        && sent <= info.sndMss()
        && (info.state() == CLOSED || (info.state() == CLOSE_WAIT && info.unacked() > 0));
  }

  private boolean ask() {
    try {
      if (channel == null || !channel.isOpen()) {
        return false;
      }
      channel.tcpInfo(info);
      return true;
    } catch (ChannelException unasked) {
      return false;
    }
  }
}
