// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.report.log.RunLogCodec;
import dev.lastbyte.report.log.RunLogFormatException;
import java.util.Arrays;

/**
 * A record of a segment: as it was read, or as it is to be written. Not a record of Java's, since
 * nobody is to compare its array.
 */
final class Entry {

  private final Kind kind;
  private final byte[] content;

  Entry(Kind kind, byte[] content) {
    this.kind = kind;
    this.content = content;
  }

  Kind kind() {
    return kind;
  }

  byte[] content() {
    return content;
  }

  /**
   * The log that it holds.
   *
   * @throws RunLogFormatException if it holds none
   */
  RunLog log() throws RunLogFormatException {
    return RunLogCodec.decode(content).log();
  }

  /**
   * Whose log it holds; its first line is enough for that.
   *
   * @throws RunLogFormatException if it holds none
   */
  RunHeader run() throws RunLogFormatException {
    int end = 0;
    while (end < content.length && content[end] != '\n') {
      end++;
    }
    return RunLogCodec.decode(Arrays.copyOf(content, end)).log().header();
  }
}
