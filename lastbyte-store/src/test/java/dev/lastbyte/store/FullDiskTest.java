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
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FullDiskTest {

  private static final int FEW_PAGES = 40;

  /** Room for the native library that the driver unpacks, about a third of it. */
  private static final int SMALL_FILES_KIB = 6_000;

  @TempDir Path dir;

  private RunStore storeOf(long waitingEvents) throws StoreException {
    return RunStore.open(new Folder(dir), RunClock.system(), new Limits(waitingEvents, FEW_PAGES));
  }

  private static int fill(RunStore store) {
    int stored = 0;
    for (int next = 0; store.flush(); next++) {
      stored = next;
      store.ended(Runs.refused("r" + next, next));
    }
    return stored;
  }

  @Test
  void aFullDatabase_saysSo_andKeepsWhatItHas() throws Exception {
    try (RunStore store = storeOf(1_000)) {
      int stored = fill(store);

      assertThat(stored).isPositive();
      assertThat(store.trouble())
          .startsWith("0 records lost, 1 failed writes, 1 records waiting; first at 20")
          .contains("database or disk is full");
      assertThat(store.runs().newest(1_000)).hasSize(stored);
    }
  }

  @Test
  void whatWaits_isStoredOnceThereIsRoom() throws Exception {
    try (RunStore store = storeOf(1_000)) {
      int stored = fill(store);
      makeRoom();

      assertThat(store.flush()).isTrue();
      assertThat(store.runs().find("r" + stored)).isInstanceOf(Lookup.Found.class);
      assertThat(store.trouble()).contains(" 0 records waiting");
    }
  }

  @Test
  void beyondTheBoundOfWhatMayWait_runsAreCountedAsLost() throws Exception {
    int weight = new Write.Ended(Runs.refused("r", 0)).weight();
    try (RunStore store = storeOf(3L * weight)) {
      fill(store);
      for (int i = 0; i < 7; i++) {
        store.ended(Runs.refused("more" + i, i));
      }

      assertThat(store.trouble()).startsWith("5 records lost").contains(" 3 records waiting");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aDiskThatRefusesTheDatabase_losesNothingRecordedBefore() throws Exception {
    try (ChildJvm gateway =
        ChildJvm.runWithSmallFiles(SMALL_FILES_KIB, FillingGateway.class, dir.toString(), "ends")) {
      int stored = Integer.parseInt(gateway.says("stored"));
      assertThat(gateway.says("trouble")).contains("the database cannot be written");
      gateway.kill();

      assertThat(stored).isGreaterThan(1_000);
      assertThat(RunStore.read(dir).newest(1_000_000)).hasSizeGreaterThanOrEqualTo(stored);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aDiskThatRefusesTheJournal_losesNothingRecordedBefore() throws Exception {
    try (ChildJvm gateway =
        ChildJvm.runWithSmallFiles(
            SMALL_FILES_KIB, FillingGateway.class, dir.toString(), "starts")) {
      int started = Integer.parseInt(gateway.says("stored"));
      assertThat(gateway.says("trouble")).contains("the journal cannot be written");
      gateway.kill();

      assertThat(started).isGreaterThan(1_000);
      assertThat(RunStore.read(dir).newest(1_000_000)).hasSize(started);
    }
  }

  private void makeRoom() throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("lastbyte.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM run");
    }
  }
}
