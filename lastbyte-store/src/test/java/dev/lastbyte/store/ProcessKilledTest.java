// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.store.journal.SampleRuns;
import dev.lastbyte.store.model.StoreException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A second, real process on the folder: alive, or killed between start and end of a run. */
@Tag("slow")
@Timeout(300)
class ProcessKilledTest {

  private static final RunLog LOST =
      SampleRuns.started("open", 1).plus(List.of(new ProcessLost(SampleRuns.at(20, 1))));

  @TempDir Path dir;

  private ChildJvm gateway() throws Exception {
    ChildJvm gateway = ChildJvm.run(OpenRunWriterMain.class, dir.toString());
    gateway.awaitLine("holding");
    return gateway;
  }

  @Test
  void aLiveWriter_excludesOtherWriters_butNotReaders() throws Exception {
    try (ChildJvm gateway = gateway()) {
      assertThat(RunStore.read(dir).newest(9))
          .extracting(row -> row.run().value())
          .containsExactly("done");
      assertThatThrownBy(() -> RunStore.open(dir, RunClock.system()))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("another gateway holds " + dir);
      assertThat(gateway.isAlive()).isTrue();
    }
  }

  @Test
  void aReaderInTheWritersProcess_doesNotReleaseTheWriterLock() throws Exception {
    try (RunStore store = RunStore.open(dir, RunClock.system())) {
      store.started(SampleRuns.started("r", 0));
      RunStore.read(dir);

      try (ChildJvm gateway = ChildJvm.run(OpenRunWriterMain.class, dir.toString())) {
        assertThat(gateway.awaitLine("Exception in thread \"main\""))
            .contains("another gateway holds");
      }
    }
  }

  @Test
  void theNextWriter_marksTheOpenRunLost_andKeepsTheEndedOne() throws Exception {
    gateway().kill();

    try (RunStore store = RunStore.open(dir, RunClock.system())) {
      assertThat(store.runs().find("open")).isEqualTo(new Lookup.Found(LOST));
      assertThat(store.runs().find("done"))
          .isEqualTo(new Lookup.Found(SampleRuns.refused("done", 0)));
      assertThat(store.runs().newest(1).getFirst().verdict().cause())
          .isEqualTo("host.process_lost");
      assertThat(store.health()).isNull();
    }
  }

  @Test
  void aRunThatEnded_isKept_evenIfNeverRead() throws Exception {
    ChildJvm gateway = ChildJvm.run(EndedRunWriterMain.class, dir.toString());
    gateway.awaitLine("ended");
    gateway.kill();

    assertThat(RunStore.read(dir).find("ended"))
        .isEqualTo(new Lookup.Found(SampleRuns.refused("ended", 0)));
  }

  @Test
  void aReader_seesEndedRuns_whileTheWriterLives() throws Exception {
    try (ChildJvm gateway = ChildJvm.run(EndedRunWriterMain.class, dir.toString())) {
      gateway.awaitLine("ended");

      assertThat(RunStore.read(dir).find("ended"))
          .isEqualTo(new Lookup.Found(SampleRuns.refused("ended", 0)));
      assertThat(gateway.isAlive()).isTrue();
    }
  }

  @Test
  void aReader_marksOpenRunsLost_whenNoWriterLives() throws Exception {
    gateway().kill();

    StoredRuns runs = RunStore.read(dir);

    assertThat(runs.find("open")).isEqualTo(new Lookup.Found(LOST));
    assertThat(runs.health()).isNull();
  }
}
