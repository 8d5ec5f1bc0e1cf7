// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.journal.SampleRuns;
import dev.lastbyte.store.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a writer does when its folder goes away under it; Windows does not let it go. */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class DisplacedFolderTest {

  @TempDir Path temp;
  private Path dir;
  private final Semaphore healthChanges = new Semaphore(0);

  @BeforeEach
  void nameFolder() {
    dir = temp.resolve("data");
  }

  private RunStore open() throws StoreException {
    RunStore store = RunStore.open(dir, RunClock.system());
    store.onHealthChange(healthChanges::release);
    return store;
  }

  /** What another process finds in the folder, once all is there that was recorded. */
  private List<String> runsOf(RunStore store) throws StoreException {
    store.awaitWritten();
    return runs(dir);
  }

  private static List<String> runs(Path dir) throws StoreException {
    return RunStore.read(dir).newest(100).stream().map(row -> row.run().value()).toList();
  }

  @Test
  void aFolderThatWasMoved_isMadeAnew_andRunsAfterItAreNotLost() throws Exception {
    try (RunStore store = open()) {
      store.ended(SampleRuns.refused("before", 0));
      Files.move(dir, temp.resolve("moved"));
      store.ended(SampleRuns.refused("unaware", 1));
      healthChanges.acquire();
      store.ended(SampleRuns.refused("after", 2));

      assertThat(store.health()).contains("deleted, moved or replaced").contains(dir.toString());
      assertThat(runsOf(store)).containsExactlyInAnyOrder("before", "unaware", "after");
      assertThat(runs(temp.resolve("moved"))).contains("before");
    }
  }

  @Test
  void aFolderThatWasDeleted_isMadeAnew_whileNoRunComes() throws Exception {
    try (RunStore store = open()) {
      store.started(SampleRuns.started("open", 0));
      store.ended(SampleRuns.refused("ended", 1));
      delete(dir);
      healthChanges.acquire();

      assertThat(runsOf(store)).containsExactly("ended");
      store.ended(SampleRuns.refused("open", 0));
      assertThat(runsOf(store)).containsExactlyInAnyOrder("ended", "open");
    }
  }

  @Test
  void filesDeletedFromTheFolder_areMadeAnew() throws Exception {
    try (RunStore store = open()) {
      store.ended(SampleRuns.refused("first", 0));
      assertThat(runsOf(store)).containsExactly("first");
      delete(dir.resolve("journal"));
      healthChanges.acquire();
      store.ended(SampleRuns.refused("second", 1));

      assertThat(runsOf(store)).containsExactlyInAnyOrder("first", "second");
    }
  }

  @Test
  void aDeletedLock_isTakenAgain_soThatNoOtherWriterComes() throws Exception {
    try (ChildJvm other = ChildJvm.run(EndedRunWriterMain.class, dir.toString())) {
      other.awaitLine("ended");
      try (WatchedFolder changes = WatchedFolder.watch(dir)) {
        Files.delete(dir.resolve("lastbyte.lock"));
        changes.await(() -> Files.exists(dir.resolve("lastbyte.trouble")));
      }

      assertThatThrownBy(this::open).hasMessageContaining("another gateway holds");
    }
  }

  @Test
  void aFolderThatCannotBeMade_isSaid_andRecordedIntoOnceItCan() throws Exception {
    try (RunStore store = open()) {
      store.ended(SampleRuns.refused("before", 0));
      Files.move(dir, temp.resolve("moved"));
      Files.writeString(dir, "a file in the folder's place");
      healthChanges.acquire();
      assertThat(store.health()).contains("is gone and cannot be made anew");

      Files.delete(dir);
      healthChanges.acquire();
      assertThat(runsOf(store)).containsExactly("before");
    }
  }

  @Test
  void theNextReader_isTold_once() throws Exception {
    try (RunStore store = open()) {
      delete(dir);
      healthChanges.acquire();
      store.ended(SampleRuns.refused("after", 0));
    }

    assertThat(RunStore.read(dir).notices())
        .singleElement()
        .asString()
        .contains("the gateway that recorded here reported", "deleted, moved or replaced");
    assertThat(RunStore.read(dir).notices()).isEmpty();
  }

  @Test
  void aDatabaseMovedAside_isToldToTheListener_andToTheNextReader() throws Exception {
    Files.createDirectories(dir);
    Files.writeString(dir.resolve("lastbyte.db"), "no database ".repeat(1_000));
    try (RunStore store = open()) {
      assertThat(store.runs().newest(1)).isEmpty();
      healthChanges.acquire();
    }

    assertThat(RunStore.read(dir).notices())
        .anySatisfy(notice -> assertThat(notice).contains("the database was damaged"));
  }

  @Test
  void whatAReaderIsTold_holdsNoControlCharacters() throws Exception {
    open().close();
    Files.writeString(dir.resolve("lastbyte.trouble"), "\u001b[31mred\r\nmore".repeat(500));

    assertThat(RunStore.read(dir).notices())
        .allSatisfy(notice -> assertThat(notice).matches("[ -~]{1,2100}"));
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
