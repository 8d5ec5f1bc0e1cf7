// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.gateway.admin.AdminEndpoint;
import dev.lastbyte.gateway.client.AcceptFailureHandler;
import dev.lastbyte.gateway.client.ClientChannelInitializer;
import dev.lastbyte.gateway.client.ClientContext;
import dev.lastbyte.gateway.client.DrainableConnection;
import dev.lastbyte.gateway.client.HeadMemory;
import dev.lastbyte.gateway.client.NonTlsClients;
import dev.lastbyte.gateway.coding.NativeDecoders;
import dev.lastbyte.gateway.exchange.ExchangeFactory;
import dev.lastbyte.gateway.exchange.ShadowDrains;
import dev.lastbyte.gateway.exchange.Workers;
import dev.lastbyte.gateway.recording.RunRegistry;
import dev.lastbyte.gateway.security.AccessControl;
import dev.lastbyte.gateway.security.ListenerSecurity;
import dev.lastbyte.gateway.security.UpstreamTls;
import dev.lastbyte.gateway.transport.Transport;
import dev.lastbyte.gateway.upstream.ConnectorConfig;
import dev.lastbyte.gateway.upstream.UpstreamTarget;
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
 *     GatewayOptions.builder(new InetSocketAddress("127.0.0.1", 7077))
 *         .upstreams(List.of(Upstream.parse("openai=https://api.openai.com")))
 *         .build();
 * try (var store = RunStore.open(dir, RunClock.system());
 *     var gateway = Gateway.start(options, store)) { … }
 * }</pre>
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failure at the end has no receiver any more
public final class Gateway implements AutoCloseable {

  /** Connections that the kernel may hold until they are accepted. */
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
    ListenerSecurity security = options.requireProtected().security();
    AccessControl accessControl = security.accessControl(options.listen());
    SslContext listenerTls = security.tls();
    ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor();
    ConnectorConfig connectorConfig = connectorConfig(options, environment, transport, lookups);
    var notifier = new ListenerNotifier(options.listener());
    var runs =
        new RunRegistry(
            store, environment.clock(), environment.random(), options.hashKey(), notifier);
    var clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    var shadowDrains = new ShadowDrains(options.shadowDrainTimeout());
    var exchanges =
        new ExchangeFactory(
            connectorConfig,
            runs,
            options.hashKey(),
            NativeDecoders.withJdkDecoders(),
            options.recovery().limits(),
            shadowDrains,
            options.http2Upstream(),
            accessControl.token() != null);
    var clientContext =
        new ClientContext(
            targets(options),
            exchanges,
            new AdminEndpoint(runs, Version.current()),
            accessControl,
            clients,
            options.maxConnections(),
            options.clientTimeouts(),
            HeadMemory.ofThisProcess(),
            new NonTlsClients(notifier::warning, environment.clock()));
    var loops =
        new MultiThreadIoEventLoopGroup(
            NettyRuntime.availableProcessors(),
            new DefaultThreadFactory("lastbyte-gateway", true),
            transport.ioHandler());
    var workers = new Workers(loops, environment.clock(), options.maxIdle());
    try {
      var channelInitializer = new ClientChannelInitializer(clientContext, workers, listenerTls);
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

  private static ConnectorConfig connectorConfig(
      GatewayOptions options,
      Environment environment,
      Transport transport,
      ExecutorService lookups) {
    return new ConnectorConfig(
        transport,
        lookups,
        environment.resolver(),
        UpstreamTls.trusting(options.trustedCertificates()),
        Math.toIntExact(options.connectTimeout().toMillis()),
        environment.clock());
  }

  /** The upstreams by name, each with the proxy that leads to it. */
  private static Map<String, UpstreamTarget> targets(GatewayOptions options) {
    Map<String, UpstreamTarget> targets = new LinkedHashMap<>();
    for (Upstream upstream : options.upstreams()) {
      targets.put(upstream.name(), upstream.target(options.proxies()));
    }
    return Collections.unmodifiableMap(targets);
  }

  /**
   * On a thread of the system: it may read for seconds what no cache holds yet, and a virtual
   * thread would keep look-ups from being served.
   */
  private static Future<?> startIndexLoading(RunRegistry runs) {
    var indexLoader = new FutureTask<>(runs::loadEarlierQuestions, null);
    Thread.ofPlatform().daemon().name("lastbyte-question-index").start(indexLoader);
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
            // The gateway ends a connection itself, in the way that mirrors the other side's end.
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
   * left, and returns when all have ended.
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

  /** Returns when the questions asked before this gateway began are known, or cannot be had. */
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
            DrainableConnection connection = ClientChannelInitializer.connectionOf(client);
            if (connection != null) {
              action.accept(connection);
            }
          });
    }
  }
}
