// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.gateway.transport.CloseKind;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;

/**
 * An exchange's side towards its provider: a connection of its own, or a stream of a shared one.
 */
public interface UpstreamConnection {

  /** Calls that listener from now on. */
  void attach(UpstreamListener listener);

  /** Whether HTTP/2 is spoken. */
  boolean isHttp2();

  /** Sends bytes of the request; the result is done when the kernel has taken them. */
  ChannelFuture send(ByteBuf bytes);

  /** Whether more can be sent without waiting. */
  boolean isWritable();

  /** Reads on, or lets the provider wait. */
  void setReading(boolean reading);

  /** What an end from this side looks like on the wire. */
  CloseKind localCloseKind();

  /** The exchange is over, and left everything in order. */
  void release();

  /** Ends it from this side; its listener hears no more of it. */
  void close();
}
