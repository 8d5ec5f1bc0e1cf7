// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.server.FaultServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Node's own fetch says, beside what Lastbyte says of the same run. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class NodeFetchTest {

  @TempDir private Path data;
  private FaultServer harness;
  private Recorder recorder;

  @BeforeEach
  void start() throws Exception {
    harness = FaultServer.start();
    recorder =
        Recorder.recordingInto(data, URI.create("http://127.0.0.1:" + harness.address().getPort()));
  }

  @AfterEach
  void stop() throws Exception {
    recorder.close();
    harness.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/chat/completions", "/v1/responses", "/v1/messages"})
  void aFinInText_isTerminated_andAPrematureEnd(String route) throws Exception {
    Json node = NodePrograms.run("fetch.mjs", recorder.url("/text-fin" + route));
    Json run = recorder.run();

    print(node, run);
    assertThat(node.at("error.text")).isEqualTo("TypeError: terminated");
    assertThat(node.at("error.cause.code")).isEqualTo("UND_ERR_SOCKET");
    assertThat(node.at("error.cause.message")).isEqualTo("other side closed");
    assertThat(run.at("code")).isEqualTo("stream.premature_eof@text/provider");
    assertThat(run.at("headline")).isEqualTo("mid_generation");
    assertThat(run.at("closed.by")).isEqualTo("provider");
    assertThat(run.at("closed.how")).isEqualTo("fin");
  }

  @Test
  void aFinInReasoning_isTheSameToNode_andEarlyToLastbyte() throws Exception {
    Json node = NodePrograms.run("fetch.mjs", recorder.url("/reasoning-fin/v1/responses"));
    Json run = recorder.run();

    print(node, run);
    assertThat(node.at("error.cause.message")).isEqualTo("other side closed");
    assertThat(run.at("code")).isEqualTo("stream.premature_eof@reasoning/provider");
    assertThat(run.at("headline")).isEqualTo("early_stream");
  }

  @Test
  void aReset_isEconnreset_andAReset() throws Exception {
    Json node = NodePrograms.run("fetch.mjs", recorder.url("/text-rst/v1/messages"));
    Json run = recorder.run();

    print(node, run);
    assertThat(node.at("error.text")).isEqualTo("TypeError: terminated");
    assertThat(node.at("error.cause.code")).isEqualTo("ECONNRESET");
    assertThat(run.at("code")).isEqualTo("stream.reset@text/provider");
    assertThat(run.at("closed.how")).isEqualTo("rst");
  }

  private static void print(Json node, Json run) {
    System.out.printf(
        "node %s, undici %s: %s, cause %s %s%n  lastbyte: %s, %s, closed by %s, %s%n",
        node.at("node"),
        node.at("undici"),
        node.at("error.text"),
        node.at("error.cause.code"),
        node.at("error.cause.message"),
        run.at("code"),
        run.at("headline"),
        run.at("closed.by"),
        run.at("closed.how"));
  }
}
