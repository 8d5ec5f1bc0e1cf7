// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunLog;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The logs beside the tests, read. */
public final class SampleExports {

  private SampleExports() {}

  public static Path file(String name) {
    try {
      return Path.of(Objects.requireNonNull(SampleExports.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  public static List<RunLog> runs(String name) {
    return read(file(name)).logs();
  }

  /** What a file turned out to be, and its runs. */
  public record Read(ImportResult result, List<RunLog> logs) {}

  public static Read read(Path file) {
    List<RunLog> logs = new ArrayList<>();
    ImportResult result = LogImporter.read(file, null, run -> logs.add(run.log()), bytes -> {});
    return new Read(result, logs);
  }

  public static <E extends RunEvent> List<E> all(RunLog log, Class<E> type) {
    return log.events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  public static <E extends RunEvent> E only(RunLog log, Class<E> type) {
    List<E> found = all(log, type);
    if (found.size() != 1) {
      throw new AssertionError("expected one " + type.getSimpleName() + ", but found " + found);
    }
    return found.getFirst();
  }
}
