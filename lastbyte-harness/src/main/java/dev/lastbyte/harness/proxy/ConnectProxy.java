// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.proxy;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP proxy for CONNECT alone, which opens tunnels to the loopback address or fails to. Every
 * tunnel is cut when it is closed.
 */
public final class ConnectProxy implements Closeable {
  private static final Pattern CONNECT =
      Pattern.compile("CONNECT (\\[[0-9a-fA-F:]+]|[A-Za-z0-9.-]+):([0-9]{1,5}) HTTP/1\\.[01]\r\n");
  private static final int HEAD_LIMIT_BYTES = 8192;
  private static final int BACKLOG = 128;
  private static final int PATIENCE_MILLIS = 30_000;

  private final ServerSocket listener;
  private final ProxyBehavior behavior;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private ConnectProxy(ServerSocket listener, ProxyBehavior behavior) {
    this.listener = listener;
    this.behavior = behavior;
  }

  /** Starts on a free port of the loopback address. */
  public static ConnectProxy start(ProxyBehavior behavior) throws IOException {
    var listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    var proxy = new ConnectProxy(listener, behavior);
    Thread.ofVirtual().name("lastbyte-harness-proxy").start(proxy::accept);
    return proxy;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.ofVirtual().name("lastbyte-harness-tunnel").start(() -> serve(client));
      } catch (IOException e) {
        // the listener was closed, or a client left before we took it
      }
    }
  }

  private void serve(Socket client) {
    open.add(client);
    try (client) {
      if (listener.isClosed()) {
        return;
      }
      client.setSoTimeout(PATIENCE_MILLIS);
      var in = new BufferedInputStream(client.getInputStream());
      String head = readHead(in);
      switch (behavior) {
        case TUNNELS -> tunnel(client, in, head);
        case FORBIDS -> refuse(client, "403 Forbidden", "");
        case WANTS_CREDENTIALS ->
            refuse(
                client,
                "407 Proxy Authentication Required",
                "proxy-authenticate: Basic realm=\"harness\"\r\n");
        case ENDS -> client.shutdownOutput();
      }
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // one of both sides left, which ends the tunnel
    } finally {
      open.remove(client);
    }
  }

  private static void refuse(Socket client, String status, String more) throws IOException {
    respond(client, status, more + "content-length: 0\r\nconnection: close\r\n");
    client.shutdownOutput();
  }

  private static void respond(Socket client, String status, String fields) throws IOException {
    String head = "HTTP/1.1 " + status + "\r\n" + fields + "\r\n";
    client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
  }

  private void tunnel(Socket client, InputStream in, String head) throws IOException {
    Matcher connect = CONNECT.matcher(head);
    if (!connect.lookingAt() || !isLoopback(connect.group(1))) {
      refuse(client, "403 Forbidden", "");
      return;
    }
    var address =
        new InetSocketAddress(connect.group(1), Integer.parseInt(connect.group(2)) & 0xffff);
    try (var provider = new Socket()) {
      provider.connect(address, PATIENCE_MILLIS);
      open.add(provider);
      client.setSoTimeout(0);
      respond(client, "200 Connection established", "");
      Thread down =
          Thread.ofVirtual()
              .name("lastbyte-harness-tunnel-down")
              .start(() -> pump(provider, client));
      in.transferTo(provider.getOutputStream());
      provider.shutdownOutput();
      join(down);
    }
  }

  /** Carries bytes and their end, in order or by a reset, from one side to the other. */
  private void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      reset(to);
    } finally {
      open.remove(from);
    }
  }

  private static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // it is closed already
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127\\.[0-9.]{5,11}");
  }

  private static String readHead(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0 || head.length() == HEAD_LIMIT_BYTES) {
        throw new IOException("a head must end within 8192 bytes");
      }
      head.append((char) next);
    }
    return head.toString();
  }
}
