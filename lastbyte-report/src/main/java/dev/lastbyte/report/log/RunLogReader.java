// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.report.log.text.RunLogLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Reads a file that holds one run log. Used once, by one thread. */
final class RunLogReader {

  private final LineReader lines;

  RunLogReader(InputStream in) {
    this.lines = new LineReader(in, RunLogLimits.MAX_BYTES);
  }

  DecodedRunLog read() throws IOException {
    RunAssembler run = RunAssembler.under(firstLine(), lines.number());
    while (lines.advance()) {
      if (lines.blank()) {
        continue;
      }
      Map<String, Object> object = lines.object(run.notes());
      if (object != null) {
        run.add(object, lines.number());
      } else {
        run.misses(1);
      }
    }
    if (lines.cut()) {
      run.notes().add(ReadProblem.Kind.CUT, lines.number());
      run.misses(1);
    }
    return run.decoded();
  }

  /** The first line that is not blank; without fields if it is no object. */
  private Map<String, Object> firstLine() throws IOException {
    while (lines.advance()) {
      if (!lines.blank()) {
        Map<String, Object> object = lines.object(new ReadProblems());
        return object == null ? Map.of() : object;
      }
    }
    throw new RunLogFormatException("not a run log: it is empty");
  }
}
