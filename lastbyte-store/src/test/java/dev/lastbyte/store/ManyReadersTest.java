// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.log.RunClock;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ManyReadersTest {

  private static final int RUNS = 3_000;

  @TempDir Path dir;

  @Test
  void twoReaders_seeOnlyWholeRuns_andNeverFewer_whileAWriterWrites() throws Exception {
    try (RunStore store = RunStore.open(dir, RunClock.system());
        ExecutorService readers = Executors.newFixedThreadPool(2)) {
      Callable<Integer> reader = this::readUntilAllAreThere;
      List<Future<Integer>> looks = List.of(readers.submit(reader), readers.submit(reader));
      for (int i = 0; i < RUNS; i++) {
        store.started(Runs.started("r" + i, i));
        store.ended(Runs.refused("r" + i, i));
      }
      for (Future<Integer> look : looks) {
        assertThat(look.get()).isPositive();
      }
      assertThat(store.trouble()).isNull();
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
}
