// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.log.RunClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FullDiskTest {

  private static final int FEW_PAGES = 40;

  @TempDir Path dir;

  private RunStore storeOfFewPages() throws StoreException {
    Limits normal = Limits.NORMAL;
    return RunStore.open(
        new Folder(dir),
        RunClock.system(),
        new Limits(normal.segmentBytes(), normal.waitingBytes(), FEW_PAGES));
  }

  /** Until the database takes no more; returns how many it took. */
  private static int fill(RunStore store) throws StoreException {
    int stored = 0;
    for (int next = 0; store.trouble() == null; next++) {
      store.ended(Runs.refused("r" + next, next));
      stored = store.runs().newest(10_000).size();
    }
    return stored;
  }

  @Test
  void aFullDatabase_isSaid_andKeepsWhatItHas() throws Exception {
    try (RunStore store = storeOfFewPages()) {
      int stored = fill(store);

      assertThat(stored).isPositive();
      assertThat(store.trouble())
          .startsWith("0 records lost, 1 failed writes, 0 records waiting; first at 20")
          .contains("database or disk is full");
    }
  }

  @Test
  void whatDidNotFit_isStoredOnceThereIsRoom() throws Exception {
    try (RunStore store = storeOfFewPages()) {
      int stored = fill(store);
      makeRoom();

      assertThat(store.runs().find("r" + stored)).isInstanceOf(Lookup.Found.class);
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
  void aDiskThatRefusesTheJournal_isSaid_andLosesNothing_onceThereIsRoom() throws Exception {
    try (ChildJvm gateway = ChildJvm.run(FillingGateway.class, dir.toString())) {
      String process = gateway.says("process");
      letFilesGrow(process, "0");
      gateway.tell();
      int recorded = Integer.parseInt(gateway.says("recorded"));
      assertThat(gateway.says("trouble"))
          .startsWith("0 records lost")
          .contains("the journal cannot go on");

      letFilesGrow(process, "unlimited");
      gateway.says("written");
      gateway.kill();

      assertThat(recorded).isGreaterThan(10);
      assertThat(RunStore.read(dir).newest(1_000_000)).hasSize(recorded);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void killedBeforeThereIsRoom_itHasLostOnlyWhatWaited() throws Exception {
    try (ChildJvm gateway = ChildJvm.run(FillingGateway.class, dir.toString())) {
      letFilesGrow(gateway.says("process"), "0");
      gateway.tell();
      gateway.says("trouble");
      gateway.kill();

      StoredRuns runs = RunStore.read(dir);
      assertThat(runs.newest(1_000_000)).isNotEmpty();
      assertThat(runs.trouble()).isNull();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskThatIsFullFromTheBeginning_isSaid_andLosesNothing_onceThereIsRoom() throws Exception {
    try (ChildJvm gateway = ChildJvm.run(BeginningGateway.class, dir.toString())) {
      String process = gateway.says("process");
      letFilesGrow(process, "0");
      gateway.tell();
      assertThat(gateway.says("trouble"))
          .startsWith("0 records lost")
          .contains(BeginningGateway.RUNS + " records waiting", "the journal cannot begin");

      letFilesGrow(process, "unlimited");
      gateway.says("written");
      gateway.kill();

      assertThat(RunStore.read(dir).newest(10)).hasSize(BeginningGateway.RUNS);
    }
  }

  /** The largest file that the process may write, in bytes: as if the disk were full beyond. */
  private static void letFilesGrow(String process, String bytes) throws Exception {
    var command = new ProcessBuilder("prlimit", "--pid", process, "--fsize=" + bytes + ":");
    assertThat(command.inheritIO().start().waitFor()).isZero();
  }
}
