// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.gateway.http2.DownstreamStreamCodec;
import dev.lastbyte.gateway.http2.EndOfResponse;
import dev.lastbyte.gateway.transport.CloseKind;
import dev.lastbyte.gateway.transport.EventLoopContext;
import io.netty.channel.Channel;

/** What goes to a client on one stream of its connection, and how it ends. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
final class ClientStreamOutput extends ClientOutput {

  private final Channel channel;
  private final DownstreamStreamCodec stream;

  ClientStreamOutput(Channel channel, EventLoopContext context, DownstreamStreamCodec stream) {
    super(channel, context);
    this.channel = channel;
    this.stream = stream;
  }

  @Override
  public CloseKind mirror(CloseKind ofProvider) {
    return stream.isCompleteOnClose(ofProvider.isOrderly())
        ? new CloseKind.ConnectionClose(CloseMark.FIN)
        : new CloseKind.StreamClose(ofProvider.resetCode());
  }

  @Override
  void end(CloseKind end) {
    channel.writeAndFlush(new EndOfResponse(end.isOrderly(), end.resetCode()));
  }
}
