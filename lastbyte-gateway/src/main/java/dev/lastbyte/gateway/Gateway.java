// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.gateway.admin.AdminEndpoint;
import dev.lastbyte.gateway.client.AcceptFailureHandler;
import dev.lastbyte.gateway.client.ClientChannelInitializer;
import dev.lastbyte.gateway.client.ClientHttp1Handler;
import dev.lastbyte.gateway.client.ClientHttp2Connection;
import dev.lastbyte.gateway.client.DrainableConnection;
import dev.lastbyte.gateway.coding.NativeDecoders;
import dev.lastbyte.gateway.exchange.ExchangeFactory;
import dev.lastbyte.gateway.exchange.ShadowDrains;
import dev.lastbyte.gateway.exchange.Workers;
import dev.lastbyte.gateway.recording.RunRegistry;
import dev.lastbyte.gateway.security.AccessControl;
import dev.lastbyte.gateway.security.UpstreamTls;
import dev.lastbyte.gateway.transport.Transport;
import dev.lastbyte.gateway.upstream.ConnectorConfig;
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
  private static final Duration MAX_INDEX_LOAD = Duration.ofSeconds(5);

  private final EventLoopGroup loops;
  private final ExecutorService lookups;
  private final Future<?> indexLoading;
  private final ChannelGroup clients;
  private final ShadowDrains shadowDrains;
  private final Channel serverChannel;
  private final Duration drainTimeout;

  private Gateway(
      EventLoopGroup loops,
      ExecutorService lookups,
      Future<?> indexLoader,
      ChannelGroup clients,
      ShadowDrains shadowDrains,
      Channel listening,
      Duration drain) {
    this.loops = loops;
    this.lookups = lookups;
    this.indexLoading = indexLoader;
    this.clients = clients;
    this.shadowDrains = shadowDrains;
    this.serverChannel = listening;
    this.drainTimeout = drain;
  }

  /**
   * Starts to listen. The store stays the caller's, to be closed after the gateway.
   *
   * @throws IOException if the address cannot be listened on, for example because it is taken
   * @throws IllegalArgumentException if the trusted certificates cannot be read
   */
  public static Gateway start(GatewayOptions options, RunStore store) throws IOException {
    return start(options, store, Environment.system(), Transport.best());
  }

  static Gateway start(
      GatewayOptions options, RunStore store, Environment environment, Transport transport)
      throws IOException {
    AccessControl accessControl =
        options.requireProtected().security().accessControl(options.listen());
    UpstreamTls tls = UpstreamTls.trusting(options.trustedCertificates());
    SslContext listenerTls = options.security().tls();
    ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor();
    var connectorConfig =
        new ConnectorConfig(
            transport,
            lookups,
            environment.resolver(),
            tls,
            options.proxies(),
            Math.toIntExact(options.connectTimeout().toMillis()),
            environment.clock());
    var notifier = new ListenerNotifier(options.listener());
    var runs =
        new RunRegistry(store, environment.clock(), environment.random(), options.key(), notifier);
    var clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    var shadowDrains = new ShadowDrains(options.shadowDrainTimeout());
    var exchanges =
        new ExchangeFactory(
            byName(options.upstreams()),
            connectorConfig,
            runs,
            new AdminEndpoint(runs, Version.ours()),
            clients,
            options.key(),
            NativeDecoders.withJdkDecoders(),
            options.maxConnections(),
            options.clientTimeouts(),
            options.recovery(),
            shadowDrains,
            options.http2Upstream(),
            accessControl);
    var loops =
        new MultiThreadIoEventLoopGroup(
            NettyRuntime.availableProcessors(),
            new DefaultThreadFactory("lastbyte-gateway", true),
            transport.ioHandler());
    var workers = new Workers(loops, environment.clock(), options.maxIdle());
    try {
      var channelInitializer = new ClientChannelInitializer(exchanges, workers, listenerTls);
      Channel listening = listen(options.listen(), transport, loops, channelInitializer);
      listening
          .pipeline()
          .addLast(new AcceptFailureHandler(notifier::warning, environment.clock()));
      var gateway =
          new Gateway(
              loops,
              lookups,
              startIndexLoading(runs),
              clients,
              shadowDrains,
              listening,
              options.drainTimeout());
      options.listener().listening(gateway.address());
      runs.reportStoreHealth(); // its disk may have been full from the beginning
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
  private static Future<?> startIndexLoading(RunRegistry runs) {
    var indexLoader = new FutureTask<>(runs::loadEarlierQuestions, null);
    Thread.ofPlatform().daemon().name("lastbyte-recollection").start(indexLoader);
    return indexLoader;
  }

  private static Channel listen(
      InetSocketAddress address,
      Transport transport,
      EventLoopGroup loops,
      ClientChannelInitializer channelInitializer)
      throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(transport.serverChannel())
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            // We end a connection ourselves, in the way that mirrors the other side's end.
            .childOption(ChannelOption.AUTO_CLOSE, false)
            .childHandler(channelInitializer)
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException("cannot listen on " + address, bound.cause());
    }
    return bound.channel();
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) serverChannel.localAddress();
  }

  /**
   * Accepts nothing more, lets open runs come to their end until the deadline, ends those that are
   * left, and returns when all is ended.
   */
  @Override
  public void close() {
    serverChannel.close().awaitUninterruptibly();
    forEachConnection(DrainableConnection::drain);
    if (!clients.newCloseFuture().awaitUninterruptibly(drainTimeout.toMillis())) {
      forEachConnection(DrainableConnection::stop);
      clients.newCloseFuture().awaitUninterruptibly();
    }
    shadowDrains.stop();
    lookups.shutdownNow();
    awaitIndexLoaded();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  /** Returns when what was asked before this gateway began is known, or cannot be had. */
  void awaitIndexLoaded() {
    try {
      indexLoading.get(MAX_INDEX_LOAD.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException missed) {
      // A retry is taken for a first sending, no more.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forEachConnection(Consumer<DrainableConnection> action) {
    for (Channel client : clients) {
      client
          .eventLoop()
          .execute(() -> {
            ClientHttp1Handler socket = client.pipeline().get(ClientHttp1Handler.class);
            ClientHttp2Connection http2 = client.pipeline().get(ClientHttp2Connection.class);
            if (socket != null) {
              action.accept(socket.connection());
            } else if (http2 != null) {
              action.accept(http2);
            }
          });
    }
  }
}
