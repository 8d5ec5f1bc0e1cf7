// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

import dev.lastbyte.cli.text.Terminal.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Markdown as a terminal shows it best, of the kinds that our reports have: headings, paragraphs,
 * lists and tables. Where no person looks, it is printed as it is.
 */
public final class MarkdownView {

  private static final Pattern EMPHASIS = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*");
  private static final Pattern RULE = Pattern.compile("\\|[-:|]+\\|");
  private static final Pattern CELL_END = Pattern.compile(" ?\\|");

  private final Terminal terminal;
  private @Nullable Table table;

  private MarkdownView(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints a text. */
  public static void print(String markdown, Terminal terminal) {
    if (!terminal.isInteractive()) {
      terminal.line(markdown);
      return;
    }
    var view = new MarkdownView(terminal);
    markdown.lines().forEach(view::line);
    view.endTable();
  }

  private void line(String line) {
    if (line.startsWith("|")) {
      row(line);
      return;
    }
    endTable();
    if (line.startsWith("#")) {
      String title = line.replaceFirst("^#+ ", "");
      terminal.line(terminal.styled(Style.BOLD, title));
    } else {
      terminal.line(emphasised(line));
    }
  }

  private void row(String line) {
    if (RULE.matcher(line.replace(" ", "")).matches() && line.contains("-")) {
      return;
    }
    String[] cells =
        Arrays.stream(CELL_END.split(line.substring(1), -1))
            .map(String::strip)
            .toArray(String[]::new);
    cells = Arrays.copyOf(cells, cells.length - 1);
    if (table == null) {
      table = new Table(cells);
    } else {
      table.row(emphasised(cells));
    }
  }

  private void endTable() {
    if (table != null) {
      table.printTo(terminal);
      table = null;
    }
  }

  private String[] emphasised(String[] cells) {
    List<String> shown = new ArrayList<>();
    for (String cell : cells) {
      shown.add(emphasised(cell));
    }
    return shown.toArray(String[]::new);
  }

  private String emphasised(String text) {
    return EMPHASIS
        .matcher(text)
        .replaceAll(match -> {
          String inner = match.group(1) == null ? match.group(2) : match.group(1);
          return Matcher.quoteReplacement(terminal.styled(Style.BOLD, inner));
        });
  }
}
