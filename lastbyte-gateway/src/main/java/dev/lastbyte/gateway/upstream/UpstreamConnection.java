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

  /** From now on what happens is told to that one. */
  void attach(UpstreamListener listener);

  /** Whether answers come in the frames of HTTP/2. */
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
