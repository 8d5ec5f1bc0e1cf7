// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** More clients come than the gateway's process may have files open. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class NoDescriptorsTest {

  private static final int MOST_FILES = 300;
  private static final int CLIENTS = 400;
  private static final int LOOKED_AT_MILLIS = 1_500;

  @TempDir private Path data;

  /** A gateway that may have so few files open, its jars among them. */
  private Recorder gateway(NotingProvider provider) throws Exception {
    String script = "ulimit -n " + MOST_FILES + "; exec \"$0\" \"$@\"";
    List<String> command = new ArrayList<>(List.of("bash", "-c", script));
    command.addAll(Program.jvm());
    return Recorder.startedBy(command, data, provider.url());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void withoutFreeDescriptors_gatewayServesOpenConnections_andLosesNoRun() throws Exception {
    try (var provider = NotingProvider.start();
        var gateway = gateway(provider)) {
      gateway
          .gateway()
          .awaitEndOfThread("lastbyte-recollection"); // it would say that it found none
      askAmongTooMany(gateway);

      Program.Ended ended = gateway.gateway().stop();

      assertThat(ended.err().lines()).singleElement().asString().contains("Too many open files");
      assertThat(StoredRun.allIn(data))
          .extracting(StoredRun::name)
          .containsExactlyInAnyOrder("before", "during", "waiting", "after");
    }
  }

  private static void askAmongTooMany(Recorder gateway) throws Exception {
    try (Socket served = Agent.connect(gateway.address())) {
      assertThat(Asker.isAnsweredWhole(served, new Question("ok", "before"))).isTrue();
      Socket waiting;
      try (var tooMany = IdleConnections.open(gateway.address(), CLIENTS)) {
        waiting = tooMany.without();
        waiting.getOutputStream().write(new Question("ok", "waiting").request());
        assertWaitsInPeace(gateway, waiting);
        // on the connection to the provider that is there already
        assertThat(Asker.isAnsweredWhole(served, new Question("ok", "during"))).isTrue();
      }
      try (waiting) {
        assertThat(Asker.isWhole(waiting.getInputStream())).isTrue();
      }
      assertThat(Asker.isAnsweredWhole(served, new Question("ok", "after"))).isTrue();
    }
  }

  private static void assertWaitsInPeace(Recorder gateway, Socket waiting) throws Exception {
    int patienceMillis = waiting.getSoTimeout();
    Duration before = gateway.gateway().cpu();
    waiting.setSoTimeout(LOOKED_AT_MILLIS);
    assertThatThrownBy(() -> waiting.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    waiting.setSoTimeout(patienceMillis);
    assertThat(gateway.gateway().cpu().minus(before).toMillis())
        .as("milliseconds of CPU while there is no descriptor")
        .isLessThan(LOOKED_AT_MILLIS / 2);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void gatewayFloodedBeforeItsFirstRequest_servesOnceTheFloodIsOver() throws Exception {
    assumeThat(Program.jvm())
        .as("classes from jars, which are open then; of a folder each class is a file to be opened")
        .noneMatch(part -> part.contains("lastbyte-wire/target/classes"));
    try (var provider = NotingProvider.start();
        var gateway = gateway(provider)) {
      gateway.gateway().awaitEndOfThread("lastbyte-recollection"); // it gives descriptors back
      try (var tooMany = IdleConnections.open(gateway.address(), CLIENTS)) {
        Socket first = tooMany.get(0);
        first.getOutputStream().write(new Question("ok", "no-way-to-the-provider").request());
        assertThat(new String(first.getInputStream().readNBytes(12), US_ASCII))
            .isEqualTo("HTTP/1.1 502");
      }
      try (Socket client = Agent.connect(gateway.address())) {
        assertThat(Asker.isAnsweredWhole(client, new Question("ok", "after"))).isTrue();
      }
      gateway.gateway().stop();

      assertThat(StoredRun.allIn(data))
          .extracting(StoredRun::name, StoredRun::code)
          .containsExactly(
              tuple("no-way-to-the-provider", "local.setup@connect/host"),
              tuple("after", "none@complete/provider"));
    }
  }
}
