// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.report.log.RunLogCodec;
import dev.lastbyte.report.log.compact.CompactLog;
import dev.lastbyte.store.index.ProcessLoss;
import dev.lastbyte.store.journal.JournalPosition;
import dev.lastbyte.store.journal.SampleRuns;
import dev.lastbyte.store.journal.SegmentSlice;
import dev.lastbyte.store.journal.Segments;
import dev.lastbyte.store.journal.StoreLayout;
import dev.lastbyte.store.journal.StoreLimits;
import dev.lastbyte.store.model.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stands in several segments, and when it is read. */
@Timeout(300)
class JournalTest {

  /** So small that a dozen runs need several. */
  private static final StoreLimits SMALL = SampleRuns.segmentsOf(400);

  @TempDir Path dir;

  private RunStore open() throws StoreException {
    return RunStore.open(new StoreLayout(dir), RunClock.system(), SMALL);
  }

  private Segments segments() {
    return new StoreLayout(dir).segments();
  }

  private static void fillSegments(RunStore store, String name) {
    for (int i = 0; i < 30; i++) {
      store.ended(SampleRuns.refused(name + i, i));
    }
  }

  private static RunLog lost(String run) {
    return SampleRuns.started(run, 0).plus(List.of(new ProcessLost(SampleRuns.at(20, 1))));
  }

  @Test
  void runsStillToBeRead_areCountedByTheirRecords_notByTheRoomTaken() throws Exception {
    try (RunStore store = RunStore.open(dir, RunClock.system())) {
      store.started(SampleRuns.started("one", 0));
      store.ended(SampleRuns.refused("one", 0));
      store.ended(SampleRuns.refused("two", 1));
      store.awaitWritten();

      assertThat(segments().endedRunsFrom(JournalPosition.START)).isEqualTo(2);
    }
  }

  @Test
  void runsStillToBeRead_areCountedInAllSegments() throws Exception {
    try (RunStore store = open()) {
      fillSegments(store, "run");
      store.awaitWritten();
      SegmentSlice first = SegmentSlice.read(segments().path(1), 0, true, 3);
      int read = first.records().size() - 1; // the first one is the segment's header

      assertThat(segments().endedRunsFrom(JournalPosition.START)).isEqualTo(30);
      assertThat(segments().endedRunsFrom(new JournalPosition(1, first.end(), "")))
          .isEqualTo(30 - read);
    }
  }

  @Test
  void aRunThatEndsInAnotherSegment_isStoredOnce() throws Exception {
    try (RunStore store = open()) {
      store.started(SampleRuns.started("long", 0));
      fillSegments(store, "between");
      store.ended(SampleRuns.refused("long", 0));

      assertThat(store.runs().find("long"))
          .isEqualTo(new Lookup.Found(SampleRuns.refused("long", 0)));
      assertThat(store.runs().newest(100)).hasSize(31);
      assertThat(store.health()).isNull();
    }
  }

  @Test
  void aRunReadBetweenItsStartAndItsEnd_isStoredOnceItEnds() throws Exception {
    try (RunStore store = open()) {
      store.started(SampleRuns.started("long", 0));
      fillSegments(store, "between");
      assertThat(store.runs().newest(100)).hasSize(30);
      store.ended(SampleRuns.refused("long", 0));

      assertThat(store.runs().find("long"))
          .isEqualTo(new Lookup.Found(SampleRuns.refused("long", 0)));
    }
    assertThat(RunStore.read(dir).newest(100)).hasSize(31);
  }

  @Test
  void ofSeveralStartsOfALostRun_theLastIsStored() throws Exception {
    RunLog second = SampleRuns.refused("r", 0);
    try (RunStore store = open()) {
      store.started(SampleRuns.started("r", 0));
      assertThat(store.runs().newest(1)).isEmpty();
      store.started(second);
    }

    assertThat(RunStore.read(dir).find("r")).isEqualTo(new Lookup.Found(ProcessLoss.in(second)));
  }

  @Test
  void openRunsOfAnEarlierWriter_areMarkedLost_evenIfNeverRead() throws Exception {
    try (RunStore store = open()) {
      store.started(SampleRuns.started("r", 0));
    }
    try (RunStore next = open()) {
      next.started(SampleRuns.started("goes-on", 0));

      assertThat(next.runs().find("r")).isEqualTo(new Lookup.Found(lost("r")));
      assertThat(next.runs().newest(9)).hasSize(1);
    }
  }

  @Test
  void aReportInAnotherSegment_isAdded() throws Exception {
    var report =
        new ToolStarted(SampleRuns.at(60, 1), SampleRuns.id("call-1"), ToolEffect.REMOTE_WRITE);
    try (RunStore store = open()) {
      store.ended(SampleRuns.refused("r", 0));
      fillSegments(store, "between");
      store.append(SampleRuns.id("r"), List.of(report));
    }

    assertThat(RunStore.read(dir).find("r"))
        .isEqualTo(new Lookup.Found(SampleRuns.refused("r", 0).plus(List.of(report))));
  }

