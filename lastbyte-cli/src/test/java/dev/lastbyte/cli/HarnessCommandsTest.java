// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The harness from the command line: what there is, what one does, and a server of one's own. */
@Timeout(300)
class HarnessCommandsTest {

  private static final String MINE =
      "name: mine\n"
          + "steps:\n"
          + "  - head: 200\n"
          + "  - opening\n"
          + "  - text: [hello]\n"
          + "end: rst\n"
          + "framings: length\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"serve", "list", "show", "check", "from-run", "judge"})
  void everyCommand_hasHelpWithExamples(String command) {
    CommandResult session = CommandResult.of("harness", command, "--help");

    assertThat(session.exit()).isEqualTo(ExitCode.OK);
    assertThat(session.out()).contains("Usage: lastbyte harness " + command, "Examples:");
  }

  @Test
  void aGroup_isListedAlone() {
    CommandResult session = CommandResult.of("harness", "list", "--group", "tools");

    assertThat(session.out()).contains("cut-in-tool-args").doesNotContain("text-fin");
    assertThat(CommandResult.of("harness", "list", "--group", "tolls").err()).contains("tools");
  }

  @Test
  void everyScenario_isListed_andInJsonInEveryDialectAndFraming() {
    CommandResult table = CommandResult.of("harness", "list");
    CommandResult json = CommandResult.of("harness", "list", "--json");

    assertThat(table.out()).contains("gemini-SAFETY", "h2-rst-cancel", "connection-refused");
    assertThat(json.lines()).hasSizeGreaterThan(1000).allMatch(line -> line.startsWith("{"));
  }

  @Test
  void aScenario_isShownStepByStep_withItsKeys() {
    CommandResult session =
        CommandResult.of("harness", "show", "stall-mid-text", "--dialect", "openai-chat");

    assertThat(session.exit()).isEqualTo(ExitCode.OK);
    assertThat(session.out())
        .contains("head 200", "text event, ", "data: {", "\\n\\n", "end: stall")
        .contains("watchdog.idle@text/watchdog", "abort.downstream_gone@text/unknown")
        .contains("below the application nobody knows why the client left");
  }

  @Test
  void binaryContent_isShownInHex_andInJson() {
    assertThat(CommandResult.of("harness", "show", "text-fin", "--dialect", "bedrock").out())
        .contains("hex 0000");
    assertThat(
            CommandResult.of("harness", "show", "text-fin", "--framing", "length", "--json").out())
        .startsWith("{\"scenario\":\"text-fin\",\"dialect\":\"openai-chat\",\"framing\":\"length\"")
        .contains("\"expected\":{\"truth\":{\"code\":\"stream.premature_eof@text/provider\"");
  }

  @Test
  void anUnknownScenarioOrVariant_isReported() {
    assertThat(CommandResult.of("harness", "show", "text-fni").err()).contains("text-fin");
    CommandResult framing = CommandResult.of("harness", "show", "text-fin", "--framing", "smoke");
    assertThat(framing.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(framing.err()).contains("'smoke'", "chunked");
  }

  @Test
  void aUserScenarioFile_isChecked_andShown() throws IOException {
    Path ownScript = Files.writeString(folder.resolve("mine.yaml"), MINE);
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "name: a\nend: fni\nsteps: 3\n");

    CommandResult session =
        CommandResult.of("harness", "check", ownScript.toString(), wrong.toString());

    assertThat(session.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(session.lines())
        .contains("fine: mine")
        .anyMatch(line -> line.contains("wrong.yaml:2:6: ") && line.contains("fin"))
        .anyMatch(line -> line.contains("wrong.yaml:3:8: "));
    assertThat(CommandResult.of("harness", "show", "mine", "--scripts", ownScript.toString()).out())
        .contains("stream.reset@text/provider", "hello");
    assertThat(CommandResult.of("harness", "serve", "--scripts", wrong.toString()).err())
        .contains("wrong.yaml:2:6: ");
  }

  @Test
  void aRequestWithoutAScenarioName_meetsTheServedScenario() throws Exception {
    Path ownScript = Files.writeString(folder.resolve("mine.yaml"), MINE);
    Path authority = folder.resolve("ca.pem");
    try (var out = new PipedInputStream(1 << 16)) {
      Thread served =
          serve(
              out,
              "--port",
              "0",
              "--scenario",
              "mine",
              "--scripts",
              ownScript.toString(),
              "--ca-out",
              authority.toString());
      var lines = new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8));
      String first = String.valueOf(lines.readLine());
      URI base = URI.create(first.substring(first.indexOf("http://")));
      assertThat(String.valueOf(lines.readLine())).contains("https://");
      assertThat(String.valueOf(lines.readLine())).contains(authority.toString());
      assertThat(String.valueOf(lines.readLine())).contains("mine");

      assertThat(authority).content().startsWith("-----BEGIN CERTIFICATE-----");
      assertThat(post(base, "/v1/chat/completions")).contains("hello");
      assertThat(post(base, "/ok/v1/chat/completions")).contains("[DONE]");
      served.interrupt();
      served.join();
    }
  }

  private static Thread serve(PipedInputStream out, String... more) throws IOException {
    var args = new String[2 + more.length];
    args[0] = "harness";
    args[1] = "serve";
    System.arraycopy(more, 0, args, 2, more.length);
    var printed = new PrintStream(new PipedOutputStream(out), true, StandardCharsets.UTF_8);
    var terminal = new Terminal(new ByteArrayInputStream(new byte[0]), printed, printed, false);
    return Thread.ofVirtual().start(() -> Lastbyte.run(terminal, args));
  }

  /** What came, up to the end or the reset. */
  private static String post(URI base, String path) throws IOException {
    String body = "{\"stream\":true}";
    var received = new StringBuilder();
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(10_000);
      String request =
          "POST %s HTTP/1.1\r\nhost: h\r\nconnection: close\r\ncontent-length: %d\r\n\r\n%s"
              .formatted(path, body.length(), body);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        received.append((char) next);
      }
    } catch (IOException e) {
      // a reset, as told
    }
    return received.toString();
  }
}
