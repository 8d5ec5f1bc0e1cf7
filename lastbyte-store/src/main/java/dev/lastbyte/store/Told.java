// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.RunLogCodec;
import dev.lastbyte.report.log.RunLogFormatException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record comes to for the database. Made of the record alone, on any thread. */
sealed interface Told {

  /** A writer began a segment. */
  record Began(SegmentHeader header) implements Told {}

  /** A run goes on; its log is spelled out only if it still does when all is told. */
  record Started(Token run, Entry entry, SegmentHeader head) implements Told {}

  /** A run ended, and this is how it is judged, and its log as NDJSON. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares it
  record Ended(RunRow row, byte[] ndjson) implements Told {}

  /** More of a run that had ended. */
  record Reported(Token run, List<RunEvent> more) implements Told {}

  /** Nothing that could be read. */
  record Nothing() implements Told {}

  /**
   * Reads a record. Never throws.
   *
   * @param head that of its segment, or null if it cannot be read
   */
  static Told by(Entry entry, @Nullable SegmentHeader head) {
    if (head == null) {
      return new Nothing();
    }
    try {
      return switch (entry.kind()) {
        case HEADER -> new Began(head);
        case STARTED -> new Started(entry.run(head).run(), entry, head);
        case ENDED -> ended(entry.text(head));
        case REPORTED -> reported(RunLogCodec.decode(entry.text(head)).log());
      };
    } catch (RunLogFormatException | RuntimeException e) {
      return new Nothing(); // it must not keep back those behind it
    }
  }

  private static Told ended(byte[] ndjson) throws RunLogFormatException {
    return new Ended(RunRow.of(RunLogCodec.decode(ndjson).log()), ndjson);
  }

  private static Told reported(RunLog log) {
    return new Reported(log.header().run(), log.events());
  }
}