  @Test
  void aRecordLargerThanASegment_getsALargerOne() throws Exception {
    var event = new ToolStarted(SampleRuns.at(45, 1), null, ToolEffect.UNKNOWN);
    RunLog large = SampleRuns.refused("large", 0).plus(Collections.nCopies(200, event));
    try (RunStore store = open()) {
      store.ended(large);
      store.ended(SampleRuns.refused("after", 0));
    }

    assertThat(RunStore.read(dir).find("large")).isEqualTo(new Lookup.Found(large));
    assertThat(RunStore.read(dir).newest(9)).hasSize(2);
  }

  @Test
  void theStoredLog_equalsTheWrittenLog_byteForByte() throws Exception {
    RunLog log = SampleRuns.refused("r", 0);
    try (RunStore store = open()) {
      store.ended(log);
    }
    RunStore.read(dir);

    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("lastbyte.db"));
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT log FROM run")) {
      assertThat(row.getBytes(1)).isEqualTo(RunLogCodec.encode(log));
    }
  }

  @Test
  void indexedSegments_areDeleted_exceptTheNewest() throws Exception {
    try (RunStore store = open()) {
      fillSegments(store, "r");
    }
    assertThat(segments().numbers()).hasSizeGreaterThan(3);

    RunStore.read(dir);

    assertThat(segments().numbers()).hasSize(1);
    assertThat(RunStore.read(dir).newest(100)).hasSize(30);
  }

  @Test
  void aClosedSegment_endsWithItsLastRecord() throws Exception {
    try (RunStore store = open()) {
      store.ended(SampleRuns.refused("r", 0));
    }

    SegmentSlice slice = SegmentSlice.read(segments().path(1), 0, true, 99);
    assertThat(slice.end()).isEqualTo(segments().bytes(1));
    assertThat(slice.records()).as("two heads and a run").hasSize(3);
    assertThat(segments().numbers()).containsExactly(1L);
  }

  @Test
  void aSegmentPreparedAndNeverUsed_isDeletedByTheNextWriter() throws Exception {
    Files.createDirectories(segments().dir());
    Files.write(segments().path(7), new byte[4_000]);

    try (RunStore store = open()) {
      store.ended(SampleRuns.refused("r", 0));
    }

    assertThat(segments().numbers()).containsExactly(1L);
  }

  @Test
  void aJournalWithoutANextSegment_isReported_andLosesNothing_onceThereIsOne() throws Exception {
    Path away = dir.resolve("away");
    // With its heads alone a segment is not half full, so that the next one is not prepared yet.
    StoreLimits limits = SampleRuns.segmentsOf(2 * SampleRuns.headBytes());
    int runs = 4 * SampleRuns.headBytes() / CompactLog.encode(SampleRuns.refused("r", 0)).length;
    try (RunStore store = RunStore.open(new StoreLayout(dir), RunClock.system(), limits)) {
      breakFolder(store);
      for (int i = 0; i < runs; i++) {
        store.ended(SampleRuns.refused("r" + i, i));
      }
      store.await(() -> store.health() != null && !store.health().contains(" 0 records waiting"));
      assertThat(store.health())
          .startsWith("0 records lost, ")
          .contains("the journal cannot go on");

      Files.delete(segments().dir());
      Files.move(away, segments().dir());
      store.await(() -> store.health().contains(" 0 records waiting"));
      assertThat(store.runs().newest(runs + 1)).hasSize(runs);
    }
  }

  @Test
  void recordsBeyondTheWaitingBound_areCountedAsLost() throws Exception {
    var event = new ToolStarted(SampleRuns.at(45, 1), null, ToolEffect.UNKNOWN);
    RunLog large = SampleRuns.refused("large", 0).plus(Collections.nCopies(4_000, event));
    int bytes = CompactLog.encode(large).length;
    StoreLimits limits = SampleRuns.segmentsOf(bytes - 100, 3L * bytes);
    try (RunStore store = RunStore.open(new StoreLayout(dir), RunClock.system(), limits)) {
      breakFolder(store);
      for (int i = 0; i < 7; i++) {
        store.ended(large);
      }
      store.await(() -> !store.health().contains(" 0 failed writes"));
      assertThat(store.health()).startsWith("4 records lost").contains(" 3 records waiting");
    }
  }

  /** Only once the first segment is there: its preparation would make the folder anew. */
  private void breakFolder(RunStore store) throws Exception {
    store.await(this::hasSegment);
    Files.move(segments().dir(), dir.resolve("away"));
    Files.createFile(segments().dir());
  }

  private boolean hasSegment() {
    try {
      return !segments().numbers().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anInterruptedCaller_isRecordedLikeAnyOther() throws Exception {
    try (RunStore store = open()) {
      Thread.currentThread().interrupt();
      store.ended(SampleRuns.refused("r", 0));
      assertThat(Thread.interrupted()).isTrue();
      store.ended(SampleRuns.refused("s", 0));
    }
    assertThat(RunStore.read(dir).newest(9)).hasSize(2);
  }
}
