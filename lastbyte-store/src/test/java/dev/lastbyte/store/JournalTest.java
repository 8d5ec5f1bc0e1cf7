// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.report.log.RunLogCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  private static void end(Journal journal, RunLog log) {
    byte[] line = JournalLine.ended(RunLogCodec.encode(log));
    journal.ended(Map.of(log.header().run(), line));
  }

  private static void fillAndSettle(Journal journal) {
    for (int i = 0; i < 30_000; i++) {
      start(journal, Runs.started("r" + i, i));
      journal.settled(List.of(Runs.id("r" + i)));
    }
  }

  private static void start(Journal journal, RunLog log) {
    journal.started(log.header().run(), JournalLine.started(log));
  }

  @Test
  void ofSeveralLinesOfARun_theLastCounts() throws Exception {
    try (Journal journal = open()) {
      start(journal, Runs.started("r", 0));
      start(journal, Runs.refused("r", 0));
    }

    try (Journal journal = open()) {
      assertThat(journal.left()).containsExactly(ProcessLoss.in(Runs.refused("r", 0)));
    }
  }

  @Test
  void aRunThatEnded_isReadAsItEnded() throws Exception {
    RunLog ended = Runs.refused("ended", 0);
    try (Journal journal = open()) {
      start(journal, Runs.started("ended", 0));
      start(journal, Runs.started("open", 0));
      end(journal, ended);
    }

    try (Journal journal = open()) {
      assertThat(journal.left())
          .containsExactlyInAnyOrder(ended, ProcessLoss.in(Runs.started("open", 0)));
    }
  }

  @Test
  void whenTheFileIsWrittenAnew_endsStayInTheirOrder() throws Exception {
    try (Journal journal = open()) {
      start(journal, Runs.started("first", 0));
      start(journal, Runs.started("second", 0));
      end(journal, Runs.refused("second", 0));
      end(journal, Runs.refused("first", 0));
      fillAndSettle(journal);
    }

    try (Journal journal = open()) {
      assertThat(journal.left())
          .containsSubsequence(Runs.refused("second", 0), Runs.refused("first", 0));
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
      fillAndSettle(journal);
      start(journal, Runs.started("after", 0));
      assertThat(Files.size(file())).isLessThan(5L * 1024 * 1024);
    }

    try (Journal journal = open()) {
      assertThat(journal.left())
          .contains(ProcessLoss.in(open), ProcessLoss.in(Runs.started("after", 0)));
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
      assertThat(journal.left()).hasSize(2);
    }
  }
}
