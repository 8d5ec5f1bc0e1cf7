// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

import dev.lastbyte.cli.text.Terminal.Style;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rows under a heading, each column as wide as its widest cell. Where that is wider than the
 * terminal, the last column is broken between words if the others leave it room; else a row takes
 * several lines, and so does the heading.
 */
public final class Table {

  private static final String GAP = "  ";

  /** What a column of sentences needs at least, to be read. */
  private static final int LEAST_SENTENCE = 24;

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("HH:mm xxx", Locale.ROOT);

  private final List<List<String>> rows = new ArrayList<>();
  private final int[] widths;

  public Table(String... heading) {
    widths = new int[heading.length];
    row(heading);
  }

  /**
   * A wall-clock time in UTC, to the second, as a cell shows it; behind it what a clock on the wall
   * here said, where that is another time.
   */
  public static String time(long epochMillis) {
    return time(epochMillis, ZoneId.systemDefault());
  }

  static String time(long epochMillis, ZoneId here) {
    Instant instant = Instant.ofEpochMilli(epochMillis).truncatedTo(ChronoUnit.SECONDS);
    String utc = instant.toString().replace('T', ' ').replace("Z", "");
    return here.getRules().getOffset(instant).equals(ZoneOffset.UTC)
        ? utc
        : utc + " (" + LOCAL.format(instant.atZone(here)) + ")";
  }

  public void row(String... cells) {
    if (cells.length != widths.length) {
      throw new IllegalArgumentException(
          "a row must have " + widths.length + " cells, but had " + cells.length);
    }
    for (int column = 0; column < cells.length; column++) {
      widths[column] = Math.max(widths[column], TextWrap.width(cells[column]));
    }
    rows.add(List.of(cells));
  }

  public void printTo(Terminal terminal) {
    List<int[]> lines = lines(terminal.columns());
    List<String> heading = rows.getFirst();
    if (heading.stream().anyMatch(cell -> !cell.isEmpty())) {
      text(heading, lines, terminal.columns())
          .forEach(line -> terminal.line(terminal.styled(Style.BOLD, line)));
    }
    for (List<String> row : rows.subList(1, rows.size())) {
      if (terminal.isClosed()) {
        return;
      }
      text(row, lines, terminal.columns()).forEach(terminal::line);
    }
  }

  /** Which columns stand on which line of a row: the first of each, and the one behind its last. */
  private List<int[]> lines(int columns) {
    int last = widths.length - 1;
    if (start(0, last) + Math.min(widths[last], LEAST_SENTENCE) <= columns) {
      return List.of(new int[] {0, widths.length});
    }
    List<int[]> lines = new ArrayList<>();
    int first = 0;
    for (int column = 1; column <= last; column++) {
      if (indent(first) + start(first, column) + widths[column] > columns) {
        lines.add(new int[] {first, column});
        first = column;
      }
    }
    lines.add(new int[] {first, widths.length});
    return lines;
  }

  /** Where a column stands on a line that begins with that one. */
  private int start(int first, int column) {
    int start = 0;
    for (int before = first; before < column; before++) {
      start += widths[before] + GAP.length();
    }
    return start;
  }

  private static int indent(int first) {
    return first == 0 ? 0 : 2 * GAP.length();
  }

  private List<String> text(List<String> row, List<int[]> lines, int columns) {
    List<String> text = new ArrayList<>();
    for (int[] line : lines) {
      int first = line[0];
      var whole = new StringBuilder(" ".repeat(indent(first)));
      for (int column = first; column < line[1]; column++) {
        String cell = row.get(column);
        int pad = widths[column] - TextWrap.width(cell);
        whole.append(cell).append(" ".repeat(pad)).append(GAP);
      }
      int last = indent(first) + start(first, line[1] - 1);
      text.addAll(TextWrap.lines(whole.toString().stripTrailing(), columns, " ".repeat(last)));
    }
    return text;
  }
}
