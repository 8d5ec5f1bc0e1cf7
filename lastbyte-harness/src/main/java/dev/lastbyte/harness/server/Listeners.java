// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import dev.lastbyte.harness.Endpoint;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.engine.ServerContext;
import dev.lastbyte.harness.proxy.ConnectProxy;
import dev.lastbyte.harness.proxy.FullBacklog;
import dev.lastbyte.harness.proxy.ProxyBehavior;
import dev.lastbyte.harness.tls.BrokenHandshake;
import dev.lastbyte.harness.tls.CertificateAuthority;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every address at which scenarios are met. Those beside the plain port are opened when the first
 * one asks for them. Safe for use by many threads.
 */
final class Listeners implements AutoCloseable {
  private static final String UNKNOWN_NAME = "lastbyte-harness.invalid";
  private static final List<String> HTTP_1 = List.of("http/1.1");
  private static final List<String> HTTP_2_FIRST = List.of("h2", "http/1.1");

  private final ConnectionHandlers hosts;
  private final Listener plain;
  private final int tlsPort;
  private final Map<Way, Opened> opened = new EnumMap<>(Way.class);
  private @Nullable CertificateAuthority authority;

  private Listeners(ConnectionHandlers hosts, Listener plain, int tlsPort) {
    this.hosts = hosts;
    this.tlsPort = tlsPort;
    this.plain = plain;
  }

  static Listeners open(InetSocketAddress address, int tlsPort, ServerContext serverContext)
      throws IOException {
    var hosts = new ConnectionHandlers(serverContext);
    return new Listeners(hosts, Listener.open(address, hosts.plain()), tlsPort);
  }

  /** An address of its own, and how to give it back. */
  private record Opened(InetSocketAddress address, Closeable closing) {}

  /** What an address beside the plain port is for. */
  private enum Way {
    TLS,
    H2,
    UNTRUSTED,
    WRONG_HOST,
    ALERT,
    FIN,
    STALL,
    REFUSING,
    BACKLOG,
    PROXY,
    PROXY_403,
    PROXY_407,
    PROXY_EOF
  }

  InetSocketAddress plain() {
    return plain.address();
  }

  /** For HTTP/2 and HTTP/1.1, inside TLS. */
  InetSocketAddress tls() {
    return address(Way.H2);
  }

  /** The authority behind every certificate that is to be trusted. */
  synchronized CertificateAuthority authority() {
    if (authority == null) {
      authority = CertificateAuthority.create();
    }
    return authority;
  }

  URI baseUrl(Scenario scenario, Framing framing) {
    String path = "/" + scenario.segment(framing);
    return switch (scenario.endpoint()) {
      case SERVER, PROXY, PROXY_403, PROXY_407, PROXY_EOF -> servedAddress(framing, path);
      case UNKNOWN_NAME -> URI.create("http://" + UNKNOWN_NAME + path);
      case REFUSING_PORT -> uri("http", address(Way.REFUSING), path);
      case FULL_BACKLOG -> uri("http", address(Way.BACKLOG), path);
      case UNTRUSTED_CERTIFICATE -> uri("https", address(Way.UNTRUSTED), path);
      case WRONG_HOST_CERTIFICATE -> uri("https", address(Way.WRONG_HOST), path);
      case HANDSHAKE_ALERT -> uri("https", address(Way.ALERT), path);
      case HANDSHAKE_FIN -> uri("https", address(Way.FIN), path);
      case HANDSHAKE_STALL -> uri("https", address(Way.STALL), path);
    };
  }

