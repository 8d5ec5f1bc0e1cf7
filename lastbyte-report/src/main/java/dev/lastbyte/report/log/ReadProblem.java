// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.event.Coded;
import dev.lastbyte.report.log.text.RunLogLimits;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One kind of thing that a reader could not use. Holds nothing of what it read.
 *
 * @param count how often
 * @param lines the numbers, from 1, of the first {@value #MAX_LINES} lines where it was
 */
public record ReadProblem(Kind kind, long count, List<Long> lines) {

  /** The most line numbers that a note holds. */
  public static final int MAX_LINES = 8;

  /** Keeps the first {@link #MAX_LINES} line numbers. */
  public ReadProblem {
    lines = List.copyOf(lines.subList(0, Math.min(lines.size(), MAX_LINES)));
  }

  /** What happened, as one sentence for a person. */
  public String text() {
    String where = lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
    String more = count > lines.size() ? ", …" : "";
    return "%s: %d (line %s%s)".formatted(kind.description, count, where, more);
  }

  /** What a reader can stumble over. */
  public enum Kind implements Coded {
    BROKEN_LINE("lines skipped that are no JSON object"),
    LONG_LINE("lines skipped that are longer than " + RunLogLimits.MAX_LINE_BYTES + " bytes"),
    UNKNOWN_EVENT("lines skipped whose kind or type is not known"),
    UNFIT_EVENT("events skipped because a required field is missing or out of bounds"),
    DUPLICATE("events skipped because their id was read before"),
    ID_CONFLICT("ids that stand for two different events, of which both were kept"),
    OUT_OF_ORDER("events that stood behind a later one, put in order of time"),
    OVER_BOUND("events let go beyond the bound of the attempt, the run or the file"),
    MISSING_HEADER("events without a header, read as a run of their own without a start time"),
    UNFIT_HEADER("headers that cannot be used"),
    UNKNOWN_VERSION("lines skipped of runs in a version that is not known"),
    UNKNOWN_FIELD("fields ignored that are not known"),
    UNFIT_VALUE("values dropped that may not be kept"),
    CUT("reading stopped at the most bytes that are read");

    private final String description;

    Kind(String says) {
      this.description = says;
    }
  }
}
