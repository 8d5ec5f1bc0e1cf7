// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A provider that plays scenarios of the harness, and notes who asked before it answers: the
 * harness's own ledger is written when an exchange is over, and knows no names. The first segment
 * of a path is the scenario.
 */
final class NotingProvider implements AutoCloseable {

  private static final int BACKLOG = 1024;

  private final ServerSocket listener =
      new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
  private final Set<String> askers = ConcurrentHashMap.newKeySet();
  private final Semaphore arrivals = new Semaphore(0);

  private NotingProvider() throws IOException {}

  static NotingProvider start() throws IOException {
    var provider = new NotingProvider();
    Thread.ofVirtual().start(provider::accept);
    return provider;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** The names of all whose whole request was read. */
  Set<String> askers() {
    return Set.copyOf(askers);
  }

  /** Waits until so many more have asked. */
  void awaitArrivals(int more) throws IOException, InterruptedException {
    if (!arrivals.tryAcquire(more, 30, TimeUnit.SECONDS)) {
      throw new IOException("fewer than " + more + " requests came");
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket connection) {
    try (Socket socket = connection) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      boolean goesOn = true;
      while (goesOn) {
        Question question = Question.read(in);
        goesOn = question != null && answer(question, socket);
      }
    } catch (IOException gone) {
      // a gateway that is killed leaves in the middle of anything
    }
  }

  /** Whether the connection can carry another request after this one. */
  private boolean answer(Question question, Socket socket) throws IOException {
    askers.add(question.name());
    arrivals.release();
    Script script =
        Scenarios.named(question.scenario()).script(Dialect.ANTHROPIC_MESSAGES, Framing.CHUNKED);
    OutputStream out = socket.getOutputStream();
    for (Step step : script.steps()) {
      out.write(bytes(step));
    }
    if (script.endAction() instanceof EndAction.EndOfMessage) {
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      return true;
    }
    if (script.endAction() instanceof EndAction.Fin) {
      socket.shutdownOutput();
    }
    socket.getInputStream().readAllBytes(); // until the gateway leaves
    return false;
  }

  private static byte[] bytes(Step step) {
    return switch (step) {
      case Step.Head head -> head(head);
      case Step.Content content -> chunk(content.payload());
      case Step.Raw raw -> raw.bytes().toArray();
      case Step.Interim interim -> throw unexpected(interim);
      case Step.AwaitGate gate -> throw unexpected(gate);
      case Step.Pause pause -> throw unexpected(pause);
      case Step.AwaitAcknowledged unused -> new byte[0]; // nothing here is reset
    };
  }

  private static byte[] head(Step.Head head) {
    var text = new StringBuilder("HTTP/1.1 " + head.status() + " " + head.reason() + "\r\n");
    head.fields()
        .forEach(
            field -> text.append(field.name()).append(": ").append(field.value()).append("\r\n"));
    return (text + "transfer-encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] chunk(Bytes payload) {
    Bytes size = Bytes.of(Integer.toHexString(payload.size()) + "\r\n");
    return Bytes.joined(List.of(size, payload, Bytes.of("\r\n"))).toArray();
  }

  private static IllegalStateException unexpected(Step step) {
    return new IllegalStateException("this provider does not play " + step);
  }
}
