// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;

/**
 * An exchange's side towards its provider: a connection of its own, or a stream of a shared one.
 */
interface ProviderSide {

  /** From now on what happens is told to that one. */
  void serve(ProviderListener listener);

  /** Whether answers come in the frames of HTTP/2. */
  boolean speaksInFrames();

  /** Sends bytes of the request; the result is done when the kernel has taken them. */
  ChannelFuture send(ByteBuf bytes);

  /** Whether more can be sent without waiting. */
  boolean takesMore();

  /** Reads on, or lets the provider wait. */
  void keepReading(boolean reading);

  /** What an end from this side looks like on the wire. */
  SideEnd ownEnd();

  /** The exchange is over, and left everything in order. */
  void rest();

  /** Ends it from this side; its listener hears no more of it. */
  void close();
}
