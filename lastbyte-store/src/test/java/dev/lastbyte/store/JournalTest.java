// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JournalTest {

  @TempDir Path dir;

  private final Trouble trouble = new Trouble(RunClock.system());

  private Path file() {
    return dir.resolve("journal");
  }

  private Journal open() throws IOException {
    return Journal.open(file(), trouble);
  }

  private static void start(Journal journal, RunLog log) {
    journal.started(log.header().run(), JournalLine.of(log));
  }

  @Test
  void ofSeveralLinesOfARun_theLastCounts() throws Exception {
    try (Journal journal = open()) {
      start(journal, Runs.started("r", 0));
      start(journal, Runs.refused("r", 0));
    }

    try (Journal journal = open()) {
      assertThat(journal.unfinished()).containsExactly(Runs.refused("r", 0));
    }
  }

  @Test
  void whenAllIsSettled_theFileIsCut() throws Exception {
    try (Journal journal = open()) {
      for (int i = 0; i < 1_000; i++) {
        start(journal, Runs.started("r" + i, i));
        journal.settled(List.of(Runs.id("r" + i)));
      }
      assertThat(Files.size(file())).isLessThan(128 * 1024);
    }
    assertThat(Files.size(file())).isZero();
  }

  @Test
  void whenLittleIsOpen_theFileIsWrittenAnew_withThatOnly() throws Exception {
    RunLog open = Runs.started("open", 0);
    try (Journal journal = open()) {
      start(journal, open);
      for (int i = 0; i < 30_000; i++) {
        start(journal, Runs.started("r" + i, i));
        journal.settled(List.of(Runs.id("r" + i)));
      }
      start(journal, Runs.started("after", 0));
      assertThat(Files.size(file())).isLessThan(5L * 1024 * 1024);
    }

    try (Journal journal = open()) {
      assertThat(journal.unfinished()).contains(open, Runs.started("after", 0));
    }
    assertThat(trouble.line(0)).isNull();
  }

  @Test
  void anInterruptedCaller_doesNotCloseTheJournal() throws Exception {
    try (Journal journal = open()) {
      Thread.currentThread().interrupt();
      start(journal, Runs.started("r", 0));
      assertThat(Thread.interrupted()).isTrue();
      start(journal, Runs.started("s", 0));
    }
    try (Journal journal = open()) {
      assertThat(journal.unfinished()).hasSize(2);
    }
  }
}
