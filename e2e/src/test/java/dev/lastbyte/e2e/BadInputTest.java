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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One clear line, a non-zero exit code, and nothing lost that was recorded before. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class BadInputTest {

  /** Room for SQLite's native library, which is unpacked at the start, and for little more. */
  private static final int LARGEST_FILE_KIB = 2048;

  private static final int RUNS_BEYOND_IT = 400;

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
    assertComplaint(
        lastbyte("gateway", "--upstream", "x=http://no-such-host.invalid"),
        "no-such-host.invalid",
        "check its spelling");
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
  void aFullDisk_isSaid_theTrafficGoesOn_andNothingStoredIsLost() throws Exception {
    try (FaultServer harness = FaultServer.start()) {
      try (var before = Recorder.recordingInto(folder, url(harness));
          var agent = Agent.asking(before, "/up/text-fin/v1/messages", "before")) {
        agent.readToEnd();
        before.run();
      }
      Program.Ended ended = untilFull(harness);

      assertThat(ended.exit()).isNotZero();
      assertThat(ended.err().lines().filter(line -> line.startsWith("lastbyte: ")))
          .isNotEmpty()
          .allMatch(line -> !line.contains("Exception"));
      assertThat(Recorder.stored(folder).stream().map(run -> run.at("correlation.caller_run")))
          .contains("before");
    }
  }

  /** Records under a limit on the size of files until the gateway says that it cannot any more. */
  private Program.Ended untilFull(FaultServer harness) throws Exception {
    try (var full = Recorder.startedBy(limitedTo(LARGEST_FILE_KIB), folder, url(harness))) {
      for (int run = 0; run < RUNS_BEYOND_IT; run++) {
        try (var agent = Agent.asking(full, "/up/ok/v1/messages", "full-" + run)) {
          assertThat(agent.readToEnd()).contains("message_stop");
        }
      }
      return full.gateway().stop();
    }
  }

  /** The JVM below a shell's limit on the size of a file, in KiB. */
  private static List<String> limitedTo(int kibibytes) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("bash", "-c", "ulimit -f " + kibibytes + "; exec \"$@\"", "bash"));
    command.addAll(Program.jvm());
    return command;
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
