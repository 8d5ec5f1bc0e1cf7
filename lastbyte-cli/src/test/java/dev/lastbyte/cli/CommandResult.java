// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import dev.lastbyte.cli.text.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What one command printed, and its exit code. */
record CommandResult(int exit, String out, String err) {

  static CommandResult of(String... args) {
    return withInput("", args);
  }

  /** One at a terminal that is so wide. */
  static CommandResult atTerminal(int columns, String... args) {
    return run("", columns, args);
  }

  /** One that has a text on its standard input. */
  static CommandResult withInput(String in, String... args) {
    return run(in, Terminal.UNLIMITED, args);
  }

  private static CommandResult run(String in, int columns, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            columns,
            columns);
    int exit = Lastbyte.run(terminal, args);
    return new CommandResult(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
