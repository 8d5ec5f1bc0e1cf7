// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.diagnose.ExplainCommand;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.report.explain.Explanation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExplainTest {

  @TempDir private Path folder;

  @Test
  void aTextThatStandsForSeveralCauses_isUnknown_withAllOfThem() {
    CommandResult session = CommandResult.of("explain", "stream was reset: CANCEL");

    assertThat(session.exit()).isEqualTo(ExitCode.OK);
    assertThat(session.out())
        .startsWith("The text alone does not tell. What ended the attempt is not known.")
        .contains("- stream.reset: ")
        .contains("- watchdog.total: ")
        .contains("- abort.unattributed: ")
        .contains("Lastbyte gateway");
  }

  @Test
  void aTextThatNamesTheTimer_isLikely_asJson() {
    CommandResult session = CommandResult.of("explain", "--json", "Headers", "Timeout", "Error");

    assertThat(session.lines()).hasSize(1);
    assertThat(session.out())
        .contains("\"group\":\"local_timer\"")
        .contains("\"code\":\"watchdog.headers@await_headers/watchdog\"")
        .contains("\"confidence\":\"likely\"");
  }

  @Test
  void aTextThatIsNotKnown_pointsAtTheGateway() {
    CommandResult session = CommandResult.of("explain", "Something", "went", "wrong");

    assertThat(session.exit()).isEqualTo(ExitCode.OK);
    assertThat(session.out())
        .contains("Nothing of the text is in the catalogue.")
        .contains("lastbyte run -- COMMAND");
  }

  @Test
  void oneCauseForEachAddress_isListed_andNoneOfThemLeads() {
    CommandResult session =
        CommandResult.of(
            "explain", "fetch failed cause: AggregateError: [ 'ETIMEDOUT', 'EHOSTUNREACH' ]");

    assertThat(session.out())
        .startsWith("The text alone does not tell.")
        .contains("- net.connect_timeout: ", "- watchdog.connect: ", "- net.unreachable: ")
        .contains("while the connection was opened")
        .contains("Lastbyte gateway");
  }

  @Test
  void aFile_isReadAsFarAsTheBound() throws IOException {
    String log = "x".repeat(Explanation.MAX_LENGTH) + "\nsocket hang up";
    Path file = Files.writeString(folder.resolve("a.log"), log);

    CommandResult session = CommandResult.of("explain", "--json", "--file", file.toString());

    assertThat(session.out()).contains("\"cut\":true").contains("\"recognised\":[]");
  }

  @Test
  void standardInput_isRead_forADash() {
    var out = new ByteArrayOutputStream();
    var in = new ByteArrayInputStream("read ECONNRESET\n".getBytes(StandardCharsets.UTF_8));
    var terminal =
        new Terminal(in, new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false);

    int exit = new CommandLine(new ExplainCommand(terminal)).execute("--file", "-");

    assertThat(exit).isEqualTo(ExitCode.OK);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"read econnreset\"  (system)");
  }

  @Test
  void nothingToExplain_isReportedOnOneLine() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.log"), " \n");

    assertComplaint(CommandResult.of("explain"), "--file FILE");
    assertComplaint(CommandResult.of("explain", "a", "--file", "b"), "either");
    assertComplaint(CommandResult.of("explain", ""), "is empty");
    assertComplaint(CommandResult.of("explain", "--file", empty.toString()), "is empty");
    assertComplaint(CommandResult.of("explain", "--file", folder.toString()), "is a folder");
    assertComplaint(
        CommandResult.of("explain", "--file", folder.resolve("no").toString()), "no such");
  }

  private static void assertComplaint(CommandResult session, String right) {
    assertThat(session.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(session.err()).startsWith("lastbyte: ").contains(right).hasLineCount(1);
    assertThat(session.out()).isEmpty();
  }
}
