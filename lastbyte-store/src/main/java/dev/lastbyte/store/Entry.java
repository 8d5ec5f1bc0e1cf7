// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.report.log.RunLogFormatException;

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
   * The log that it holds, as NDJSON.
   *
   * @param head that of its segment
   * @throws RunLogFormatException if it holds none
   */
  byte[] text(SegmentHeader head) throws RunLogFormatException {
    return head.dictionary().text(content);
  }

  /**
   * Whose log it holds; the rest of it is not looked at.
   *
   * @param head that of its segment
   * @throws RunLogFormatException if it holds none
   */
  RunHeader run(SegmentHeader head) throws RunLogFormatException {
    return head.dictionary().header(content);
  }
}
