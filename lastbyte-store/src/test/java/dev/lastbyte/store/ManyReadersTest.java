// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.journal.SampleRuns;
import dev.lastbyte.store.model.RunRow;
import dev.lastbyte.store.model.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@Timeout(300)
class ManyReadersTest {

  private static final int RUNS = 3_000;

  /** Enough for a reader to be some time at it. */
  private static final int MANY = 10_000;

  @TempDir Path dir;

  @Test
  void twoReaders_seeOnlyWholeRuns_andNeverFewer_whileAWriterWrites() throws Exception {
    try (RunStore store = RunStore.open(dir, RunClock.system());
        ExecutorService readers = Executors.newFixedThreadPool(2)) {
      Callable<Integer> reader = this::readUntilAllAreThere;
      List<Future<Integer>> looks = List.of(readers.submit(reader), readers.submit(reader));
      record(store, 0, RUNS);
      for (Future<Integer> look : looks) {
        assertThat(look.get()).isPositive();
      }
      assertThat(store.health()).isNull();
    }
  }

  private int readUntilAllAreThere() throws StoreException {
    StoredRuns runs = RunStore.read(dir);
    int looks = 0;
    for (int seen = 0; seen < RUNS; looks++) {
      int now = runs.newest(RUNS).size();
      assertThat(now).isGreaterThanOrEqualTo(seen);
      if (now > 0) {
        String newest = runs.newest(1).getFirst().run().value();
        assertThat(runs.find(newest)).isInstanceOf(Lookup.Found.class);
      }
      seen = now;
    }
    return looks;
  }

  @Test
  void twoProcessesIndexingAtOnce_storeEachRunOnce() throws Exception {
    try (RunStore store = RunStore.open(dir, RunClock.system())) {
      record(store, 0, MANY);
    }
    try (ChildJvm one = ChildJvm.run(ReaderMain.class, dir.toString());
        ChildJvm other = ChildJvm.run(ReaderMain.class, dir.toString())) {
      one.awaitLine("ready");
      other.awaitLine("ready");
      one.closeInput();
      other.closeInput();

      assertThat(one.awaitLine("runs")).isEqualTo(String.valueOf(MANY));
      assertThat(other.awaitLine("runs")).isEqualTo(String.valueOf(MANY));
    }
    assertThat(RunStore.read(dir).health()).isNull();
  }

  @ParameterizedTest(name = "after {0} ms")
  @ValueSource(ints = {150, 300, 500, 800})
  void aReaderKilledWhileIndexing_leavesTheRestToTheNextReader(int millis) throws Exception {
    try (RunStore store = RunStore.open(dir, RunClock.system())) {
      record(store, 0, MANY);
      try (ChildJvm reader = ChildJvm.run(ReaderMain.class, dir.toString())) {
        reader.awaitLine("ready");
        reader.closeInput();
        reader.killAfter(millis);
      }
      record(store, MANY, 10);

      assertThat(store.runs().newest(2 * MANY))
          .extracting(RunRow::run)
          .doesNotHaveDuplicates()
          .hasSize(MANY + 10);
      assertThat(store.health()).isNull();
    }
  }

  private static void record(RunStore store, int from, int count) {
    for (int i = from; i < from + count; i++) {
      store.started(SampleRuns.started("r" + i, i));
      store.ended(SampleRuns.refused("r" + i, i));
    }
  }
}