  /** The proxy that a client has to go by for scenarios of that venue; null where none. */
  @Nullable InetSocketAddress proxy(Endpoint endpoint) {
    return switch (endpoint) {
      case PROXY -> address(Way.PROXY);
      case PROXY_403 -> address(Way.PROXY_403);
      case PROXY_407 -> address(Way.PROXY_407);
      case PROXY_EOF -> address(Way.PROXY_EOF);
      case SERVER,
          REFUSING_PORT,
          UNKNOWN_NAME,
          FULL_BACKLOG,
          UNTRUSTED_CERTIFICATE,
          WRONG_HOST_CERTIFICATE,
          HANDSHAKE_ALERT,
          HANDSHAKE_FIN,
          HANDSHAKE_STALL ->
          null;
    };
  }

  @Override
  public synchronized void close() throws IOException {
    plain.close();
    for (Opened each : List.copyOf(opened.values())) {
      each.closing().close();
    }
  }

  private URI servedAddress(Framing framing, String path) {
    return switch (framing) {
      case CHUNKED, LENGTH, CLOSE_DELIMITED -> uri("http", plain(), path);
      case WEBSOCKET -> uri("ws", plain(), path);
      case TLS -> uri("https", address(Way.TLS), path);
      case H2 -> uri("https", address(Way.H2), path);
    };
  }

  private synchronized InetSocketAddress address(Way way) {
    try {
      Opened portListener = opened.get(way);
      if (portListener == null) {
        portListener = open(way);
        opened.put(way, portListener);
      }
      return portListener.address();
    } catch (IOException e) {
      throw new UncheckedIOException("an address for " + way + " must be had", e);
    }
  }

  private Opened open(Way way) throws IOException {
    return switch (way) {
      case TLS -> tls(0, authority(), names(), HTTP_1);
      case H2 -> tls(tlsPort, authority(), names(), HTTP_2_FIRST);
      case UNTRUSTED -> tls(0, CertificateAuthority.create(), names(), HTTP_1);
      case WRONG_HOST -> tls(0, authority(), List.of("wrong-host.invalid"), HTTP_1);
      case ALERT -> listener(0, ConnectionHandlers.broken(BrokenHandshake.ALERT));
      case FIN -> listener(0, ConnectionHandlers.broken(BrokenHandshake.FIN));
      case STALL -> listener(0, ConnectionHandlers.broken(BrokenHandshake.STALL));
      case REFUSING -> refusing();
      case BACKLOG -> backlog();
      case PROXY -> proxy(ProxyBehavior.TUNNELS);
      case PROXY_403 -> proxy(ProxyBehavior.FORBIDS);
      case PROXY_407 -> proxy(ProxyBehavior.WANTS_CREDENTIALS);
      case PROXY_EOF -> proxy(ProxyBehavior.ENDS);
    };
  }

  private Opened tls(
      int port, CertificateAuthority signer, List<String> names, List<String> protocols)
      throws IOException {
    return listener(port, hosts.tls(signer.serverContext(names), protocols));
  }

  private Opened listener(int port, Listener.Handler host) throws IOException {
    Listener portListener = Listener.open(new InetSocketAddress(plain().getAddress(), port), host);
    return new Opened(portListener.address(), portListener);
  }

  /** Bound, so that no other program gets the port, and never listening, so that it refuses. */
  private static Opened refusing() throws IOException {
    var socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return new Opened((InetSocketAddress) socket.getLocalSocketAddress(), socket);
  }

  private static Opened backlog() throws IOException {
    FullBacklog backlog = FullBacklog.open();
    return new Opened(backlog.address(), backlog);
  }

  private static Opened proxy(ProxyBehavior behavior) throws IOException {
    ConnectProxy proxy = ConnectProxy.start(behavior);
    return new Opened(proxy.address(), proxy);
  }

  private List<String> names() {
    var names = new ArrayList<>(List.of("localhost", "127.0.0.1", "::1"));
    String own = plain().getAddress().getHostAddress();
    if (!names.contains(own)) {
      names.add(own);
    }
    return names;
  }

  private static URI uri(String scheme, InetSocketAddress at, String path) {
    String host = at.getAddress().getHostAddress();
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("%s://%s:%d%s".formatted(scheme, literal, at.getPort(), path));
  }
}
