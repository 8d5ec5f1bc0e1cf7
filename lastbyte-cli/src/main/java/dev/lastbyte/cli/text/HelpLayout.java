// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

import picocli.CommandLine;

/** Help that is as wide as the terminal. Sentences flow; what is laid out by hand fits all. */
public final class HelpLayout {

  /** Longer lines are hard to read. */
  private static final int MOST_COLUMNS = 120;

  private HelpLayout() {}

  /** Lays out the help of a command and of all below it. */
  public static void apply(CommandLine command, Terminal terminal) {
    int columns = terminal.isInteractive() ? terminal.columns() : Terminal.LEAST_COLUMNS;
    command.setUsageHelpWidth(Math.min(columns, MOST_COLUMNS));
  }
}
