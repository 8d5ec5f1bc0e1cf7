// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class NoDescriptorsTest {

  private static final int MOST_FILES = 300;
  private static final int CLIENTS = 400;
  private static final int LOOKED_AT_MILLIS = 2_000;

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
  void itWaitsForFreeOnes_servesWhoHasOne_andLosesNoRun() throws Exception {
    try (var provider = NotingProvider.start();
        var gateway = gateway(provider);
        Socket served = Agent.connect(gateway.address())) {
      assertThat(Asker.isAnsweredWhole(served, new Question("ok", "before"))).isTrue();
      Socket waiting;
      try (var tooMany = IdleConnections.open(gateway.address(), CLIENTS)) {
        waiting = Agent.connect(gateway.address());
        waiting.getOutputStream().write(new Question("ok", "waiting").request());

        Duration cpuBefore = gateway.gateway().cpu();
        waiting.setSoTimeout(LOOKED_AT_MILLIS);
        assertThatThrownBy(() -> waiting.getInputStream().read())
            .isInstanceOf(SocketTimeoutException.class);
        assertThat(gateway.gateway().cpu().minus(cpuBefore).toMillis())
            .as("CPU while there are none free")
            .isLessThan(LOOKED_AT_MILLIS / 2);
        assertThat(Asker.isAnsweredWhole(served, new Question("ok", "during"))).isTrue();
        // by the connection to the provider that is there already
      }
      waiting.setSoTimeout(20_000);
      assertThat(Asker.isWhole(waiting.getInputStream())).isTrue();
      waiting.close();
      assertThat(Asker.isAnsweredWhole(served, new Question("ok", "after"))).isTrue();

      Program.Ended ended = gateway.gateway().stop();

      assertThat(ended.err().lines()).singleElement().asString().contains("Too many open files");
      assertThat(StoredRun.allIn(data))
          .extracting(StoredRun::name)
          .containsExactlyInAnyOrder("before", "during", "waiting", "after");
    }
  }
}
