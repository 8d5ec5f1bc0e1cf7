// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.gateway.http2.EndOfAnswer;
import dev.lastbyte.gateway.http2.ServedStream;
import io.netty.channel.Channel;

/** What goes to a client on one stream of its connection, and how it ends. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
final class StreamOutput extends ClientOutput {

  private final Channel channel;
  private final ServedStream stream;

  StreamOutput(Channel channel, Lane lane, ServedStream stream) {
    super(channel, lane);
    this.channel = channel;
    this.stream = stream;
  }

  @Override
  SideEnd mirrored(SideEnd ofProvider) {
    return stream.endsWhole(ofProvider.isOrderly())
        ? new SideEnd.OfConnection(CloseMark.FIN)
        : new SideEnd.OfStream(ofProvider.codeForOthers());
  }

  @Override
  void end(SideEnd end) {
    channel.writeAndFlush(new EndOfAnswer(end.isOrderly(), end.codeForOthers()));
  }
}
