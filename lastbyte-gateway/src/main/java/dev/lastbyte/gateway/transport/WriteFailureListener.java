// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.transport;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Reports each write of a connection to its {@link CloseDetector}, also those that a protocol makes
 * by itself (an acknowledgement, a window update, an alert): any of them may take the kernel's one
 * report of a reset. To stand first in the pipeline.
 */
public final class WriteFailureListener extends ChannelOutboundHandlerAdapter {

  private final ChannelFutureListener writeCompleted;

  public WriteFailureListener(CloseDetector closeDetector) {
    this.writeCompleted = write -> closeDetector.writeCompleted(write.cause());
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the promise is the caller's, who looks at it
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    ctx.write(message, promise.unvoid().addListener(writeCompleted));
  }
}
