// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.server.FaultServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One clear line, a non-zero exit code, and nothing lost that was recorded before. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class BadInputTest {

  /** The room for the next one is made before the one at hand is full. */
  private static final int MOST_RUNS_OF_A_SEGMENT = 5_000;

  @TempDir private Path folder;

  @Test
  void files() throws Exception {
    Path cut = Files.writeString(folder.resolve("cut.json"), "{\"format\":\"pawwork-session");
    Path foreign = Files.writeString(folder.resolve("other.json"), "{\"log\":{}}");
    Path missing = folder.resolve("missing.json");

    assertComplaint(lastbyte("diagnose", missing.toString()), "there is no file", "missing.json");
    assertComplaint(lastbyte("diagnose", cut.toString()), "cut.json", "cut short");
    assertComplaint(lastbyte("diagnose", foreign.toString()), "other.json", "known formats");
  }

  @Test
  void aPortInUse() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + taken.getLocalPort();

      assertComplaint(
          lastbyte("gateway", "--listen", address, "--data", folder.toString()), address, "in use");
    }
  }

  @Test
  void upstreams() throws Exception {
    assertComplaint(lastbyte("gateway", "--upstream", "x=nonsense"), "nonsense", "http://");
  }

  @Test
  void aFolderThatAnotherGatewayHolds() throws Exception {
    try (FaultServer harness = FaultServer.start();
        var holder = Recorder.recordingInto(folder, url(harness))) {
      assertThat(holder.url("")).startsWith("http://127.0.0.1:");
      assertComplaint(
          lastbyte("gateway", "--listen", "127.0.0.1:0", "--data", folder.toString()),
          folder.toString(),
          "another");
    }
  }

  @Test
  void aClientThatSendsGarbage_isRefused_andTheNextOneIsServed() throws Exception {
    try (FaultServer harness = FaultServer.start();
        var recorder = Recorder.recordingInto(folder, url(harness))) {
      try (Socket garbage = Agent.connect(recorder.address())) {
        // How a TLS handshake begins (RFC 8446 §5.1): somebody mistook the port.
        garbage
            .getOutputStream()
            .write(new byte[] {22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3, '\n'});
        String answer = new String(garbage.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 400").contains("lastbyte_gateway");
      }
      try (var agent = Agent.asking(recorder, "/up/ok/v1/messages", "r1")) {
        agent.readToEnd();
      }

      assertThat(recorder.runs())
          .anySatisfy(run -> assertThat(run.at("code")).isEqualTo("none@complete/provider"));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDisk_isSaid_theTrafficGoesOn_andNothingStoredIsLost() throws Exception {
    try (FaultServer harness = FaultServer.start();
        var recorder = Recorder.recordingInto(folder, url(harness));
        Socket client = Agent.connect(recorder.address())) {
      assertThat(Asker.isAnsweredWhole(client, new Question("ok", "before"))).isTrue();
      recorder.gateway().forbidLargerFilesThan(1);
      int asked = 0;
      while (recorder.gateway().complaint() == null && asked < MOST_RUNS_OF_A_SEGMENT) {
        assertThat(Asker.isAnsweredWhole(client, new Question("ok", "full-" + asked))).isTrue();
        asked++;
      }
      assertThat(Asker.isAnsweredWhole(client, new Question("ok", "after"))).isTrue();
      Program.Ended ended = recorder.gateway().stop();

      assertThat(ended.err().lines())
          .isNotEmpty()
          .allMatch(line -> line.startsWith("lastbyte: ") && !line.contains("Exception"));
      assertThat(Recorder.stored(folder))
          .hasSize(asked + 2)
          .extracting(run -> run.at("correlation.caller_run"))
          .contains("before", "after");
    }
  }

  private Program.Ended lastbyte(String... args) throws IOException, InterruptedException {
    return Program.lastbyte(folder, args).end();
  }

  private static URI url(FaultServer harness) {
    return URI.create("http://127.0.0.1:" + harness.address().getPort());
  }

  private static void assertComplaint(Program.Ended ended, String given, String right) {
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("lastbyte: ").contains(given, right).hasLineCount(1);
  }
}
