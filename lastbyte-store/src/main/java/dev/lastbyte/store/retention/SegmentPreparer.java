// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.retention;

import dev.lastbyte.store.journal.FolderWatch;
import dev.lastbyte.store.journal.HealthReporter;
import dev.lastbyte.store.journal.JournalWriter;
import dev.lastbyte.store.journal.MaintenanceTask;
import dev.lastbyte.store.journal.OpenSegment;
import dev.lastbyte.store.journal.Segments;
import java.io.IOException;

/** Does what takes time, so that who records never waits: the thread of a writer. */
public final class SegmentPreparer implements Runnable {

  private final JournalWriter journalWriter;
  private final Segments segments;
  private final FolderWatch folderWatch;
  private final HealthReporter healthReporter;
  private final RetentionScheduler retentionScheduler;
  private long lastNumber;

  public SegmentPreparer(
      JournalWriter journalWriter,
      Segments segments,
      long firstNumber,
      FolderWatch folderWatch,
      HealthReporter healthReporter,
      RetentionScheduler retentionScheduler) {
    this.journalWriter = journalWriter;
    this.segments = segments;
    this.lastNumber = firstNumber;
    this.folderWatch = folderWatch;
    this.healthReporter = healthReporter;
    this.retentionScheduler = retentionScheduler;
  }

  @Override
  public void run() {
    try {
      while (doNextOrReport()) {
        // until nothing is to be done any more
      }
    } catch (InterruptedException e) {
      // Only the store has this thread, and does not interrupt it: then this is the end.
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whatever fails, this thread goes on: without it nothing would be recorded any more once the
   * current segment is full, and nothing would say so. A page that the disk cannot give comes as an
   * error, and as late as the JVM sees fit.
   */
  private boolean doNextOrReport() throws InterruptedException {
    try {
      return doNext();
    } catch (RuntimeException | Error fault) {
      journalWriter.maintenanceFailed(fault);
      return true;
    }
  }

  private boolean doNext() throws InterruptedException {
    switch (journalWriter.nextTask()) {
      case MaintenanceTask.Seal seal -> {
        seal.segments().forEach(OpenSegment::seal);
        retentionScheduler.schedule();
      }
      case MaintenanceTask.Prepare prepare -> prepare(prepare.bytes());
      case MaintenanceTask.Check check -> {
        folderWatch.check();
        healthReporter.reportIfChanged();
      }
      case MaintenanceTask.End end -> {
        healthReporter.reportIfChanged();
        return false;
      }
    }
    return true;
  }

  private void prepare(int bytes) {
    try {
      OpenSegment segment = segments.prepare(bytes, lastNumber);
      lastNumber = segment.number();
      journalWriter.segmentPrepared(segment);
    } catch (IOException | RuntimeException e) {
      journalWriter.preparationFailed(e);
    }
  }
}
