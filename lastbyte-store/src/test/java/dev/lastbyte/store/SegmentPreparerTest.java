// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.report.log.compact.CompactLog;
import dev.lastbyte.store.index.DatabaseFile;
import dev.lastbyte.store.journal.FolderWatch;
import dev.lastbyte.store.journal.HealthReporter;
import dev.lastbyte.store.journal.JournalWriter;
import dev.lastbyte.store.journal.RecordType;
import dev.lastbyte.store.journal.SampleRuns;
import dev.lastbyte.store.journal.SegmentHeader;
import dev.lastbyte.store.journal.StoreHealth;
import dev.lastbyte.store.journal.StoreLayout;
import dev.lastbyte.store.journal.StoreLimits;
import dev.lastbyte.store.journal.TroubleFile;
import dev.lastbyte.store.journal.WriterLock;
import dev.lastbyte.store.model.Retention;
import dev.lastbyte.store.retention.RetentionScheduler;
import dev.lastbyte.store.retention.RetentionTask;
import dev.lastbyte.store.retention.SegmentPreparer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class SegmentPreparerTest {

  @TempDir private Path dir;

  @Test
  void aTaskThatFailsUnforeseen_isSaid_andTheThreadGoesOn() throws Exception {
    var layout = new StoreLayout(dir);
    RunClock clock = RunClock.system();
    var health = new StoreHealth(clock);
    SegmentHeader header = SegmentHeader.ofNewSession(1);
    var writer = new JournalWriter(null, header, clock, StoreLimits.NORMAL, health);
    var reporter = new HealthReporter(health, writer, new TroubleFile(layout));
    reporter.close(); // so that it throws when there is something to report
    health.note("some trouble");
    var file =
        new DatabaseFile(
            layout.database(), StoreLimits.NORMAL, Retention.ofAll(), clock, health, true);
    try (WriterLock lock = WriterLock.acquire(layout);
        var scheduler =
            new RetentionScheduler(
                new RetentionTask(layout, file, Retention.ofAll(), health), writer)) {
      var watch = new FolderWatch(layout, lock, writer, health);
      var preparer = new SegmentPreparer(writer, layout.segments(), 0, watch, reporter, scheduler);
      Thread thread = Thread.ofPlatform().daemon().start(preparer);
      writer.await(() -> String.valueOf(health.summary(0)).contains("own thread failed"));

      writer.append(RecordType.ENDED, CompactLog.encode(SampleRuns.refused("r", 0)));
      writer.await(() -> writer.waiting() == 0);

      writer.close();
      thread.join();
      assertThat(layout.segments().numbers()).isNotEmpty();
    }
  }
}
