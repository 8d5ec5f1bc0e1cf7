// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.journal.SampleRuns;
import dev.lastbyte.store.journal.StoreLayout;
import dev.lastbyte.store.journal.StoreLimits;
import dev.lastbyte.store.model.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(300)
class FullDiskTest {

  private static final int FEW_PAGES = 40;

  @TempDir Path dir;

  private RunStore storeOfFewPages() throws StoreException {
    StoreLimits normal = StoreLimits.NORMAL;
    return RunStore.open(
        new StoreLayout(dir),
        RunClock.system(),
        new StoreLimits(normal.segmentBytes(), normal.waitingBytes(), FEW_PAGES));
  }

  /**
   * Until the database takes no more; returns how many there are, with the one that did not fit.
   */
  private static int fill(RunStore store) throws StoreException {
    int recorded = 0;
    for (int next = 0; store.health() == null; next++) {
      store.ended(SampleRuns.refused("r" + next, next));
      recorded = store.runs().newest(10_000).size();
    }
    return recorded;
  }

  @Test
  void aFullDatabase_isReported_andKeepsItsRuns() throws Exception {
    try (RunStore store = storeOfFewPages()) {
      int recorded = fill(store);

      assertThat(recorded).isGreaterThan(1);
      assertThat(store.runs().newest(10_000)).hasSize(recorded);
      assertThat(store.health())
          .startsWith("0 records lost, 1 failed writes, 0 records waiting; first at 20")
          .contains("database or disk is full");
    }
  }

  @Test
  void runsThatDidNotFit_areStored_onceThereIsRoom() throws Exception {
    try (RunStore store = storeOfFewPages()) {
      int recorded = fill(store);
      makeRoom();

      StoredRuns runs = RunStore.read(dir);
      assertThat(runs.find("r" + (recorded - 1))).isInstanceOf(Lookup.Found.class);
      assertThat(runs.health()).isNull();
    }
  }

  private void makeRoom() throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("lastbyte.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM run");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskFullWhileRecording_isReported_andLosesNothing_onceThereIsRoom() throws Exception {
    try (ChildJvm gateway = ChildJvm.run(DiskFillingWriterMain.class, dir.toString())) {
      String process = gateway.awaitLine("process");
      letFilesGrow(process, "0");
      gateway.closeInput();
      int recorded = Integer.parseInt(gateway.awaitLine("recorded"));
      assertThat(gateway.awaitLine("trouble"))
          .startsWith("0 records lost")
          .contains("the journal cannot go on");

      letFilesGrow(process, "unlimited");
      gateway.awaitLine("written");
      gateway.kill();

      assertThat(recorded).isPositive();
      assertThat(RunStore.read(dir).newest(1_000_000)).hasSize(recorded);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aWriterKilledBeforeThereIsRoom_losesOnlyWaitingRecords() throws Exception {
    try (ChildJvm gateway = ChildJvm.run(DiskFillingWriterMain.class, dir.toString())) {
      letFilesGrow(gateway.awaitLine("process"), "0");
      gateway.closeInput();
      gateway.awaitLine("trouble");
      gateway.kill();

      StoredRuns runs = RunStore.read(dir);
      assertThat(runs.newest(1_000_000)).isNotEmpty();
      assertThat(runs.health()).isNull();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskFullFromTheBeginning_isReported_andLosesNothing_onceThereIsRoom() throws Exception {
    try (ChildJvm gateway = ChildJvm.run(StartingWriterMain.class, dir.toString())) {
      String process = gateway.awaitLine("process");
      letFilesGrow(process, "0");
      gateway.closeInput();
      assertThat(gateway.awaitLine("trouble"))
          .startsWith("0 records lost")
          .contains(StartingWriterMain.RUNS + " records waiting", "the journal cannot begin");

      letFilesGrow(process, "unlimited");
      gateway.awaitLine("written");
      gateway.kill();

      assertThat(RunStore.read(dir).newest(10)).hasSize(StartingWriterMain.RUNS);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aReaderOnAFullDisk_findsAllRuns_alsoThoseThatAreNotInTheDatabase() throws Exception {
    recordRuns(0, 3);
    assertThat(RunStore.read(dir).newest(9)).hasSize(3);
    recordRuns(3, 9);

    assertThat(readWithoutRoom()).isEqualTo("9");
    assertThat(RunStore.read(dir).newest(99)).hasSize(9);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aReaderOnAFullDisk_needsNoDatabase() throws Exception {
    recordRuns(0, 5);

    assertThat(readWithoutRoom()).isEqualTo("5");
    assertThat(RunStore.read(dir).newest(99)).hasSize(5);
  }

  private void recordRuns(int from, int to) throws Exception {
    try (RunStore store = RunStore.open(dir, RunClock.system())) {
      for (int run = from; run < to; run++) {
        store.ended(SampleRuns.refused("r" + run, run));
      }
    }
  }

  private String readWithoutRoom() throws Exception {
    try (ChildJvm reader = ChildJvm.run(ReaderMain.class, dir.toString())) {
      letFilesGrow(reader.awaitLine("process"), "0");
      reader.closeInput();
      String runs = reader.awaitLine("runs");
      assertThat(reader.awaitLine("trouble")).contains("are read into memory");
      return runs;
    }
  }

  /** The largest file that the process may write, in bytes: as if the disk were full beyond. */
  private static void letFilesGrow(String process, String bytes) throws Exception {
    var command = new ProcessBuilder("prlimit", "--pid", process, "--fsize=" + bytes + ":");
    assertThat(command.inheritIO().start().waitFor()).isZero();
  }
}
