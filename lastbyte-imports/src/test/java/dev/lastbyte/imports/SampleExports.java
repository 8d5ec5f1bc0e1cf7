// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.ImportResult.Runs;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The exports beside the tests, read. */
final class SampleExports {

  private SampleExports() {}

  static Path file(String name) {
    try {
      return Path.of(Objects.requireNonNull(SampleExports.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static List<RunLog> runs(String name) {
    return ((Runs) LogImporter.read(file(name))).logs();
  }

  static <E extends RunEvent> List<E> all(RunLog log, Class<E> type) {
    return log.events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  static <E extends RunEvent> E only(RunLog log, Class<E> type) {
    List<E> found = all(log, type);
    if (found.size() != 1) {
      throw new AssertionError("expected one " + type.getSimpleName() + ", but found " + found);
    }
    return found.getFirst();
  }
}
