// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.gateway.Gateway;
import dev.lastbyte.gateway.GatewayListener;
import dev.lastbyte.gateway.GatewayOptions;
import dev.lastbyte.gateway.Upstream;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.server.FaultServer;
import dev.lastbyte.report.RunReport;
import dev.lastbyte.store.RunStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a stream is cut into packets is chance, and must not matter. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class SplitWriteTest {

  private static final int LIMIT_SECONDS = 20;

  private final BlockingQueue<RunLog> ended = new LinkedBlockingQueue<>();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "OPENAI_CHAT, text-fin",
    "OPENAI_RESPONSES, text-fin",
    "ANTHROPIC_MESSAGES, tool-ready-fin",
    "BEDROCK, text-fin"
  })
  void aStreamSplitAtAnyByte_isDiagnosedAsTheWholeStream(Dialect dialect, String name)
      throws Exception {
    byte[] response = response(dialect, Scenarios.named(name));

    try (var provider = new SplitWriteProvider(response);
        var store = RunStore.open(folder, RunClock.system());
        var gateway = Gateway.start(options(provider), store)) {
      DiagnosisSummary whole = ask(gateway, dialect, provider, response.length, response.length);
      for (int at = 1; at < response.length; at++) {
        DiagnosisSummary split = ask(gateway, dialect, provider, at, response.length - at);
        assertThat(split).as("split at byte %d of %d", at, response.length).isEqualTo(whole);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStreamWrittenByteByByte_isDiagnosedAsTheWholeStream(Dialect dialect) throws Exception {
    byte[] response = response(dialect, Scenarios.named("tool-ready-fin"));

    try (var provider = new SplitWriteProvider(response);
        var store = RunStore.open(folder, RunClock.system());
        var gateway = Gateway.start(options(provider), store)) {
      DiagnosisSummary whole = ask(gateway, dialect, provider, response.length, response.length);
      DiagnosisSummary split = ask(gateway, dialect, provider, 1, 1);

      assertThat(split).isEqualTo(whole);
    }
  }

  /** What the harness says on the wire, to the end of the connection. */
  private static byte[] response(Dialect dialect, Scenario scenario) throws IOException {
    try (FaultServer harness = FaultServer.start();
        var socket = new Socket(harness.address().getAddress(), harness.address().getPort())) {
      socket.setSoTimeout(LIMIT_SECONDS * 1_000);
      URI url = harness.baseUrl(scenario, Framing.CHUNKED);
      socket.getOutputStream().write(request(url.getPath() + dialect.route()));
      return socket.getInputStream().readAllBytes();
    }
  }

  private GatewayOptions options(SplitWriteProvider provider) {
    return GatewayOptions.builder(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .upstreams(List.of(new Upstream("split", provider.url())))
        .listener(
            new GatewayListener() {
              @Override
              public void runEnded(RunLog log) {
                ended.add(log);
              }
            })
        .build();
  }

  private DiagnosisSummary ask(
      Gateway gateway, Dialect dialect, SplitWriteProvider provider, int firstBytes, int stepBytes)
      throws Exception {
    provider.splitAt(firstBytes, stepBytes);
    InetSocketAddress at = gateway.address();
    try (var socket = new Socket(at.getAddress(), at.getPort())) {
      socket.setSoTimeout(LIMIT_SECONDS * 1_000);
      socket.getOutputStream().write(request("/split" + dialect.route()));
      read(socket, provider, firstBytes, stepBytes);
    }
    RunLog log = ended.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    return DiagnosisSummary.of(RunReport.of(Objects.requireNonNull(log)));
  }

  /** Reads piece by piece; none of them may keep the gateway waiting for the next. */
  private static void read(
      Socket socket, SplitWriteProvider provider, int firstBytes, int stepBytes)
      throws IOException, InterruptedException {
    var received = new ByteArrayOutputStream();
    byte[] bytes = new byte[16 * 1024];
    int expected = firstBytes;
    for (int length = 0; length >= 0; length = socket.getInputStream().read(bytes)) {
      received.write(bytes, 0, length);
      if (received.size() >= expected) {
        provider.arrived();
        expected += stepBytes;
      }
    }
  }

  private static byte[] request(String path) {
    String body = "{\"model\":\"lastbyte-model-1\",\"stream\":true}";
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, body.length());
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }
}
