// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.RunLogFormatException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record comes to for the database. Made of the record alone, on any thread. */
sealed interface Told {

  /** A writer began a segment. */
  record Began(SegmentHeader header) implements Told {}

  /** A run goes on. */
  record Started(Token run, Entry entry) implements Told {}

  /** A run ended, and this is how it is judged; the log stays spelled as it was. */
  record Ended(RunRow row, Entry entry) implements Told {}

  /** More of a run that had ended. */
  record Reported(Token run, List<RunEvent> more) implements Told {}

  /** What a later version of Lastbyte wrote: nothing behind it may be read. */
  record Refused(StoreException why) implements Told {}

  /** Nothing that could be read. */
  record Nothing() implements Told {}

  /** Reads a record. Never throws. */
  static Told by(Entry entry) {
    try {
      return switch (entry.kind()) {
        case HEADER -> began(SegmentHeader.of(entry.content()));
        case STARTED -> new Started(entry.run().run(), entry);
        case ENDED -> new Ended(RunRow.of(entry.log()), entry);
        case REPORTED -> reported(entry.log());
      };
    } catch (StoreException e) {
      return new Refused(e);
    } catch (RunLogFormatException | RuntimeException e) {
      return new Nothing(); // it must not keep back those behind it
    }
  }

  private static Told began(@Nullable SegmentHeader header) {
    return header == null ? new Nothing() : new Began(header);
  }

  private static Told reported(RunLog log) {
    return new Reported(log.header().run(), log.events());
  }
}
