// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.report.log.RunLogCodec;
import dev.lastbyte.report.log.RunLogFormatException;

/** A run log on a single line: NDJSON with tabs, which JSON never holds raw, for line feeds. */
final class JournalLine {

  private JournalLine() {}

  /** The line, its line feed included. */
  static byte[] of(RunLog log) {
    byte[] line = RunLogCodec.encode(log);
    replace(line, '\n', '\t');
    line[line.length - 1] = '\n';
    return line;
  }

  /**
   * The log on a line.
   *
   * @throws RunLogFormatException if there is none
   */
  static RunLog log(byte[] line) throws RunLogFormatException {
    byte[] ndjson = line.clone();
    replace(ndjson, '\t', '\n');
    return RunLogCodec.decode(ndjson).log();
  }

  private static void replace(byte[] bytes, char what, char with) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == what) {
        bytes[i] = (byte) with;
      }
    }
  }
}
