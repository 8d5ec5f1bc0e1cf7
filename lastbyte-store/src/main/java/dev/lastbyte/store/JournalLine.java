// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.report.log.RunLogCodec;
import dev.lastbyte.report.log.RunLogFormatException;
import java.util.Arrays;

/**
 * A run log on a single line: NDJSON with tabs, which JSON never holds raw, for line feeds. The
 * line of a run that ended begins with a tab.
 */
final class JournalLine {

  private JournalLine() {}

  /** The line of a run that goes on, its line feed included. */
  static byte[] started(RunLog log) {
    byte[] line = RunLogCodec.encode(log);
    asOneLine(line, 0);
    return line;
  }

  /** The line of a run that ended, its line feed included. */
  static byte[] ended(byte[] ndjson) {
    var line = new byte[ndjson.length + 1];
    System.arraycopy(ndjson, 0, line, 1, ndjson.length);
    line[0] = '\t';
    asOneLine(line, 1);
    return line;
  }

  /** Whether the line that begins here is that of a run that ended. */
  static boolean isEnd(byte[] bytes, int from) {
    return bytes[from] == '\t';
  }

  /**
   * The log on a line; of a run that had not ended, as that of a process that died.
   *
   * @throws RunLogFormatException if there is none
   */
  static RunLog left(byte[] line) throws RunLogFormatException {
    return isEnd(line, 0)
        ? log(Arrays.copyOfRange(line, 1, line.length))
        : ProcessLoss.in(log(line.clone()));
  }

  private static RunLog log(byte[] line) throws RunLogFormatException {
    for (int i = 0; i < line.length; i++) {
      if (line[i] == '\t') {
        line[i] = '\n';
      }
    }
    return RunLogCodec.decode(line).log();
  }

  private static void asOneLine(byte[] line, int from) {
    for (int i = from; i < line.length - 1; i++) {
      if (line[i] == '\n') {
        line[i] = '\t';
      }
    }
  }
}
