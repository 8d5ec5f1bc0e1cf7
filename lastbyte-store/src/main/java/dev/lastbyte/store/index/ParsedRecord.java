// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.RunLogCodec;
import dev.lastbyte.report.log.RunLogFormatException;
import dev.lastbyte.store.journal.JournalRecord;
import dev.lastbyte.store.journal.SegmentHeader;
import dev.lastbyte.store.model.RunRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record comes to for the database. Made of the record alone, on any thread. */
public sealed interface ParsedRecord {

  /** A writer began a segment. */
  record WriterBegan(SegmentHeader header) implements ParsedRecord {}

  /** A run goes on; its log is spelled out only if it still does when all is told. */
  record Started(Token run, JournalRecord record, SegmentHeader header) implements ParsedRecord {}

  /** A run ended, and this is how it is judged, and its log as NDJSON. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Ended(RunRow row, byte[] ndjson) implements ParsedRecord {}

  /** More of a run that had ended. */
  record Reported(Token run, List<RunEvent> events) implements ParsedRecord {}

  /** Nothing that could be read. */
  record Unreadable() implements ParsedRecord {}

  /**
   * Reads a record. Never throws.
   *
   * @param head that of its segment, or null if it cannot be read
   */
  static ParsedRecord parse(JournalRecord record, @Nullable SegmentHeader head) {
    if (head == null) {
      return new Unreadable();
    }
    try {
      return switch (record.type()) {
        case HEADER -> new WriterBegan(head);
        case STARTED -> new Started(record.runHeader(head).run(), record, head);
        case ENDED -> ended(record.ndjson(head));
        case REPORTED -> reported(RunLogCodec.decode(record.ndjson(head)).log());
      };
    } catch (RunLogFormatException | RuntimeException e) {
      return new Unreadable(); // it must not keep back those behind it
    }
  }

  private static ParsedRecord ended(byte[] ndjson) throws RunLogFormatException {
    return new Ended(RunRow.of(RunLogCodec.decode(ndjson).log()), ndjson);
  }

  private static ParsedRecord reported(RunLog log) {
    return new Reported(log.header().run(), log.events());
  }
}
