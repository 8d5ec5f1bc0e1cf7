// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between a client and its provider fails as it is told to, or not at all. */
@Timeout(300)
class ProxyTest {

  @Test
  void aWorkingProxyCarriesBytesAndEndsBothWays() throws Exception {
    try (ServerSocket provider = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ConnectProxy proxy = ConnectProxy.start(ProxyBehavior.TUNNELS);
        Socket client = connected(proxy.address())) {
      connect(client, "127.0.0.1:" + provider.getLocalPort());
      try (Socket accepted = provider.accept()) {
        assertThat(read(client, 39)).isEqualTo("HTTP/1.1 200 Connection established\r\n\r\n");
        write(client, "hello");
        client.shutdownOutput();
        assertThat(readAll(accepted)).isEqualTo("hello");
        write(accepted, "goodbye");
        accepted.shutdownOutput();
        assertThat(readAll(client)).isEqualTo("goodbye");
      }
    }
  }

  @Test
  void aWorkingProxyCarriesAReset() throws Exception {
    try (ServerSocket provider = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ConnectProxy proxy = ConnectProxy.start(ProxyBehavior.TUNNELS);
        Socket client = connected(proxy.address())) {
      connect(client, "127.0.0.1:" + provider.getLocalPort());
      Socket accepted = provider.accept();
      assertThat(read(client, 39)).startsWith("HTTP/1.1 200 ");
      accepted.setSoLinger(true, 0);
      accepted.close();

      assertThatThrownBy(() -> readAll(client)).isInstanceOf(SocketException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1:443", "example.com:443", "127.0.0.1.example.com:443"})
  void nothingButTheLoopbackAddressIsDialled(String target) throws Exception {
    try (ConnectProxy proxy = ConnectProxy.start(ProxyBehavior.TUNNELS);
        Socket client = connected(proxy.address())) {
      connect(client, target);

      assertThat(readAll(client)).startsWith("HTTP/1.1 403 ");
    }
  }

  @Test
  void aForbiddingProxySays403() throws Exception {
    assertThat(responseOf(ProxyBehavior.FORBIDS)).startsWith("HTTP/1.1 403 Forbidden\r\n");
  }

  @Test
  void aProxyThatWantsCredentialsSays407_andWhich() throws Exception {
    assertThat(responseOf(ProxyBehavior.WANTS_CREDENTIALS))
        .startsWith("HTTP/1.1 407 ")
        .contains("proxy-authenticate: Basic realm=\"harness\"\r\n");
  }

  @Test
  void aProxy_mayCloseWithoutAResponse() throws Exception {
    assertThat(responseOf(ProxyBehavior.ENDS)).isEmpty();
  }

  @Test
  void aFullBacklog_neitherAcceptsNorRefuses() throws Exception {
    try (FullBacklog full = FullBacklog.open();
        Socket client = new Socket()) {
      assertThatThrownBy(() -> client.connect(full.address(), 300))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  private static String responseOf(ProxyBehavior behavior) throws IOException {
    try (ConnectProxy proxy = ConnectProxy.start(behavior);
        Socket client = connected(proxy.address())) {
      connect(client, "127.0.0.1:443");
      return readAll(client);
    }
  }

  private static Socket connected(InetSocketAddress address) throws IOException {
    var socket = new Socket(address.getAddress(), address.getPort());
    socket.setSoTimeout(60_000);
    return socket;
  }

  private static void connect(Socket client, String target) throws IOException {
    write(client, "CONNECT %s HTTP/1.1\r\nhost: %s\r\n\r\n".formatted(target, target));
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String read(Socket socket, int byteCount) throws IOException {
    return new String(socket.getInputStream().readNBytes(byteCount), StandardCharsets.US_ASCII);
  }

  private static String readAll(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }
}
