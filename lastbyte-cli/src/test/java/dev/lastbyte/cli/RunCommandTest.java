// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.text.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A command that is run behind a gateway of its own. */
@Tag("slow")
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class RunCommandTest {

  private static final Pattern CONTENT_LENGTH =
      Pattern.compile("content-length: *(\\d+)", Pattern.CASE_INSENSITIVE);

  @TempDir private Path folder;

  private CommandResult run(String option, String... command) throws Exception {
    try (var provider = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> cutEveryAnswer(provider));
      List<String> args = new ArrayList<>(List.of("run", "--data", folder.toString()));
      if (!option.isEmpty()) {
        args.add(option);
      }
      String base = "http://127.0.0.1:" + provider.getLocalPort();
      args.addAll(List.of("--upstream", "openai=" + base, "--"));
      args.addAll(List.of(command));
      return CommandResult.of(args.toArray(String[]::new));
    }
  }

  /** Reads a request, answers with a piece of text, and ends without another word. */
  private static void cutEveryAnswer(ServerSocket provider) {
    String response =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
            + "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n";
    try {
      while (true) {
        try (Socket client = provider.accept()) {
          readRequest(client.getInputStream());
          client.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
          client.shutdownOutput();
          client.getInputStream().readAllBytes();
        }
      }
    } catch (IOException over) {
      // The test is over, and the listening socket closed.
    }
  }

  /** A response that overtakes its request would leave nothing to know the question by. */
  private static void readRequest(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    Matcher length = CONTENT_LENGTH.matcher(head);
    assertThat(length.find()).isTrue();
    in.readNBytes(Integer.parseInt(length.group(1)));
  }

  private static String[] childCommand(int times) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new String[] {
      java, "-cp", "target/test-classes", ChildClientMain.class.getName(), Integer.toString(times)
    };
  }

  @Test
  void theRunsAreSummarisedOnStandardError_andTheExitCodeIsTheCommands() throws Exception {
    CommandResult session = run("", childCommand(2));

    assertThat(session.exit()).isEqualTo(ChildClientMain.EXIT);
    assertThat(session.out()).isEmpty();
    assertThat(session.err())
        .contains("stream.silent_truncation@text/provider")
        .contains(" 2 times, ")
        .contains("none succeeded: each ended as stream.silent_truncation");
  }

  @Test
  void asJson_thereIsALineForEachRun() throws Exception {
    CommandResult session = run("--json", childCommand(2));

    assertThat(session.err().lines())
        .hasSize(2)
        .allMatch(line -> line.contains("\"code\":\"stream.silent_truncation@text/provider\""));
    assertThat(session.err()).contains("\"sending\":2,\"link\":\"retry\"");
  }

  @Test
  void theSession_isListedAfterwards() throws Exception {
    assertThat(run("", childCommand(3)).exit()).isEqualTo(ChildClientMain.EXIT);

    CommandResult runs = CommandResult.of("runs", "--session", "last", "--data", folder.toString());
    CommandResult show = CommandResult.of("show", "last", "--data", folder.toString());

    assertThat(runs.exit()).isEqualTo(ExitCode.OK);
    assertThat(runs.lines()).hasSize(1 + 3 + 2).last().asString().contains(" 3 times, ");
    assertThat(show.out()).contains("## Its conversation").contains("One of 3 runs");
  }

  @Test
  void aCommandRunTwice_isLinkedToItsFirstRun() throws Exception {
    String first = run("--json", childCommand(1)).err();
    String again = run("", childCommand(1)).err();

    assertThat(again).contains("The client sent run " + idIn(first) + " 2 times, ");
  }

  private static String idIn(String json) {
    Matcher id = Pattern.compile("\"run\":\"([^\"]+)\"").matcher(json);
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  @Test
  void aCommandThatAsksNothing_isToldHowToConnect() throws Exception {
    CommandResult session = run("", childCommand(0));

    assertThat(session.exit()).isEqualTo(ChildClientMain.EXIT);
    assertThat(session.err()).contains("no request came").contains("lastbyte connect");
  }

  @Test
  void anUnknownCommand_isReported() throws Exception {
    CommandResult session = run("", "no-such-command-anywhere");

    assertThat(session.exit()).as("as in a shell").isEqualTo(127);
    assertThat(session.err()).contains("'no-such-command-anywhere' cannot be run");
  }

  @Test
  void aFileThatIsNoProgram_exitsAsInAShell() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "no program");

    assertThat(run("", text.toString()).exit()).isEqualTo(126);
  }

  @Test
  void theSummary_endsWithTheLineToType() throws Exception {
    String err = run("", childCommand(1)).err();

    assertThat(err.strip()).endsWith(" --data " + folder);
    String line = err.strip().lines().toList().getLast();
    String[] words = line.substring(line.indexOf("lastbyte ") + "lastbyte ".length()).split(" ");
    assertThat(CommandResult.of(words).out()).contains("# Failed");
  }
}
