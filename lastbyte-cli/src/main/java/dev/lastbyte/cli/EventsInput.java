// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import dev.lastbyte.report.log.Decoded;
import dev.lastbyte.report.log.EventFile;
import dev.lastbyte.report.log.Note;
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
final class EventsInput {

  /** Stands for standard input where a file is expected. */
  static final Path STANDARD_INPUT = Path.of("-");

  private EventsInput() {}

  /**
   * Hands over each run as soon as it is whole; says on the terminal what was left out.
   *
   * @throws BadInput if there is no run in it
   */
  static void read(Path file, Terminal terminal, Consumer<Decoded> runs) {
    var found = new AtomicInteger();
    try (InputStream in = open(file, terminal)) {
      List<Note> outside =
          EventFile.read(
              in,
              run -> {
                found.incrementAndGet();
                String name = file + ", run " + run.log().header().run();
                run.notes().forEach(note -> terminal.complain(name + ": " + note.text()));
                runs.accept(run);
              });
      if (found.get() == 0) {
        throw new BadInput(nothingIn(file, outside));
      }
      outside.forEach(note -> terminal.complain(file + ": " + note.text()));
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + ForeignFile.reason(e), e);
    }
  }

  private static InputStream open(Path file, Terminal terminal) throws IOException {
    return file.equals(STANDARD_INPUT)
        ? terminal.in()
        : new BufferedInputStream(Files.newInputStream(file));
  }

  private static String nothingIn(Path file, List<Note> outside) {
    String why = outside.stream().map(Note::text).collect(Collectors.joining("; "));
    return file + " holds no event to diagnose" + (why.isEmpty() ? "; it is empty" : "; " + why);
  }
}
