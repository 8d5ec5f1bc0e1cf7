// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.LocalClosed;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ConnectionEvent.Connected;
import dev.lastbyte.core.event.ConnectionEvent.DialFailed;
import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.event.ConnectionEvent.DialStarted;
import dev.lastbyte.core.event.ConnectionEvent.LookupFailed;
import dev.lastbyte.core.event.ConnectionEvent.LookupFailure;
import dev.lastbyte.core.event.ConnectionEvent.LookupStarted;
import dev.lastbyte.core.event.ConnectionEvent.ProxyFailed;
import dev.lastbyte.core.event.ConnectionEvent.ProxyFailure;
import dev.lastbyte.core.event.ConnectionEvent.ProxyStarted;
import dev.lastbyte.core.event.ConnectionEvent.TlsDone;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailed;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailure;
import dev.lastbyte.core.event.ConnectionEvent.TlsStarted;
import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.gateway.upstream.ConnectResult.Established;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One connection being opened for one run: look-up, TCP, the proxy if there is one, TLS. The
 * addresses of a name are tried one after the other, and only the last one's failure is recorded. A
 * proxy that cannot be reached has failed, not the provider. Used on its event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
final class ConnectAttempt {

  private final ConnectorConfig connectorConfig;
  private final UpstreamTarget upstream;
  private final @Nullable ProxyAddress proxy;
  private final UpstreamPools pools;
  private final RecordedRun run;
  private final boolean http2;
  private final ConnectCallback callback;
  private @Nullable Channel channel;
  private @Nullable Long roundTripNanos;
  private boolean cancelled;

  /**
   * @param http2 whether HTTP/2 is to be spoken, if the provider does
   */
  ConnectAttempt(
      ConnectorConfig connectorConfig,
      UpstreamTarget upstream,
      UpstreamPools pools,
      RecordedRun run,
      boolean http2,
      ConnectCallback callback) {
    this.connectorConfig = connectorConfig;
    this.upstream = upstream;
    this.proxy = upstream.proxy();
    this.pools = pools;
    this.run = run;
    this.http2 = http2;
    this.callback = callback;
  }

