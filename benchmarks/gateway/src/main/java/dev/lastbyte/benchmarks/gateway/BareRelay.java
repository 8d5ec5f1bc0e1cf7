// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A relay on the transport of our gateway that looks at nothing: no HTTP, no pool, no limits, no
 * record. What it costs is about what is spent on this transport before a byte was looked at; not a
 * strict bound, since it sends each piece at once and our gateway at the end of a turn.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails ends the connection
public final class BareRelay {

  private static final int BACKLOG = 4096;

  private BareRelay() {}

  /**
   * Runs until it is ended.
   *
   * @param args where it listens, and the port of the provider
   */
  public static void main(String[] args) throws InterruptedException {
    int provider = Integer.parseInt(args[1]);
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    new ServerBootstrap()
        .group(loops)
        .channel(EpollServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.AUTO_READ, false)
        .childHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel client) {
                dial(client, provider);
              }
            })
        .bind(local(Integer.parseInt(args[0])))
        .sync()
        .channel()
        .closeFuture()
        .sync();
  }

  private static InetSocketAddress local(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Gives a client a connection of its own to the provider, and reads when it is there. */
  private static void dial(Channel client, int provider) {
    ChannelFuture dialled =
        new Bootstrap()
            .group(client.eventLoop())
            .channel(EpollSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(new To(client))
            .connect(local(provider));
    client.pipeline().addLast(new To(dialled.channel()));
    dialled.addListener(done -> client.config().setAutoRead(true));
  }

  /** Passes what comes to the other side, and ends it when this one has ended. */
  private static final class To extends ChannelInboundHandlerAdapter {

    private final Channel other;

    To(Channel other) {
      this.other = other;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
      other.writeAndFlush(bytes, other.voidPromise());
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      other.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }
}
