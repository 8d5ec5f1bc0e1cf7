// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.store.RunStore;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.util.NettyRuntime;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A recording reverse proxy for LLM APIs: what goes to {@code /<upstream>/…} goes on to that
 * upstream, bytes pass as they came, connections end as they ended, and each request leaves a run
 * in the store.
 *
 * <pre>{@code
 * var options =
 *     GatewayOptions.listeningOn(new InetSocketAddress("127.0.0.1", 7077))
 *         .serving(List.of(Upstream.parse("openai=https://api.openai.com")));
 * try (var store = RunStore.open(dir, RunClock.system());
 *     var gateway = Gateway.start(options, store)) { … }
 * }</pre>
 */
@SuppressWarnings("FutureReturnValueIgnored") // at the end nobody waits for failures any more
public final class Gateway implements AutoCloseable {

  /** Connections that the kernel may hold for us until we accept them. */
  private static final int BACKLOG = 1024;

  /** How long an end waits for the reading of files. */
  private static final Duration MAX_RECOLLECTION = Duration.ofSeconds(5);

  private final EventLoopGroup loops;
  private final ExecutorService lookups;
  private final Future<?> recollection;
  private final ChannelGroup clients;
  private final ShadowDrains shadows;
  private final Channel listening;
  private final Duration drain;

  private Gateway(
      EventLoopGroup loops,
      ExecutorService lookups,
      Future<?> recollection,
      ChannelGroup clients,
      ShadowDrains shadows,
      Channel listening,
      Duration drain) {
    this.loops = loops;
    this.lookups = lookups;
    this.recollection = recollection;
    this.clients = clients;
    this.shadows = shadows;
    this.listening = listening;
    this.drain = drain;
  }

  /**
   * Starts to listen. The store stays the caller's, to be closed after the gateway.
   *
   * @throws IOException if the address cannot be listened on, for example because it is taken
   * @throws IllegalArgumentException if the trusted certificates cannot be read
   */
  public static Gateway start(GatewayOptions options, RunStore store) throws IOException {
    return start(options, store, Surroundings.ofThisMachine(), Transport.best());
  }

  static Gateway start(
      GatewayOptions options, RunStore store, Surroundings machine, Transport transport)
      throws IOException {
    Guard guard = options.requireGuarded().entrance().guard(options.listen());
    UpstreamTls tls = UpstreamTls.trusting(options.trustedCertificates());
    SslContext listenerTls = options.entrance().tls();
    ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor();
    var dialler =
        new Dialler(
            transport,
            lookups,
            machine.names(),
            tls,
            options.proxies(),
            Math.toIntExact(options.longestConnect().toMillis()),
            machine.clock());
    var runs = new Runs(store, machine, options.key(), options.listener());
    var clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    var shadows = new ShadowDrains(options.longestShadowDrain());
    var wiring =
        new Wiring(
            byName(options.upstreams()),
            dialler,
            runs,
            new OwnPages(runs, Version.ours()),
            clients,
            options.key(),
            NativeDecoders.andThoseOfTheJdk(),
            options.maxConnections(),
            options.limits(),
            options.recovery(),
            shadows,
            options.http2Upstream(),
            guard);
    var loops =
        new MultiThreadIoEventLoopGroup(
            NettyRuntime.availableProcessors(),
            new DefaultThreadFactory("lastbyte-gateway", true),
            transport.io());
    var lanes = new Lanes(loops, machine.clock(), options.maxIdle());
    try {
      var arrivals = new Arrivals(wiring, lanes, listenerTls);
      Channel listening = listen(options.listen(), transport, loops, arrivals);
      listening.pipeline().addLast(new AcceptFailures(options.listener(), machine.clock()));
      var gateway =
          new Gateway(
              loops, lookups, recollection(runs), clients, shadows, listening, options.drain());
      options.listener().listening(gateway.address());
      runs.tellOfTrouble(); // its disk may have been full from the beginning
      return gateway;
    } catch (IOException e) {
      loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
      throw e;
    }
  }

  private static Map<String, Upstream> byName(List<Upstream> upstreams) {
    Map<String, Upstream> byName = new LinkedHashMap<>();
    upstreams.forEach(upstream -> byName.put(upstream.name(), upstream));
    return Collections.unmodifiableMap(byName);
  }

  /**
   * On a thread of the system: it may read for seconds what nobody has read yet, and a virtual one
   * would keep look-ups from being served.
   */
  private static Future<?> recollection(Runs runs) {
    var recollection = new FutureTask<>(runs::recall, null);
    Thread.ofPlatform().daemon().name("lastbyte-recollection").start(recollection);
    return recollection;
  }

  private static Channel listen(
      InetSocketAddress address, Transport transport, EventLoopGroup loops, Arrivals arrivals)
      throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(transport.listening())
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            // We end a connection ourselves, in the way that mirrors the other side's end.
            .childOption(ChannelOption.AUTO_CLOSE, false)
            .childHandler(arrivals)
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException("cannot listen on " + address, bound.cause());
    }
    return bound.channel();
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listening.localAddress();
  }

  /**
   * Accepts nothing more, lets open runs come to their end until the deadline, ends those that are
   * left, and returns when all is ended.
   */
  @Override
  public void close() {
    listening.close().awaitUninterruptibly();
    onEach(Served::drain);
    if (!clients.newCloseFuture().awaitUninterruptibly(drain.toMillis())) {
      onEach(Served::stop);
      clients.newCloseFuture().awaitUninterruptibly();
    }
    shadows.stop();
    lookups.shutdownNow();
    awaitRecollection();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  /** Returns when what was asked before this gateway began is known, or cannot be had. */
  void awaitRecollection() {
    try {
      recollection.get(MAX_RECOLLECTION.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException missed) {
      // A retry is taken for a first sending, no more.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void onEach(Consumer<Served> action) {
    for (Channel client : clients) {
      client
          .eventLoop()
          .execute(() -> {
            ClientSocket socket = client.pipeline().get(ClientSocket.class);
            ClientLink link = client.pipeline().get(ClientLink.class);
            if (socket != null) {
              action.accept(socket.connection());
            } else if (link != null) {
              action.accept(link);
            }
          });
    }
  }
}
