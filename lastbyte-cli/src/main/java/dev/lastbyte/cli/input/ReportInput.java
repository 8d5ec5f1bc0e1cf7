// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.input;

import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.report.LoggedReport;
import dev.lastbyte.report.log.DecodedRunLog;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What {@code runs --json} and {@code show --json} printed: the runs in it. */
final class ReportInput {

  private ReportInput() {}

  /**
   * Hands over the runs of a file of reports.
   *
   * @return false if the file is no such file
   * @throws InvalidInputException if it begins as one, and goes on as none
   */
  static boolean read(Path file, Terminal terminal, Consumer<DecodedRunLog> runs) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return LoggedReport.read(
          in,
          run -> {
            String name = file + ", run " + run.log().header().run();
            run.problems().forEach(note -> terminal.warn(name + ": " + note.text()));
            runs.accept(run);
          });
    } catch (IOException e) {
      throw new InvalidInputException(
          file + " begins as a report of Lastbyte, and cannot be read as one to its end", e);
    }
  }
}
