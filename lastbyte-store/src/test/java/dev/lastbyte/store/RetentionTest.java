// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.privacy.Token;
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

@Timeout(60)
class RetentionTest {

  private static final long MINUTE = 60_000;

  @TempDir private Path dir;

  /** Stands ten minutes after the first run's start. */
  private static RunClock clock() {
    return clock(new AtomicLong(10));
  }

  /** Stands so many minutes after the first run's start. */
  private static RunClock clock(AtomicLong minutes) {
    long first = Runs.started("any", 0).header().startedAtEpochMillis();
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

  private static Retention younger(int minutes) {
    return new Retention(Duration.ofMinutes(minutes), null);
  }

  private List<Token> kept() throws StoreException {
    return RunStore.read(dir).newest(10_000).stream().map(RunRow::run).toList();
  }

  private void store(int runs) throws StoreException {
    try (RunStore store = RunStore.open(dir, clock())) {
      for (int i = 0; i < runs; i++) {
        store.ended(Runs.refused("r-" + i, i * MINUTE));
      }
    }
  }

  @Test
  void aWriter_letsOldRunsGo_whenSomebodyReads() throws Exception {
    try (RunStore store = RunStore.open(dir, clock(), younger(5))) {
      store.ended(Runs.refused("old", 0));
      store.ended(Runs.refused("young", 6 * MINUTE));

      assertThat(store.runs().newest(9)).extracting(RunRow::run).containsExactly(Runs.id("young"));
    }
  }

  @Test
  void withoutABound_allIsKept() throws Exception {
    store(3);

    assertThat(RunStore.prune(dir, clock(), Retention.ofAll())).isZero();
    assertThat(kept()).hasSize(3);
  }

  @Test
  void bySize_theOldestGo_andTheirRoomWithThem() throws Exception {
    store(1_000);
    RunStore.read(dir);
    long before = Files.size(dir.resolve("lastbyte.db"));

    long gone = RunStore.prune(dir, clock(), new Retention(null, before / 2));

    assertThat(gone).isBetween(256L, 999L);
    assertThat(kept()).hasSize((int) (1_000 - gone)).first().isEqualTo(Runs.id("r-999"));
    assertThat(Files.size(dir.resolve("lastbyte.db"))).isLessThanOrEqualTo(before / 2);
  }

  @Test
  void aFolderWithAWriter_isLeftAlone() throws Exception {
    try (RunStore store = RunStore.open(dir, clock())) {
      store.ended(Runs.refused("old", 0));

      assertThatThrownBy(() -> RunStore.prune(dir, clock(), younger(1)))
          .hasMessageContaining("another gateway holds");
      assertThat(kept()).hasSize(1);
    }
  }

  private RunStore small(Retention keep) throws StoreException {
    return RunStore.open(new Folder(dir), clock(), Runs.segmentsOf(400), keep);
  }

  private NavigableSet<Long> segments() throws IOException {
    return new Folder(dir).segments().numbers();
  }

  /** Some segments full of runs that started so many minutes after the first. */
  private static void fill(RunStore store, String name, int minutes) {
    for (int i = 0; i < 30; i++) {
      store.ended(Runs.refused(name + i, minutes * MINUTE));
    }
    store.awaitWritten();
  }

  @Test
  void segmentsThatNobodyRead_goWhenAllInThemIsTooOld_andNoDatabaseIsMade() throws Exception {
    try (RunStore store = small(younger(5))) {
      fill(store, "old", 0);
      while (segments().first() == 1) {
        Thread.onSpinWait();
      }
      fill(store, "young", 6);
    }

    assertThat(dir.resolve("lastbyte.db")).doesNotExist();
    assertThat(kept()).contains(Runs.id("young0")).doesNotContain(Runs.id("old0"));
  }

  @Test
  void aSegmentThatNeverFills_isEndedInTime_soThatItCanGo() throws Exception {
    var minutes = new AtomicLong(0);
    try (RunStore store = RunStore.open(dir, clock(minutes), younger(5))) {
      store.ended(Runs.refused("old", 0));
      minutes.set(1);
      store.look();
      while (segments().size() < 2) {
        Thread.onSpinWait(); // the next one is begun
      }
      minutes.set(9);
      while (segments().first() == 1) {
        store.look();
        Thread.onSpinWait();
      }
    }
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatIsPruned_isNotInTheJournalEither() throws Exception {
    store(3);

    assertThat(RunStore.prune(dir, clock(), younger(1))).isEqualTo(3);

    assertThat(segments()).isEmpty();
    assertThat(kept()).isEmpty();
    store(1);
    assertThat(kept()).containsExactly(Runs.id("r-0"));
  }

  @Test
  void bySize_theOldestSegmentsGo_andThoseBehindThemAreRead() throws Exception {
    long threeSegments = 3L * Runs.segmentsOf(400).segmentBytes();
    try (RunStore store = small(new Retention(null, threeSegments))) {
      fill(store, "r", 0);
      fill(store, "s", 0);
      while (segments().size() > 5) {
        Thread.onSpinWait();
      }
    }

    assertThat(kept()).contains(Runs.id("s29")).doesNotContain(Runs.id("r0"));
    assertThat(RunStore.read(dir).trouble()).isNull();
  }

  @Test
  void aSegmentThatCannotBeRead_isAsOldAsItsFile() throws Exception {
    try (RunStore store = small(younger(5))) {
      fill(store, "old", 6);
      while (segments().size() < 4) {
        Thread.onSpinWait();
      }
    }
    Path first = new Folder(dir).segments().path(segments().first());
    byte[] bytes = Files.readAllBytes(first);
    bytes[20] ^= 1;
    Files.write(first, bytes);
    try (RunStore store = small(younger(5))) {
      fill(store, "young", 6);
    }
    assertThat(first).exists();

    Files.setLastModifiedTime(first, FileTime.fromMillis(0));
    try (RunStore store = small(younger(5))) {
      while (Files.exists(first)) {
        store.look();
        Thread.onSpinWait();
      }
    }
    assertThat(segments()).hasSizeGreaterThan(3);
  }

  @Test
  void rowsThatAreTooOld_goThoughNobodyReads() throws Exception {
    try (RunStore store = RunStore.open(dir, clock())) {
      store.ended(Runs.refused("old", 0));
    }
    assertThat(kept()).hasSize(1);

    try (RunStore store = small(younger(5))) {
      fill(store, "young", 6);
      while (rows() > 0) {
        Thread.onSpinWait();
      }
    }
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