  void start() {
    InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host());
    if (literal != null) {
      tryAddresses(new InetAddress[] {literal});
      return;
    }
    run.record(new LookupStarted(run.upstreamStamp()));
    connectorConfig.lookups().execute(this::resolve);
  }

  private String host() {
    return proxy == null ? upstream.host() : proxy.host();
  }

  private int port() {
    return proxy == null ? upstream.port() : proxy.port();
  }

  /** The connection is not wanted any more; the callback is not called after this. */
  void cancel() {
    cancelled = true;
    if (channel != null) {
      channel.close();
    }
  }

  private void resolve() {
    Runnable next = outcomeOfLookup();
    pools.context().loop().execute(next);
  }

  private Runnable outcomeOfLookup() {
    try {
      InetAddress[] addresses = connectorConfig.resolver().resolve(host());
      return addresses.length == 0
          ? () -> resolveFailed(LookupFailure.NOT_FOUND)
          : () -> tryAddresses(addresses);
    } catch (UnknownHostException e) {
      return () -> resolveFailed(FailureClassifier.ofLookup(e));
    } catch (RuntimeException resolverFault) { // it leaves no address either
      return () -> resolveFailed(LookupFailure.NOT_FOUND);
    }
  }

  private void resolveFailed(LookupFailure reason) {
    if (cancelled) {
      return;
    }
    if (proxy != null) {
      proxyUnreachable(ProxyFailure.CLOSED);
      return;
    }
    run.record(new LookupFailed(run.upstreamStamp(), reason));
    callback.connectFinished(ConnectFailure.of(reason));
  }

  private void tryAddresses(InetAddress[] addresses) {
    if (!cancelled) {
      run.record(new DialStarted(run.upstreamStamp()));
      tryAddress(addresses, 0);
    }
  }

  private void tryAddress(InetAddress[] addresses, int index) {
    var address = new InetSocketAddress(addresses[index], port());
    long startedAtNanos = connectorConfig.clock().nanos();
    ChannelFuture connecting = connectorConfig.bootstrap(pools.context().loop()).connect(address);
    channel = connecting.channel();
    connecting.addListener(future -> {
      if (cancelled) {
        return;
      }
      if (future.isSuccess()) {
        roundTripMeasured(startedAtNanos);
        tcpConnected(connecting.channel());
      } else if (index + 1 < addresses.length) {
        tryAddress(addresses, index + 1);
      } else {
        connectFailed(future.cause());
      }
    });
  }

  /** A step that takes the far end one round trip is done. */
  private void roundTripMeasured(long startedAtNanos) {
    roundTripNanos = connectorConfig.clock().nanos() - startedAtNanos;
  }

  private void connectFailed(Throwable cause) {
    var reason = FailureClassifier.ofConnect(cause);
    if (proxy != null && reason != DialFailure.EXHAUSTED) {
      proxyUnreachable(reason == DialFailure.TIMEOUT ? ProxyFailure.TIMEOUT : ProxyFailure.CLOSED);
      return;
    }
    run.record(new DialFailed(run.upstreamStamp(), reason));
    callback.connectFinished(ConnectFailure.of(reason));
  }

  private void tcpConnected(Channel channel) {
    run.record(new Connected(run.upstreamStamp()));
    if (proxy == null) {
      startTls(channel);
      return;
    }
    run.record(new ProxyStarted(run.upstreamStamp()));
    channel
        .pipeline()
        .addLast(
            new ProxyTunnel(
                proxy, connectorConfig.stepTimeoutMillis(), new TunnelListener(channel)));
  }

  private final class TunnelListener implements ProxyTunnel.Listener {

    private final long startedAtNanos = connectorConfig.clock().nanos();
    private final Channel channel;

    TunnelListener(Channel channel) {
      this.channel = channel;
    }

    @Override
    public void opened() {
      if (!cancelled) {
        roundTripMeasured(startedAtNanos); // through the proxy, unlike the dial before it
        startTls(channel);
      }
    }

    @Override
    public void failed(ProxyFailure reason, @Nullable CloseMark end) {
      channel.close();
      if (!cancelled) {
        run.record(new ProxyFailed(run.upstreamStamp(), reason));
        run.record(
            end == null
                ? new LocalClosed(run.upstreamStamp(), CloseMark.FIN, 0, 0)
                : new PeerClosed(run.upstreamStamp(), end, 0, 0));
        callback.connectFinished(ConnectFailure.of(reason));
      }
    }
  }

  /** There was no connection to the proxy. */
  private void proxyUnreachable(ProxyFailure reason) {
    run.record(new ProxyFailed(run.upstreamStamp(), reason));
    callback.connectFinished(ConnectFailure.of(reason));
  }

  /** The TCP connection leads to the provider. */
  private void startTls(Channel channel) {
    if (upstream.priorKnowledge()) {
      startHttp2(channel);
      return;
    }
    var connection =
        new UpstreamHttp1Connection(
            upstream,
            channel,
            pools.http1(),
            pools.context().flushes(),
            connectorConfig.clock(),
            roundTripNanos);
    if (!upstream.tls()) {
      channel.pipeline().addLast(connection);
      callback.connectFinished(new Established(connection));
      return;
    }
    run.record(new TlsStarted(run.upstreamStamp()));
    SslHandler tls = connectorConfig.newTlsHandler(upstream, channel, http2);
    channel.pipeline().addLast(tls, connection);
    tls.handshakeFuture().addListener(done -> handshakeDone(tls, connection, done.cause()));
  }

  /** Speaks HTTP/2 on the connection, which other runs may share from now on. */
  private void startHttp2(Channel channel) {
    UpstreamHttp2Connection.start(
            channel, upstream, pools.http2(), connectorConfig.clock(), roundTripNanos)
        .openStream(callback);
  }

  private void handshakeDone(
      SslHandler tls, UpstreamHttp1Connection connection, @Nullable Throwable failure) {
    if (cancelled) {
      return;
    }
    if (failure == null) {
      run.record(new TlsDone(run.upstreamStamp()));
      protocolNegotiated(tls, connection);
      return;
    }
    var reason = FailureClassifier.ofHandshake(failure);
    run.record(new TlsFailed(run.upstreamStamp(), reason));
    run.record(closeEvent(failure, reason));
    connection.close();
    callback.connectFinished(ConnectFailure.of(reason));
  }

  /** Goes on with the HTTP that both sides chose (RFC 7301). */
  private void protocolNegotiated(SslHandler tls, UpstreamHttp1Connection connection) {
    if (ApplicationProtocolNames.HTTP_2.equals(tls.applicationProtocol())) {
      ChannelPipeline pipeline = Objects.requireNonNull(channel).pipeline();
      pipeline.remove(connection);
      startHttp2(pipeline.channel());
      return;
    }
    if (http2) {
      pools.http2().markHttp1Only(upstream);
    }
    callback.connectFinished(new Established(connection));
  }

  /**
   * Which side broke the handshake off: an alert ends it for both sides at once (RFC 8446 §6.2).
   */
  private CloseEvent closeEvent(Throwable failure, TlsFailure reason) {
    return FailureClassifier.isCausedByPeer(failure, reason)
        ? new PeerClosed(run.upstreamStamp(), FailureClassifier.closeMarkOf(failure, reason), 0, 0)
        : new LocalClosed(run.upstreamStamp(), CloseMark.FIN, 0, 0);
  }
}
