// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.input;

import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.imports.ImportResult;
import dev.lastbyte.imports.LogImporter;
import dev.lastbyte.report.log.DecodedRunLog;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A file from a user: its runs, or one line that says why there are none. */
public final class LogFileInput {

  private static final String KNOWN =
      "known formats: "
          + String.join(", ", LogImporter.FORMATS)
          + ", Lastbyte run log, Lastbyte report as JSON";

  private LogFileInput() {}

  /**
   * Hands over the runs in a file, at least one; says on the terminal what was left out.
   *
   * @throws InvalidInputException if there is nothing in it to diagnose
   */
  public static void read(Path file, Terminal terminal, Consumer<DecodedRunLog> runs) {
    if (file.equals(EventsInput.STANDARD_INPUT)) {
      throw new InvalidInputException(
          "standard input is read as events only: give --from events, or a file");
    }
    if (ReportInput.read(file, terminal, runs)) {
      return;
    }
    switch (LogImporter.read(file)) {
      case ImportResult.Runs imported -> imported(file, imported, terminal, runs);
      case ImportResult.OwnRunLog own -> EventsInput.read(file, terminal, runs);
      case ImportResult.UnknownVersion later ->
          throw new InvalidInputException(
              "%s is a %s of version %d; this reads version %d"
                  .formatted(file, later.format(), later.found(), later.supported()));
      case ImportResult.UnknownFormat foreign ->
          throw new InvalidInputException(
              file + " is " + shape(foreign) + " of no known format; " + KNOWN);
      case ImportResult.NotJson wrong ->
          throw new InvalidInputException(
              "%s is not JSON: it stops being so at line %d, column %d; %s; for an error text: lastbyte explain --file %s"
                  .formatted(file, wrong.line(), wrong.column(), KNOWN, file));
      case ImportResult.Truncated cut ->
          throw new InvalidInputException(
              "%s is cut short: its JSON ends at line %d, column %d before it is whole; export or"
                      .formatted(file, cut.line(), cut.column())
                  + " copy it again");
      case ImportResult.LimitExceeded beyond ->
          throw new InvalidInputException(
              "%s goes beyond the bounds of what is read (%d levels of nesting) at line %d, column %d"
                  .formatted(file, LogImporter.MAX_DEPTH, beyond.line(), beyond.column()));
      case ImportResult.Empty empty ->
          throw new InvalidInputException(file + " is empty; give a log; " + KNOWN);
      case ImportResult.Unreadable unreadable ->
          throw new InvalidInputException(unreadable(file, unreadable));
    }
  }

  private static void imported(
      Path file, ImportResult.Runs imported, Terminal terminal, Consumer<DecodedRunLog> runs) {
    if (imported.logs().isEmpty()) {
      throw new InvalidInputException(
          file + " is a " + imported.format() + " without one traced request: nothing to diagnose");
    }
    if (imported.skipped() > 0) {
      terminal.warn(
          "%s: the first %d runs are read, %d are left out"
              .formatted(file, imported.logs().size(), imported.skipped()));
    }
    imported.logs().forEach(log -> runs.accept(new DecodedRunLog(log, List.of())));
  }

  /** Why the file system refused, without repeating the file's name. */
  public static String ioReason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "there is no such file";
      case AccessDeniedException forbidden -> "permission denied";
      default -> "the file system failed";
    };
  }

  private static String shape(ImportResult.UnknownFormat foreign) {
    return switch (foreign.shape()) {
      case OBJECT -> "a JSON object with " + foreign.topLevelKeys() + " top-level keys";
      case ARRAY -> "a JSON array";
      case SCALAR -> "a single JSON value";
    };
  }

  private static String unreadable(Path file, ImportResult.Unreadable unreadable) {
    return switch (unreadable.reason()) {
      case MISSING -> "there is no file " + file;
      case FOLDER -> file + " is a folder; give files";
      case FORBIDDEN -> file + " may not be read: permission denied";
      case FAILED -> file + " cannot be read: the file system failed";
    };
  }
}
