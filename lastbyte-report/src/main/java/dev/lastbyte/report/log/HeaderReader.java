// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.text.RunLogLimits;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the line that makes a file a run log. */
final class HeaderReader {

  private static final Set<String> FIELDS =
      Set.of("lastbyte", "kind", "run", "started_at", "provider", "dropped");

  private HeaderReader() {}

  /** Whether a line says that a run begins, whatever else it says. */
  static boolean isHeader(Map<String, Object> line) {
    return line.containsKey("lastbyte");
  }

  static boolean isOfAReadVersion(Map<String, Object> line) {
    return line.get("lastbyte") instanceof Long version
        && version >= RunLogLimits.OLDEST_VERSION
        && version <= RunLogLimits.VERSION;
  }

  static RunHeader header(Map<String, Object> line) throws RunLogFormatException {
    if (!isHeader(line)) {
      throw new RunLogFormatException(
          "not a run log: its first line must be an object with \"lastbyte\":"
              + RunLogLimits.VERSION);
    }
    checkVersion(line);
    if (!"run".equals(line.get("kind"))) {
      throw new RunLogFormatException(
          "not a run log: the kind must be \"run\", but was " + shown(line.get("kind")));
    }
    return new RunHeader(run(line), startedAt(line), token(line.get("provider")));
  }

  static long dropped(Map<String, Object> line) {
    return line.get("dropped") instanceof Long number
        ? Math.clamp(number, 0, RunLogLimits.MAX_NUMBER)
        : 0;
  }

  static List<String> unknownFields(Map<String, Object> line) {
    return line.keySet().stream().filter(field -> !FIELDS.contains(field)).toList();
  }

  private static void checkVersion(Map<String, Object> line) throws RunLogFormatException {
    if (!isOfAReadVersion(line)) {
      throw new RunLogFormatException(
          "a run log of version %s cannot be read here: the version must be %d to %d"
              .formatted(
                  shown(line.get("lastbyte")), RunLogLimits.OLDEST_VERSION, RunLogLimits.VERSION));
    }
  }

  private static Token run(Map<String, Object> line) throws RunLogFormatException {
    Token run = token(line.get("run"));
    if (run == null) {
      throw new RunLogFormatException("not a run log: \"run\" must be the run's id, a token");
    }
    return run;
  }

  private static long startedAt(Map<String, Object> line) throws RunLogFormatException {
    if (line.get("started_at") instanceof String text) {
      try {
        return Instant.parse(text).toEpochMilli();
      } catch (DateTimeException | ArithmeticException unfit) {
        // said below, as for any other value
      }
    }
    throw new RunLogFormatException(
        "not a run log: \"started_at\" must be a time such as 2026-01-31T09:30:00.000Z");
  }

  private static @Nullable Token token(@Nullable Object value) {
    return value instanceof String text ? Token.orNull(text) : null;
  }

  /** The value if it is harmless, for a message that must not repeat anything else. */
  private static String shown(@Nullable Object value) {
    if (value instanceof Long number) {
      return number.toString();
    }
    Token token = token(value);
    return token == null ? "something else" : "\"" + token + "\"";
  }
}
