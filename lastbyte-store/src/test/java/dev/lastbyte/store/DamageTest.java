// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.core.log.RunClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DamageTest {

  @TempDir Path dir;

  private RunStore open() throws StoreException {
    return RunStore.open(dir, RunClock.system());
  }

  private Path database() {
    return dir.resolve("lastbyte.db");
  }

  private Path journal() {
    return dir.resolve("lastbyte.journal");
  }

  private List<Path> movedAside() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.filter(file -> file.toString().contains(".damaged-")).toList();
    }
  }

  @Test
  void aDatabaseThatIsNone_isMovedAsideWhole_andANewOneBegun() throws Exception {
    byte[] damaged = "not what it was".repeat(500).getBytes();
    Files.write(database(), damaged);

    try (RunStore store = open()) {
      store.ended(Runs.refused("r", 0));
      assertThat(store.flush()).isTrue();
      assertThat(store.trouble()).contains("the database was damaged and is now " + database());
    }

    assertThat(movedAside())
        .singleElement()
        .satisfies(file -> assertThat(file).hasBinaryContent(damaged));
    assertThat(RunStore.read(dir).newest(9)).hasSize(1);
  }

  @Test
  void aReader_saysWhichFileIsDamaged_andLeavesIt() throws Exception {
    Files.write(database(), "not what it was".repeat(500).getBytes());

    assertThatThrownBy(() -> RunStore.read(dir))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("the database " + database() + " is damaged")
        .hasMessageContaining("moves it aside");
    assertThat(movedAside()).isEmpty();
  }

  @Test
  void damageFoundWhileWriting_costsNothingThatIsHandedIn() throws Exception {
    try (RunStore store = open()) {
      for (int i = 0; i < 400; i++) {
        store.ended(Runs.refused("r" + i, i));
      }
    }
    byte[] bytes = Files.readAllBytes(database());
    int page = 8192;
    Arrays.fill(bytes, 4 * page, bytes.length - page, (byte) 0x5a);
    Files.write(database(), bytes);

    try (RunStore store = open()) {
      store.ended(Runs.refused("r100", 100)); // its place is in the damaged part
      // Whether a flush meets the failed write or comes after it is the writer thread's affair; the
      // second one at the latest finds all of it written.
      assertThat(store.flush() || store.flush()).isTrue();
      assertThat(store.trouble()).startsWith("0 records lost").contains("malformed");
      assertThat(store.runs().newest(1_000)).hasSize(1);
    }
    assertThat(movedAside()).isNotEmpty();
  }

  @Test
  void aJournalCutInALine_losesThatLineOnly() throws Exception {
    byte[] whole = JournalLine.started(Runs.started("whole", 0));
    byte[] cut = Arrays.copyOf(JournalLine.started(Runs.started("cut", 0)), 60);
    Files.write(journal(), whole);
    Files.write(journal(), cut, StandardOpenOption.APPEND);

    try (RunStore store = open()) {
      store.started(Runs.started("next", 0));
      store.flush();
      assertThat(store.runs().newest(9))
          .extracting(row -> row.run().value())
          .containsExactly("whole");
      assertThat(store.trouble()).isNull();
    }
    assertThat(RunStore.read(dir).newest(9))
        .extracting(row -> row.run().value())
        .containsExactlyInAnyOrder("whole", "next");
  }

  @Test
  void aJournalLineThatIsNone_isCounted_andTheRestRead() throws Exception {
    Files.write(journal(), "garbage\n".getBytes());
    Files.write(journal(), JournalLine.started(Runs.started("r", 0)), StandardOpenOption.APPEND);

    try (RunStore store = open()) {
      store.flush();
      assertThat(store.runs().newest(9)).hasSize(1);
      assertThat(store.trouble()).startsWith("1 records lost").contains("a line of the journal");
    }
  }

  @Test
  void aRunInTheJournalThatIsStored_isNotLostAgain() throws Exception {
    try (RunStore store = open()) {
      store.ended(Runs.refused("r", 0));
    }
    Files.write(journal(), JournalLine.started(Runs.started("r", 0)));

    assertThat(RunStore.read(dir).find("r")).isEqualTo(new Lookup.Found(Runs.refused("r", 0)));
  }
}
