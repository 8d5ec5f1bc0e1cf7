// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A reset that a protocol's own write met, such as a window update's, is no truncation. */
class WriteFailureListenerTest {

  private final CloseDetector closeDetector = new CloseDetector(true);

  private final EmbeddedChannel channel =
      new EmbeddedChannel(new ResetSocket(), new WriteFailureListener(closeDetector));

  private static final class ResetSocket extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      ReferenceCountUtil.release(message);
      promise.setFailure(new IOException("Connection reset by peer"));
    }
  }

  @Test
  void writeWithoutAPromise_reportsTheReset() {
    channel.write(Unpooled.EMPTY_BUFFER, channel.voidPromise());

    assertThat(closeDetector.ofTcpEnd()).isEqualTo(CloseMark.RST);
  }

  @Test
  void writeWithAPromise_reportsTheReset_andFails() {
    ChannelPromise promise = channel.newPromise();
    channel.write(Unpooled.EMPTY_BUFFER, promise);

    assertThat(promise.cause()).hasMessageContaining("reset");
    assertThat(closeDetector.ofTcpEnd()).isEqualTo(CloseMark.RST);
  }

  @Test
  void withoutAWrite_anEndIsATruncation() {
    assertThat(closeDetector.ofTcpEnd()).isEqualTo(CloseMark.TLS_TRUNCATED);
  }
}
