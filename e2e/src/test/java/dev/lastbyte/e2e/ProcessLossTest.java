// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.Canary;
import dev.lastbyte.harness.server.FaultServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that is killed leaves a trace of what it was doing. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ProcessLossTest {

  @TempDir private Path data;

  @Test
  void killedInTheMiddleOfAStream_theNextStartSaysSo() throws Exception {
    try (FaultServer harness = FaultServer.start()) {
      URI provider = URI.create("http://127.0.0.1:" + harness.address().getPort());
      try (var recorder = Recorder.recordingInto(data, provider);
          var whole = Agent.asking(recorder, "/up/ok/v1/messages", "whole");
          var cut = Agent.asking(recorder, "/up/stall/v1/messages", "cut")) {
        whole.readToEnd();
        cut.readUntil(Canary.ANSWER);
        recorder.gateway().kill();
      }

      try (var next = Recorder.recordingInto(data, provider)) {
        List<Json> runs = next.runs();

        assertThat(runs)
            .filteredOn(run -> run.at("correlation.caller_run").equals("cut"))
            .singleElement()
            .satisfies(run -> {
              assertThat(run.at("cause")).isEqualTo("host.process_lost");
              assertThat(run.at("provider")).isEqualTo("up");
              assertThat(run.at("retry_safety")).isEqualTo("user_confirmed_retry");
            });
        assertThat(runs).hasSize(2);
      }
    }
  }
}
