// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.gateway.transport.CloseKind;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;

/** Takes a response's bytes to a client. Used on its event loop only. */
public interface ResponseSink {

  /** The address of the client's host; empty if it is not known. */
  String clientHost();

  /** Takes over bytes, and sends them in this turn of the loop. */
  void write(ByteBuf bytes);

  /** Sends as above; the result is done when the kernel has taken the bytes. */
  ChannelFuture send(ByteBuf bytes);

  /** Runs {@code then} when the kernel has taken all that was written, or never will. */
  void whenFlushed(Runnable then);

  /** How the client gets to see an end of the provider. */
  CloseKind mirror(CloseKind ofProvider);
}
