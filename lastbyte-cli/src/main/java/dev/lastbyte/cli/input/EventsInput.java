// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.input;

import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.report.log.DecodedRunLog;
import dev.lastbyte.report.log.EventFile;
import dev.lastbyte.report.log.ReadProblem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs in the public event format, from a file or from standard input. */
public final class EventsInput {

  /** Stands for standard input where a file is expected. */
  public static final Path STANDARD_INPUT = Path.of("-");

  private EventsInput() {}

  /**
   * Hands over each run as soon as it is whole; says on the terminal what was left out.
   *
   * @throws InvalidInputException if there is no run in it
   */
  public static void read(Path file, Terminal terminal, Consumer<DecodedRunLog> runs) {
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(file + " is a folder; give files");
    }
    var found = new AtomicInteger();
    try (InputStream in = open(file, terminal)) {
      List<ReadProblem> outside =
          EventFile.read(
              in,
              run -> {
                found.incrementAndGet();
                String name = file + ", run " + run.log().header().run();
                run.problems().forEach(note -> terminal.warn(name + ": " + note.text()));
                runs.accept(run);
              });
      if (found.get() == 0) {
        throw new InvalidInputException(noEventsMessage(file, outside));
      }
      outside.forEach(note -> terminal.warn(file + ": " + note.text()));
    } catch (IOException e) {
      throw new InvalidInputException(file + " cannot be read: " + LogFileInput.ioReason(e), e);
    }
  }

  private static InputStream open(Path file, Terminal terminal) throws IOException {
    return file.equals(STANDARD_INPUT)
        ? terminal.in()
        : new BufferedInputStream(Files.newInputStream(file));
  }

  private static String noEventsMessage(Path file, List<ReadProblem> outside) {
    String why = outside.stream().map(ReadProblem::text).collect(Collectors.joining("; "));
    return file + " holds no event to diagnose" + (why.isEmpty() ? "; it is empty" : "; " + why);
  }
}
