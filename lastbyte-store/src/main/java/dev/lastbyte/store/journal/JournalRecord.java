// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.report.log.RunLogFormatException;

/**
 * A record of a segment: as it was read, or as it is to be written. Not a record of Java's, since
 * its array is not to be compared.
 */
public final class JournalRecord {

  private final RecordType type;
  private final byte[] content;

  JournalRecord(RecordType type, byte[] content) {
    this.type = type;
    this.content = content;
  }

  public RecordType type() {
    return type;
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
  public byte[] ndjson(SegmentHeader head) throws RunLogFormatException {
    return head.dictionary().text(content);
  }

  /**
   * Whose log it holds; the rest of it is not looked at.
   *
   * @param head that of its segment
   * @throws RunLogFormatException if it holds none
   */
  public RunHeader runHeader(SegmentHeader head) throws RunLogFormatException {
    return head.dictionary().header(content);
  }
}
