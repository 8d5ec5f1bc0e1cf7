// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.ImportOutcome;
import dev.lastbyte.imports.Imports;
import dev.lastbyte.report.log.Decoded;
import dev.lastbyte.report.log.RunLogCodec;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A file that somebody hands us: its runs, or one line that says why there are none. */
final class ForeignFile {

  private static final String KNOWN =
      "known formats: " + String.join(", ", Imports.FORMATS) + ", Lastbyte run log";

  private ForeignFile() {}

  /**
   * The runs in a file, at least one.
   *
   * @param notices hears, in a line each, what of the file was left out
   * @throws BadInput if there is nothing in it to diagnose
   */
  static List<RunLog> runs(Path file, Consumer<String> notices) {
    return switch (Imports.read(file)) {
      case ImportOutcome.Runs runs -> runs(file, runs, notices);
      case ImportOutcome.OwnRunLog own -> List.of(own(file, notices));
      case ImportOutcome.UnknownVersion later ->
          throw new BadInput(
              "%s is a %s of version %d; this reads version %d"
                  .formatted(file, later.format(), later.given(), later.known()));
      case ImportOutcome.Foreign foreign ->
          throw new BadInput(file + " is " + shape(foreign) + " of no known format; " + KNOWN);
      case ImportOutcome.NotJson wrong ->
          throw new BadInput(
              "%s is not JSON: it stops being so at line %d, column %d; %s"
                  .formatted(file, wrong.line(), wrong.column(), KNOWN));
      case ImportOutcome.CutShort cut ->
          throw new BadInput(
              "%s is cut short: its JSON ends at line %d, column %d before it is whole; export or"
                      .formatted(file, cut.line(), cut.column())
                  + " copy it again");
      case ImportOutcome.BeyondBounds beyond ->
          throw new BadInput(
              "%s goes beyond the bounds of what is read (%d levels of nesting) at line %d, column %d"
                  .formatted(file, Imports.MAX_DEPTH, beyond.line(), beyond.column()));
      case ImportOutcome.Empty empty ->
          throw new BadInput(file + " is empty; give a log; " + KNOWN);
      case ImportOutcome.Unreadable unreadable -> throw new BadInput(unreadable(file, unreadable));
    };
  }

  private static List<RunLog> runs(Path file, ImportOutcome.Runs runs, Consumer<String> notices) {
    if (runs.logs().isEmpty()) {
      throw new BadInput(
          file + " is a " + runs.format() + " without one traced request: nothing to diagnose");
    }
    if (runs.leftOut() > 0) {
      notices.accept(
          "%s: the first %d runs are read, %d are left out"
              .formatted(file, runs.logs().size(), runs.leftOut()));
    }
    return runs.logs();
  }

  private static RunLog own(Path file, Consumer<String> notices) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Decoded decoded = RunLogCodec.read(in);
      decoded.notes().forEach(note -> notices.accept(file + ": " + note.text()));
      return decoded.log();
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read as a run log: " + e.getMessage(), e);
    }
  }

  private static String shape(ImportOutcome.Foreign foreign) {
    return switch (foreign.shape()) {
      case OBJECT -> "a JSON object with " + foreign.topLevelKeys() + " top-level keys";
      case ARRAY -> "a JSON array";
      case SCALAR -> "a single JSON value";
    };
  }

  private static String unreadable(Path file, ImportOutcome.Unreadable unreadable) {
    return switch (unreadable.why()) {
      case MISSING -> "there is no file " + file;
      case FOLDER -> file + " is a folder; give files";
      case FORBIDDEN -> file + " may not be read: permission denied";
      case FAILED -> file + " cannot be read: the file system failed";
    };
  }
}
