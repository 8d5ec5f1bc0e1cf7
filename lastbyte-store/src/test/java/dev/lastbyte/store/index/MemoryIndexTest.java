// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.journal.SampleRuns;
import dev.lastbyte.store.journal.StoreHealth;
import dev.lastbyte.store.journal.StoreLayout;
import dev.lastbyte.store.model.RunRow;
import dev.lastbyte.store.model.SlowIndexListener;
import dev.lastbyte.store.model.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class MemoryIndexTest {

  @TempDir Path dir;

  /**
   * Both on the disk and new: runs, starts without an end, a report, and a run that is replaced.
   */
  @Test
  void theDatabaseInMemory_showsWhatTheOneOnTheDiskWould_andDoesNotWriteIt() throws Exception {
    try (RunStore store = RunStore.open(dir, RunClock.system())) {
      store.ended(SampleRuns.refused("old", 0));
      store.ended(SampleRuns.refused("reported-later", 1));
      store.started(SampleRuns.started("replaced", 2));
      store.started(SampleRuns.started("lost", 3));
      assertThat(store.runs().newest(9)).hasSize(2);
      store.ended(SampleRuns.refused("replaced", 2));
      store.append(SampleRuns.id("reported-later"), SampleRuns.started("x", 0).events());
      store.ended(SampleRuns.refused("new", 4));
    }
    StoreLayout layout = new StoreLayout(dir);
    byte[] before = Files.readAllBytes(layout.database());

    List<RunRow> inMemory = new ArrayList<>();
    try (Database memory = Database.inMemory(layout.database())) {
      IndexingPass pass =
          new IndexingPass(
              memory,
              layout.segments(),
              new StoreHealth(RunClock.system()),
              SlowIndexListener.NONE);
      pass.run();
      pass.markOpenRunsLost();
      try (var statement = memory.connection().prepareStatement(RunRowMapper.NEWEST)) {
        statement.setInt(1, 9);
        ResultSet rows = statement.executeQuery();
        while (rows.next()) {
          inMemory.add(RunRowMapper.row(rows));
        }
      }
    }

    assertThat(Files.readAllBytes(layout.database())).isEqualTo(before);
    assertThat(inMemory).hasSize(5).isEqualTo(newestOnDisk());
  }

  private List<RunRow> newestOnDisk() throws StoreException {
    return RunStore.read(dir).newest(9);
  }
}
