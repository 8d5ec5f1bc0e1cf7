// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    var table = new Table("A", "LONG HEADING", "C");
    table.row("a longer cell", "b", "c");

    assertThat(printed(table, false))
        .isEqualToNormalizingNewlines(
            """
            A              LONG HEADING  C
            a longer cell  b             c
            """);
  }

  @Test
  void colourDoesNotMoveColumns() {
    var table = new Table("A", "B");
    table.row("aa", "bb");

    assertThat(printed(table, true)).startsWith("\u001b[1mA   B\u001b[0m");
  }

  @Test
  void sentencesInTheLastColumn_areBroken_whereTheTerminalEnds() {
    var table = new Table("AT", "WHAT");
    table.row(
        "1 ms", "one two three four five six seven eight nine ten eleven twelve thirteen end");
    table.row("2 ms", "short");

    assertThat(printed(table, false, 80))
        .isEqualToNormalizingNewlines(
            """
            AT    WHAT
            1 ms  one two three four five six seven eight nine ten eleven twelve thirteen
                  end
            2 ms  short
            """);
  }

  @Test
  void columnsThatDoNotFit_standOnALineOfTheirOwn() {
    var table = new Table("RUN", "STARTED", "VERDICT", "RETRY");
    table.row("r".repeat(30), "s".repeat(20), "v".repeat(40), "user");

    assertThat(printed(table, false, 80))
        .isEqualToNormalizingNewlines(
            """
            RUN                             STARTED
                VERDICT                                   RETRY
            %s  %s
                %s  user
            """
                .formatted("r".repeat(30), "s".repeat(20), "v".repeat(40)));
  }

  @Test
  void aTimeElsewhere_hasTheLocalOneBesideIt() {
    assertThat(Table.time(0, ZoneId.of("UTC"))).isEqualTo("1970-01-01 00:00:00");
    assertThat(Table.time(0, ZoneId.of("Asia/Kolkata")))
        .isEqualTo("1970-01-01 00:00:00 (05:30 +05:30)");
  }

  @Test
  void aRowOfAnotherLength_isRefused() {
    var table = new Table("A", "B");

    assertThatThrownBy(() -> table.row("a")).hasMessageContaining("2 cells, but had 1");
  }

  private static String printed(Table table, boolean colour) {
    return printed(table, colour, Terminal.UNLIMITED);
  }

  private static String printed(Table table, boolean colour, int columns) {
    var out = new ByteArrayOutputStream();
    var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    table.printTo(
        new Terminal(InputStream.nullInputStream(), stream, stream, colour, columns, columns));
    return out.toString(StandardCharsets.UTF_8);
  }
}
