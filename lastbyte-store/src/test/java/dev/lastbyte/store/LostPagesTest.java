// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.store.journal.SampleRuns;
import dev.lastbyte.store.model.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file of the journal that has no page any more for what is put there: here somebody cut it, and
 * a file system that copies what is written does the same when its disk is full.
 */
@Tag("slow")
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class LostPagesTest {

  /** So many that what writes them is compiled: from then on the JVM tells of the fault later. */
  private static final int MANY = 30_000;

  /** The one at hand, and the one that is prepared. */
  private static final int OPEN_FILES = 2;

  @TempDir private Path dir;

  private static void record(RunStore store, String name) {
    for (int i = 0; i < MANY; i++) {
      store.started(SampleRuns.started(name + i, i));
      store.ended(SampleRuns.refused(name + i, i));
    }
  }

  private void cutOpenFiles() throws IOException {
    try (Stream<Path> files = Files.list(dir.resolve("journal"))) {
      List<Path> newestLast = files.sorted().toList();
      int all = newestLast.size();
      for (Path file : newestLast.subList(Math.max(0, all - OPEN_FILES), all)) {
        try (var cut = FileChannel.open(file, StandardOpenOption.WRITE)) {
          cut.truncate(0);
        }
      }
    }
  }

  private static List<String> names(RunStore store, String start) throws StoreException {
    List<String> names = new ArrayList<>();
    store.runs().forEach((RunLog log) -> names.add(log.header().run().value()));
    return names.stream().filter(name -> name.startsWith(start)).toList();
  }

  @Test
  void laterRuns_areRecorded_andNoCallerMeetsThePageFault() throws Exception {
    try (var store = RunStore.open(dir, RunClock.system())) {
      record(store, "before");
      cutOpenFiles();

      record(store, "after");

      assertThat(store.health()).contains("the journal cannot be written");
      assertThat(names(store, "after")).hasSize(MANY);
    }
  }

  @Test
  void closingTheStoreAfterAPageFault_completes() throws Exception {
    var store = RunStore.open(dir, RunClock.system());
    record(store, "before");
    cutOpenFiles();
    record(store, "after");
    store.close();

    assertThat(store.health()).contains("the journal cannot be written");
  }
}
