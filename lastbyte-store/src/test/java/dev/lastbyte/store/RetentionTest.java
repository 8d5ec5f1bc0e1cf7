// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.store.journal.SampleRuns;
import dev.lastbyte.store.journal.StoreLayout;
import dev.lastbyte.store.model.Retention;
import dev.lastbyte.store.model.RunRow;
import dev.lastbyte.store.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class RetentionTest {

  private static final long MINUTE = 60_000;

  @TempDir private Path dir;

  /** Stands ten minutes after the first run's start. */
  private static RunClock clock() {
    return clock(new AtomicLong(10));
  }

  /** Stands so many minutes after the first run's start. */
  private static RunClock clock(AtomicLong minutes) {
    long first = SampleRuns.started("any", 0).header().startedAtEpochMillis();
    return new RunClock() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public long epochMillis() {
        return first + minutes.get() * MINUTE;
      }
    };
  }

  private static Retention maxAge(int minutes) {
    return new Retention(Duration.ofMinutes(minutes), null);
  }

  private List<Token> kept() throws StoreException {
    return RunStore.read(dir).newest(10_000).stream().map(RunRow::run).toList();
  }

  private void store(int runs) throws StoreException {
    try (RunStore store = RunStore.open(dir, clock())) {
      for (int i = 0; i < runs; i++) {
        store.ended(SampleRuns.refused("r-" + i, i * MINUTE));
      }
    }
  }

  @Test
  void oldRuns_arePruned_whenRunsAreRead() throws Exception {
    try (RunStore store = RunStore.open(dir, clock(), maxAge(5))) {
      store.ended(SampleRuns.refused("old", 0));
      store.ended(SampleRuns.refused("young", 6 * MINUTE));

      assertThat(store.runs().newest(9))
          .extracting(RunRow::run)
          .containsExactly(SampleRuns.id("young"));
    }
  }

  @Test
  void withoutABound_allRunsAreKept() throws Exception {
    store(3);

    assertThat(RunStore.prune(dir, clock(), Retention.ofAll())).isZero();
    assertThat(kept()).hasSize(3);
  }

  @Test
  void theSizeBound_prunesTheOldestRuns_andFreesTheirSpace() throws Exception {
    store(1_000);
    RunStore.read(dir);
    long before = Files.size(dir.resolve("lastbyte.db"));

    long gone = RunStore.prune(dir, clock(), new Retention(null, before / 2));

    assertThat(gone).isBetween(256L, 999L);
    assertThat(kept()).hasSize((int) (1_000 - gone)).first().isEqualTo(SampleRuns.id("r-999"));
    assertThat(Files.size(dir.resolve("lastbyte.db"))).isLessThanOrEqualTo(before / 2);
  }

  @Test
  void pruningAFolderWithALiveWriter_isRefused() throws Exception {
    try (RunStore store = RunStore.open(dir, clock())) {
      store.ended(SampleRuns.refused("old", 0));

      assertThatThrownBy(() -> RunStore.prune(dir, clock(), maxAge(1)))
          .hasMessageContaining("another gateway holds");
      assertThat(kept()).hasSize(1);
    }
  }

  private RunStore small(Retention retention) throws StoreException {
    return RunStore.open(new StoreLayout(dir), clock(), SampleRuns.segmentsOf(400), retention);
  }

  private WatchedFolder watchSegments() throws IOException {
    return WatchedFolder.watch(new StoreLayout(dir).segments().dir());
  }

  private NavigableSet<Long> segments() throws IOException {
    return new StoreLayout(dir).segments().numbers();
  }

  /** Some segments full of runs that started so many minutes after the first. */
  private static void fill(RunStore store, String name, int minutes) {
    for (int i = 0; i < 30; i++) {
      store.ended(SampleRuns.refused(name + i, minutes * MINUTE));
    }
    store.awaitWritten();
  }

  @Test
  void unindexedSegments_arePrunedOnceAllTheirRunsAreTooOld_withoutMakingADatabase()
      throws Exception {
    try (RunStore store = small(maxAge(5));
        var folder = watchSegments()) {
      fill(store, "old", 0);
      folder.await(() -> segments().first() > 1);
      fill(store, "young", 6);
    }

    assertThat(dir.resolve("lastbyte.db")).doesNotExist();
    assertThat(kept()).contains(SampleRuns.id("young0")).doesNotContain(SampleRuns.id("old0"));
  }

  @Test
  void aSegmentThatNeverFills_isRolled_soThatItCanBePruned() throws Exception {
    var minutes = new AtomicLong(0);
    try (RunStore store = RunStore.open(dir, clock(minutes), maxAge(5));
        var folder = watchSegments()) {
      store.ended(SampleRuns.refused("old", 0));
      minutes.set(1);
      store.checkRetention();
      folder.await(() -> segments().size() > 1); // the next one is begun
      minutes.set(9);
      store.checkRetention();
      folder.await(() -> segments().first() > 1);
    }
    assertThat(kept()).isEmpty();
  }

  @Test
  void prunedRuns_areNotInTheJournalEither() throws Exception {
    store(3);

    assertThat(RunStore.prune(dir, clock(), maxAge(1))).isEqualTo(3);

    assertThat(segments()).isEmpty();
    assertThat(kept()).isEmpty();
    store(1);
    assertThat(kept()).containsExactly(SampleRuns.id("r-0"));
  }

  @Test
  void theSizeBound_prunesTheOldestSegments_andKeepsNewerOnesReadable() throws Exception {
    long threeSegments = 3L * SampleRuns.segmentsOf(400).segmentBytes();
    try (RunStore store = small(new Retention(null, threeSegments));
        var folder = watchSegments()) {
      fill(store, "r", 0);
      fill(store, "s", 0);
      folder.await(() -> segments().size() <= 5);
    }

    assertThat(kept()).contains(SampleRuns.id("s29")).doesNotContain(SampleRuns.id("r0"));
    assertThat(RunStore.read(dir).health()).isNull();
  }

  @Test
  void aSegmentThatCannotBeRead_isAsOldAsItsFile() throws Exception {
    try (RunStore store = small(maxAge(5));
        var folder = watchSegments()) {
      fill(store, "old", 6);
      folder.await(() -> segments().size() >= 4);
    }
    Path first = new StoreLayout(dir).segments().path(segments().first());
    byte[] bytes = Files.readAllBytes(first);
    bytes[20] ^= 1;
    bytes[new String(bytes, US_ASCII).lastIndexOf("lastbyte_segment")] ^= 1; // its copy
    Files.write(first, bytes);
    try (RunStore store = small(maxAge(5))) {
      fill(store, "young", 6);
    }
    assertThat(first).exists();

    Files.setLastModifiedTime(first, FileTime.fromMillis(0));
    try (RunStore store = small(maxAge(5));
        var folder = watchSegments()) {
      store.checkRetention();
      folder.await(() -> !Files.exists(first));
    }
    assertThat(segments()).hasSizeGreaterThan(3);
  }

  @Test
  void rowsThatAreTooOld_arePruned_withoutAReader() throws Exception {
    try (RunStore store = RunStore.open(dir, clock())) {
      store.ended(SampleRuns.refused("old", 0));
    }
    assertThat(kept()).hasSize(1);

    try (RunStore store = small(maxAge(5))) {
      fill(store, "young", 6);
    } // which waits for the look that a full segment makes due
    assertThat(rows()).isZero();
    assertThat(kept()).hasSize(30);
  }

  private long rows() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("lastbyte.db"));
        var statement = connection.createStatement();
        var count = statement.executeQuery("SELECT count(*) FROM run")) {
      return count.getLong(1);
    }
  }
}
