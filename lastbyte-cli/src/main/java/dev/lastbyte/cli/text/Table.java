// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

import dev.lastbyte.cli.text.Terminal.Style;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Rows under a heading, each column as wide as its widest cell. */
public final class Table {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final int[] widths;

  public Table(String... heading) {
    widths = new int[heading.length];
    row(heading);
  }

  /** A wall-clock time in UTC, to the second, as a cell shows it. */
  public static String time(long epochMillis) {
    Instant instant = Instant.ofEpochMilli(epochMillis);
    return instant.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", "");
  }

  public void row(String... cells) {
    if (cells.length != widths.length) {
      throw new IllegalArgumentException(
          "a row must have " + widths.length + " cells, but had " + cells.length);
    }
    for (int column = 0; column < cells.length; column++) {
      widths[column] = Math.max(widths[column], cells[column].length());
    }
    rows.add(List.of(cells));
  }

  public void printTo(Terminal terminal) {
    terminal.line(terminal.styled(Style.BOLD, text(rows.getFirst())));
    for (List<String> row : rows.subList(1, rows.size())) {
      if (terminal.isClosed()) {
        return;
      }
      terminal.line(text(row));
    }
  }

  private String text(List<String> row) {
    var line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
    }
    return line.toString().stripTrailing();
  }
}
