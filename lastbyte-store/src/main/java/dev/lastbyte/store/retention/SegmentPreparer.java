// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.retention;

import dev.lastbyte.store.journal.JournalWriter;
import dev.lastbyte.store.journal.MaintenanceTask;
import dev.lastbyte.store.journal.OpenSegment;
import dev.lastbyte.store.journal.Segments;
import java.io.IOException;

/** Does what takes time, so that who records never waits: the thread of a writer. */
public final class SegmentPreparer implements Runnable {

  private final JournalWriter journalWriter;
  private final Segments segments;
  private final RetentionScheduler retentionScheduler;

  public SegmentPreparer(
      JournalWriter journalWriter, Segments segments, RetentionScheduler retentionScheduler) {
    this.journalWriter = journalWriter;
    this.segments = segments;
    this.retentionScheduler = retentionScheduler;
  }

  @Override
  public void run() {
    try {
      while (doNext()) {
        // until nothing is to be done any more
      }
    } catch (InterruptedException e) {
      // Only the store has this thread, and does not interrupt it: then this is the end.
      Thread.currentThread().interrupt();
    }
  }

  private boolean doNext() throws InterruptedException {
    switch (journalWriter.nextTask()) {
      case MaintenanceTask.Seal seal -> {
        seal.segments().forEach(OpenSegment::seal);
        retentionScheduler.schedule();
      }
      case MaintenanceTask.Prepare prepare -> prepare(prepare.bytes());
      case MaintenanceTask.End end -> {
        return false;
      }
    }
    return true;
  }

  private void prepare(int bytes) {
    try {
      journalWriter.segmentPrepared(segments.prepare(bytes));
    } catch (IOException | RuntimeException e) {
      journalWriter.preparationFailed(e);
    }
  }
}
