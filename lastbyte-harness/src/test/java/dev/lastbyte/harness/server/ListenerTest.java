// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class ListenerTest {

  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final Semaphore served = new Semaphore(0);
  private final List<Socket> clients = new ArrayList<>();

  @AfterEach
  void closeClients() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
  }

  /** A socket that cannot give the second connection, nor some that follow it. */
  private static final class OutOfDescriptors extends ServerSocket {
    private final int failures;
    private final CountDownLatch failed = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();

    OutOfDescriptors(int failures) throws IOException {
      super(0, 50, InetAddress.getLoopbackAddress());
      this.failures = failures;
    }

    @Override
    public Socket accept() throws IOException {
      int call = calls.incrementAndGet();
      if (call > 1 && call <= 1 + failures) {
        failed.countDown();
        throw new SocketException("Too many open files");
      }
      return super.accept();
    }
  }

  private void serve(Socket socket) throws InterruptedException {
    served.release();
    mayEnd.await();
  }

  private void connect(Listener listener) throws IOException {
    InetSocketAddress address = listener.address();
    clients.add(new Socket(address.getAddress(), address.getPort()));
  }

  private void awaitServed() throws InterruptedException {
    assertThat(served.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void listenerWithoutDescriptors_waitsForAConnectionToEnd_insteadOfSpinning() throws Exception {
    try (var socket = new OutOfDescriptors(1);
        var listener = Listener.serve(socket, this::serve, Duration.ofDays(1))) {
      connect(listener);
      awaitServed();
      assertThat(socket.failed.await(30, TimeUnit.SECONDS)).isTrue();
      connect(listener);
      assertThat(socket.calls).as("no try before a connection has ended").hasValue(2);

      mayEnd.countDown();

      awaitServed();
    }
  }

  @Test
  void descriptorsThatOthersGiveBack_areFoundAfterAPause() throws Exception {
    try (var socket = new OutOfDescriptors(3);
        var listener = Listener.serve(socket, this::serve, Duration.ofMillis(1))) {
      connect(listener);
      connect(listener);
      awaitServed();
      awaitServed();

      assertThat(socket.calls.get()).isGreaterThan(4);
      mayEnd.countDown();
    }
  }
}
