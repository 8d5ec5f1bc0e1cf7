// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.LocalClosed;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ConnectionEvent.Connected;
import dev.lastbyte.core.event.ConnectionEvent.DialFailed;
import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.event.ConnectionEvent.DialStarted;
import dev.lastbyte.core.event.ConnectionEvent.LookupFailed;
import dev.lastbyte.core.event.ConnectionEvent.LookupStarted;
import dev.lastbyte.core.event.ConnectionEvent.ProxyFailed;
import dev.lastbyte.core.event.ConnectionEvent.ProxyFailure;
import dev.lastbyte.core.event.ConnectionEvent.ProxyStarted;
import dev.lastbyte.core.event.ConnectionEvent.TlsDone;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailed;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailure;
import dev.lastbyte.core.event.ConnectionEvent.TlsStarted;
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
 * One connection being opened for one exchange: look-up, TCP, the proxy if there is one, TLS. The
 * addresses of a name are tried one after the other, and only the last one's failure is recorded. A
 * proxy that cannot be reached has failed, not the provider. Used on its event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
final class Dial {

  private final Dialler dialler;
  private final Exchange exchange;
  private final RecordedRun run;
  private final Upstream upstream;
  private final @Nullable HttpProxy proxy;
  private final Lane lane;
  private final boolean inFrames;
  private @Nullable Channel channel;
  private boolean cancelled;

  Dial(Dialler dialler, Exchange exchange, Upstream upstream, Lane lane, boolean inFrames) {
    this.dialler = dialler;
    this.exchange = exchange;
    this.run = exchange.run();
    this.upstream = upstream;
    this.proxy = dialler.proxies().proxyFor(upstream);
    this.lane = lane;
    this.inFrames = inFrames;
  }

  void start() {
    InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host());
    if (literal != null) {
      dialAll(new InetAddress[] {literal});
      return;
    }
    run.record(new LookupStarted(run.up()));
    dialler.lookups().execute(this::lookUp);
  }

  private String host() {
    return proxy == null ? upstream.host() : proxy.host();
  }

  private int port() {
    return proxy == null ? upstream.port() : proxy.port();
  }

  /** Nobody waits for the connection any more; the exchange hears nothing after this. */
  void cancel() {
    cancelled = true;
    if (channel != null) {
      channel.close();
    }
  }

  private void lookUp() {
    try {
      InetAddress[] addresses = dialler.names().addressesOf(host());
      lane.loop().execute(() -> dialAll(addresses));
    } catch (UnknownHostException e) {
      lane.loop().execute(() -> lookupFailed(e));
    }
  }

  private void lookupFailed(UnknownHostException e) {
    if (cancelled) {
      return;
    }
    if (proxy != null) {
      noProxy(ProxyFailure.CLOSED);
      return;
    }
    var why = Failures.ofLookup(e);
    run.record(new LookupFailed(run.up(), why));
    exchange.unreachable(Unreachable.because(why));
  }

  private void dialAll(InetAddress[] addresses) {
    if (!cancelled) {
      run.record(new DialStarted(run.up()));
      dial(addresses, 0);
    }
  }

  private void dial(InetAddress[] addresses, int index) {
    var address = new InetSocketAddress(addresses[index], port());
    ChannelFuture dialling = dialler.bootstrap(lane).connect(address);
    channel = dialling.channel();
    dialling.addListener(future -> {
      if (cancelled) {
        return;
      }
      if (future.isSuccess()) {
        connected(dialling.channel());
      } else if (index + 1 < addresses.length) {
        dial(addresses, index + 1);
      } else {
        dialFailed(future.cause());
      }
    });
  }

  private void dialFailed(Throwable cause) {
    var why = Failures.ofDial(cause);
    if (proxy != null && why != DialFailure.EXHAUSTED) {
      noProxy(why == DialFailure.TIMEOUT ? ProxyFailure.TIMEOUT : ProxyFailure.CLOSED);
      return;
    }
    run.record(new DialFailed(run.up(), why));
    exchange.unreachable(Unreachable.because(why));
  }

  private void connected(Channel channel) {
    run.record(new Connected(run.up()));
    if (proxy == null) {
      secure(channel);
      return;
    }
    run.record(new ProxyStarted(run.up()));
    channel
        .pipeline()
        .addLast(new ProxyTunnel(proxy, upstream, dialler.stepMillis(), new AtProxy(channel)));
  }

  private final class AtProxy implements ProxyTunnel.Told {

    private final Channel channel;

    AtProxy(Channel channel) {
      this.channel = channel;
    }

    @Override
    public void open() {
      if (!cancelled) {
        secure(channel);
      }
    }

    @Override
    public void failed(ProxyFailure why, @Nullable CloseMark end) {
      channel.close();
      if (!cancelled) {
        run.record(new ProxyFailed(run.up(), why));
        run.record(
            end == null
                ? new LocalClosed(run.up(), CloseMark.FIN, 0, 0)
                : new PeerClosed(run.up(), end, 0, 0));
        exchange.unreachable(Unreachable.because(why));
      }
    }
  }

  /** There was no connection to it. */
  private void noProxy(ProxyFailure why) {
    run.record(new ProxyFailed(run.up(), why));
    exchange.unreachable(Unreachable.because(why));
  }

  /** The TCP connection leads to the provider. */
  private void secure(Channel channel) {
    if (upstream.priorKnowledge()) {
      share(channel);
      return;
    }
    var connection = new ProviderConnection(upstream, channel, lane, dialler.clock());
    if (!upstream.tls()) {
      channel.pipeline().addLast(connection);
      exchange.connected(connection);
      return;
    }
    run.record(new TlsStarted(run.up()));
    SslHandler tls = dialler.handshakerFor(upstream, channel, inFrames);
    channel.pipeline().addLast(tls, connection);
    tls.handshakeFuture().addListener(done -> shaken(tls, connection, done.cause()));
  }

  /** HTTP/2 is spoken on it, and others may come to use it too. */
  private void share(Channel channel) {
    ProviderLink.on(channel, upstream, lane.links(), dialler.clock()).open(exchange);
  }

  private void shaken(SslHandler tls, ProviderConnection connection, @Nullable Throwable failure) {
    if (cancelled) {
      return;
    }
    if (failure == null) {
      run.record(new TlsDone(run.up()));
      agreed(tls, connection);
      return;
    }
    var why = Failures.ofHandshake(failure);
    run.record(new TlsFailed(run.up(), why));
    run.record(closing(failure, why));
    connection.close();
    exchange.unreachable(Unreachable.because(why));
  }

  /** Goes on with the HTTP that both sides chose (RFC 7301). */
  private void agreed(SslHandler tls, ProviderConnection connection) {
    if (ApplicationProtocolNames.HTTP_2.equals(tls.applicationProtocol())) {
      ChannelPipeline pipeline = Objects.requireNonNull(channel).pipeline();
      pipeline.remove(connection);
      share(pipeline.channel());
      return;
    }
    if (inFrames) {
      lane.links().knowWithout(upstream);
    }
    exchange.connected(connection);
  }

  /** Who broke the handshake off: an alert ends it for both sides at once (RFC 8446 §6.2). */
  private CloseEvent closing(Throwable failure, TlsFailure why) {
    return Failures.isOfPeer(failure, why)
        ? new PeerClosed(run.up(), Failures.markOf(failure, why), 0, 0)
        : new LocalClosed(run.up(), CloseMark.FIN, 0, 0);
  }
}
