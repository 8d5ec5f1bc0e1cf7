// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
  void aRowOfAnotherLength_isRefused() {
    var table = new Table("A", "B");

    assertThatThrownBy(() -> table.row("a")).hasMessageContaining("2 cells, but had 1");
  }

  private static String printed(Table table, boolean colour) {
    var out = new ByteArrayOutputStream();
    var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    table.printTo(new Terminal(InputStream.nullInputStream(), stream, stream, colour));
    return out.toString(StandardCharsets.UTF_8);
  }
}
