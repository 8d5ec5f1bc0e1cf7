// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.input;

import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.imports.ImportLosses;
import dev.lastbyte.imports.ImportResult;
import dev.lastbyte.imports.ImportedRun;
import dev.lastbyte.imports.LogImporter;
import dev.lastbyte.imports.SourceFamily;
import dev.lastbyte.report.log.DecodedRunLog;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A file from a user: its runs, or one line that says why there are none. */
public final class LogFileInput {

  private static final String KNOWN =
      "known formats: session logs of Codex, Claude Code, OpenCode and Gemini CLI, PawWork session"
          + " export, HTTP archive, OTLP traces, Lastbyte run log, Lastbyte report as JSON";

  /** What would have told what a log does not. */
  private static final String RECORD =
      "to have the next one recorded: lastbyte run -- COMMAND, or lastbyte gateway";

  private LogFileInput() {}

  /**
   * Hands over the runs in a file, at least one; says on the terminal what was left out.
   *
   * @param wanted whose log it is said to be, or null to find out
   * @throws InvalidInputException if there is nothing in it to diagnose
   */
  public static void read(
      Path file, @Nullable SourceFamily wanted, Terminal terminal, Consumer<InputRun> runs) {
    if (file.equals(EventsInput.STANDARD_INPUT)) {
      throw new InvalidInputException(
          "standard input is read as events only: give --from events, or a file");
    }
    Consumer<DecodedRunLog> own = run -> runs.accept(new InputRun(run.log(), run.problems(), null));
    if (wanted == null && ReportInput.read(file, terminal, own)) {
      return;
    }
    var progress = new ReadingProgress(file, terminal);
    Consumer<ImportedRun> each =
        run -> runs.accept(new InputRun(run.log(), List.of(), run.source().family()));
    switch (LogImporter.read(file, wanted, each, progress)) {
      case ImportResult.Runs imported -> imported(file, imported, terminal);
      case ImportResult.OwnRunLog ownLog -> EventsInput.read(file, terminal, own);
      case ImportResult.Unread unread ->
          throw new InvalidInputException(
              "%s is %s: %s; %s"
                  .formatted(file, unread.source().described(), unread.source().advice(), RECORD));
      case ImportResult.OtherSource other ->
          throw new InvalidInputException(
              "%s is no log of %s: by its shape it is %s"
                  .formatted(
                      file, wanted == null ? "it" : wanted.title(), other.found().described()));
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

  private static void imported(Path file, ImportResult.Runs imported, Terminal terminal) {
    warnOfLosses(file, imported.losses(), terminal);
    if (imported.runs() == 0) {
      throw new InvalidInputException(
          "%s is %s without one request: nothing to diagnose; %s"
              .formatted(file, imported.source().described(), RECORD));
    }
  }

  private static void warnOfLosses(Path file, ImportLosses losses, Terminal terminal) {
    if (losses.brokenLines() > 0) {
      terminal.warn(
          "%s: %d lines or records skipped that are not what the format says%s"
              .formatted(file, losses.brokenLines(), places(losses.firstLines())));
    }
    if (losses.unrelated() > 0) {
      terminal.warn(
          "%s: %d records passed over that are no request to a model"
              .formatted(file, losses.unrelated()));
    }
    if (losses.overBound() > 0) {
      terminal.warn(
          "%s: %d runs left out beyond the first %d"
              .formatted(file, losses.overBound(), LogImporter.MAX_RUNS));
    }
    if (losses.cut()) {
      terminal.warn(file + " is cut short: what stands before the cut is read");
    }
  }

  private static String places(List<Long> lines) {
    String known =
        lines.stream()
            .filter(line -> line > 0)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return known.isEmpty() ? "" : " (line " + known + ", ...)";
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
