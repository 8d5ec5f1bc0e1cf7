// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
    Session session = Session.of("explain", "stream was reset: CANCEL");

    assertThat(session.exit()).isEqualTo(Exit.FINE);
    assertThat(session.out())
        .startsWith("The text alone does not tell. What ended the attempt is not known.")
        .contains("- stream.reset: ")
        .contains("- watchdog.total: ")
        .contains("- abort.unattributed: ")
        .contains("Lastbyte gateway");
  }

  @Test
  void aTextThatNamesTheTimer_isLikely_asJson() {
    Session session = Session.of("explain", "--json", "Headers", "Timeout", "Error");

    assertThat(session.lines()).hasSize(1);
    assertThat(session.out())
        .contains("\"group\":\"local_timer\"")
        .contains("\"code\":\"watchdog.headers@await_headers/watchdog\"")
        .contains("\"confidence\":\"likely\"");
  }

  @Test
  void aFile_isReadAsFarAsTheBound() throws IOException {
    String log = "x".repeat(Explanation.MAX_LENGTH) + "\nsocket hang up";
    Path file = Files.writeString(folder.resolve("a.log"), log);

    Session session = Session.of("explain", "--json", "--file", file.toString());

    assertThat(session.out()).contains("\"cut\":true").contains("\"recognised\":[]");
  }

  @Test
  void standardInput_isReadWhereAskedFor() {
    var out = new ByteArrayOutputStream();
    var in = new ByteArrayInputStream("read ECONNRESET\n".getBytes(StandardCharsets.UTF_8));
    var terminal =
        new Terminal(in, new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false);

    int exit = new CommandLine(new ExplainCommand(terminal)).execute("--file", "-");

    assertThat(exit).isEqualTo(Exit.FINE);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"read econnreset\"  (system)");
  }

  @Test
  void nothingToExplain_isSaidInOneLine() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.log"), " \n");

    assertComplaint(Session.of("explain"), "--file FILE");
    assertComplaint(Session.of("explain", "a", "--file", "b"), "either");
    assertComplaint(Session.of("explain", ""), "is empty");
    assertComplaint(Session.of("explain", "--file", empty.toString()), "is empty");
    assertComplaint(Session.of("explain", "--file", folder.toString()), "is a folder");
    assertComplaint(Session.of("explain", "--file", folder.resolve("no").toString()), "no such");
  }

  private static void assertComplaint(Session session, String right) {
    assertThat(session.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(session.err()).startsWith("lastbyte: ").contains(right).hasLineCount(1);
    assertThat(session.out()).isEmpty();
  }
}
