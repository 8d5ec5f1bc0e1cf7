// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.RequestEvent.LinkBasis;
import dev.lastbyte.core.event.RequestEvent.RunLinked;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.store.journal.SampleRuns;
import dev.lastbyte.store.model.RunRow;
import dev.lastbyte.store.model.StoreException;
import dev.lastbyte.store.model.StoredVerdict;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(300)
class RunStoreTest {

  @TempDir Path dir;

  private RunStore open() throws StoreException {
    return RunStore.open(dir, RunClock.system());
  }

  private void store(RunLog log) throws StoreException {
    try (RunStore store = open()) {
      store.ended(log);
    }
  }

  private void change(String... statements) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("lastbyte.db"));
        var statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  @Test
  void aRunThatEnded_isFoundAgain_withItsVerdict() throws Exception {
    RunLog log = SampleRuns.refused("r-7", 0);
    try (RunStore store = open()) {
      store.started(SampleRuns.started("r-7", 0));
      store.ended(log);
      assertThat(store.runs().find("r-7")).isEqualTo(new Lookup.Found(log));
      assertThat(store.health()).isNull();
    }

    assertThat(RunStore.read(dir).newest(10))
        .containsExactly(
            new RunRow(
                SampleRuns.id("r-7"),
                log.header().startedAtEpochMillis(),
                SampleRuns.id("openai"),
                SampleRuns.id("openai-chat"),
                SampleRuns.id("gpt-9"),
                new StoredVerdict(
                    "net.connect_refused@connect/provider",
                    "before_connection",
                    "net.connect_refused",
                    "safe_auto_retry",
                    Diagnosis.RULE_SET),
                SampleRuns.id("r-7"),
                1));
  }

  @Test
  void aQuery_seesRunsThatEndedBeforeIt() throws Exception {
    try (RunStore store = open()) {
      for (int i = 0; i < 100; i++) {
        store.ended(SampleRuns.refused("r" + i, i));
        assertThat(store.runs().newest(1).getFirst().run()).isEqualTo(SampleRuns.id("r" + i));
      }
    }
  }

  @Test
  void aMissingVerdictOrModel_isANullColumn() throws Exception {
    RunLog bare = new RunLog(SampleRuns.started("bare", 0).header(), List.of(), 3);
    try (RunStore store = open()) {
      store.ended(bare);
    }

    RunRow row = RunStore.read(dir).newest(1).getFirst();
    assertThat(row.dialect()).isNull();
    assertThat(row.model()).isNull();
    assertThat(RunStore.read(dir).find("bare")).isEqualTo(new Lookup.Found(bare));
  }

  @Test
  void anIdPrefix_findsTheOnlyRunThatHasIt() throws Exception {
    try (RunStore store = open()) {
      for (String run : List.of("ab-1", "ab-2", "b", "b-1")) {
        store.ended(SampleRuns.refused(run, 0));
      }
    }
    StoredRuns runs = RunStore.read(dir);

    assertThat(runs.find("ab-2")).isEqualTo(new Lookup.Found(SampleRuns.refused("ab-2", 0)));
    assertThat(runs.find("b")).isEqualTo(new Lookup.Found(SampleRuns.refused("b", 0)));
    assertThat(runs.find("b-")).isEqualTo(new Lookup.Found(SampleRuns.refused("b-1", 0)));
    assertThat(runs.find("ab"))
        .isEqualTo(new Lookup.Ambiguous(List.of(SampleRuns.id("ab-1"), SampleRuns.id("ab-2"))));
    assertThat(runs.find("c")).isEqualTo(new Lookup.Missing());
    assertThat(runs.find("%")).isEqualTo(new Lookup.Missing());
  }

  @Test
  void newest_listsTheRunsThatStartedLast() throws Exception {
    try (RunStore store = open()) {
      store.ended(SampleRuns.refused("second", 2));
      store.ended(SampleRuns.refused("first", 1));
      store.ended(SampleRuns.refused("third", 3));
    }
    List<String> all = new ArrayList<>();
    RunStore.read(dir).forEach(log -> all.add(log.header().run().value()));

    assertThat(RunStore.read(dir).newest(2))
        .extracting(row -> row.run().value())
        .containsExactly("third", "second");
    assertThat(all).containsExactly("first", "second", "third");
  }

  @Test
  void aLaterReport_isAddedOnce_andJudgedAgain() throws Exception {
    List<RunEvent> report =
        List.of(
            new ToolStarted(
                SampleRuns.at(60, 1), SampleRuns.id("call-1"), ToolEffect.REMOTE_WRITE));
    try (RunStore store = open()) {
      store.ended(SampleRuns.refused("r", 0));
      store.append(SampleRuns.id("r"), report);
      store.append(SampleRuns.id("r"), report);
      assertThat(store.runs().find("r"))
          .isEqualTo(new Lookup.Found(SampleRuns.refused("r", 0).plus(report)));
      assertThat(store.runs().newest(1).getFirst().verdict().retrySafety())
          .isEqualTo("user_confirmed_retry");
    }
  }

  @Test
  void aReportForARunThatIsNotStored_isCounted() throws Exception {
    try (RunStore store = open()) {
      store.append(SampleRuns.id("nobody"), List.of());
      assertThat(store.runs().newest(1)).isEmpty();
      assertThat(store.health()).startsWith("1 records lost, 0 failed writes, 0 records waiting");
    }
  }

  @Test
  void aReportWithoutBound_isCut() throws Exception {
    RunEvent event = new ToolStarted(SampleRuns.at(60, 1), null, ToolEffect.UNKNOWN);
    try (RunStore store = open()) {
      store.ended(SampleRuns.refused("r", 0));
      store.append(SampleRuns.id("r"), Collections.nCopies(RunStore.MAX_APPENDED + 2, event));
      assertThat(store.health()).startsWith("2 records lost");
    }
  }

  @Test
  void aClosedStore_throwsNothing_andCounts() throws Exception {
    RunStore store = open();
    store.close();

    store.started(SampleRuns.started("late", 0));
    store.ended(SampleRuns.refused("late", 0));

    assertThat(store.health()).startsWith("2 records lost, 0 failed writes");
  }

  @Test
  void aSchemaOfALaterVersion_isRefusedAndLeftAlone_andRecordingGoesOn() throws Exception {
    store(SampleRuns.refused("r-1", 0));
    RunStore.read(dir);
    change("PRAGMA user_version = 9");

    String said = "has schema version 9, and this Lastbyte knows 3";
    assertThatThrownBy(() -> RunStore.read(dir)).hasMessageContaining(said);
    try (RunStore store = open()) {
      store.ended(SampleRuns.refused("r-2", 0));
      assertThatThrownBy(() -> store.runs().newest(9)).isInstanceOf(StoreException.class);
      assertThat(store.health()).startsWith("0 records lost").contains(said);
    }
    change("PRAGMA user_version = 3");
    assertThat(RunStore.read(dir).newest(9)).hasSize(2);
  }

  @Test
  void theRunsOfASession_areFoundTogether_theOldestFirst() throws Exception {
    RunLog first = SampleRuns.refused("r-1", 0);
    RunLog retry =
        SampleRuns.refused("r-2", 500)
            .plus(
                List.of(
                    new RunLinked(
                        SampleRuns.at(15, 1),
                        Link.RETRY,
                        LinkBasis.CONVERSATION,
                        SampleRuns.id("r-1"),
                        SampleRuns.id("r-1"),
                        2,
                        500_000_000)));
    try (RunStore store = open()) {
      store.ended(retry);
      store.ended(SampleRuns.refused("r-3", 100));
      store.ended(first);
    }

    StoredRuns runs = RunStore.read(dir);
    assertThat(runs.ofSession(SampleRuns.id("r-1"), 10)).containsExactly(first, retry);
    assertThat(runs.ofSession(SampleRuns.id("r-1"), 1)).containsExactly(retry);
    assertThat(runs.newest(1).getFirst().sending()).isEqualTo(2);
  }

  @Test
  void aSchemaWithoutSessions_isMigrated_byTheFirstReaderOrWriter() throws Exception {
    RunLog log = SampleRuns.refused("r-1", 0);
    store(log);
    RunStore.read(dir);
    change(
        "DROP INDEX run_by_session",
        "ALTER TABLE run DROP COLUMN session",
        "ALTER TABLE run DROP COLUMN sending",
        "DROP TABLE indexed",
        "DROP TABLE running",
        "PRAGMA user_version = 1");

    assertThat(RunStore.read(dir).ofSession(SampleRuns.id("r-1"), 10)).containsExactly(log);
  }

  @Test
  void aSchemaWithoutAJournal_isMigrated_andKeepsItsRuns() throws Exception {
    store(SampleRuns.refused("old", 0));
    RunStore.read(dir);
    change("DROP TABLE indexed", "DROP TABLE running", "PRAGMA user_version = 2");
    store(SampleRuns.refused("new", 1));

    assertThat(RunStore.read(dir).newest(9))
        .extracting(row -> row.run().value())
        .containsExactly("new", "old");
  }

  @Test
  void aDatabaseLockedByAnotherProgram_doesNotStopRecording_andIsReportedToReaders()
      throws Exception {
    store(SampleRuns.refused("before", 0));
    RunStore.read(dir);
    try (RunStore store = open();
        Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("lastbyte.db"));
        var statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      store.started(SampleRuns.started("r", 0));
      store.ended(SampleRuns.refused("r", 0));
      assertThat(store.health()).isNull();

      assertThat(store.runs().newest(9)).hasSize(1);
      assertThat(store.health()).startsWith("0 records lost").contains("database is locked");
      statement.execute("ROLLBACK");
      assertThat(store.runs().newest(9)).hasSize(2);
    }
  }

  @Test
  void aReadOnlyFolder_isReadWhole_andSaysWhyNothingIsKept() throws Exception {
    store(SampleRuns.refused("indexed", 0));
    RunStore.read(dir);
    store(SampleRuns.refused("new", 1));
    File layout = dir.toFile();
    assumeTrue(layout.setWritable(false) && !Files.isWritable(dir)); // root may
    try {
      StoredRuns runs = RunStore.read(dir);

      assertThat(runs.newest(9))
          .extracting(RunRow::run)
          .containsExactly(SampleRuns.id("new"), SampleRuns.id("indexed"));
      assertThat(runs.health()).contains("new runs cannot be read into the database");
    } finally {
      assertThat(layout.setWritable(true)).isTrue();
    }
  }

  @Test
  void anEmptyDatabase_holdsNoRunsYet_andIsNotWrittenByAReader() throws Exception {
    Path empty = Files.createFile(dir.resolve("lastbyte.db"));

    StoredRuns runs = RunStore.read(dir);

    assertThat(runs.newest(9)).isEmpty();
    assertThat(runs.find("r")).isInstanceOf(Lookup.Missing.class);
    assertThat(runs.health()).isNull();
    assertThat(Files.size(empty)).isZero();
    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files).containsExactly(empty);
    }
  }

  @Test
  void anEmptyDatabase_isFilled_onceThereAreRuns() throws Exception {
    Files.createFile(dir.resolve("lastbyte.db"));
    StoredRuns runs = RunStore.read(dir);
    assertThat(runs.newest(9)).isEmpty();
    store(SampleRuns.refused("r", 0));

    assertThat(RunStore.read(dir).newest(9)).hasSize(1);
  }

  @Test
  void aFolderWithoutRuns_isReported() {
    assertThatThrownBy(() -> RunStore.read(dir))
        .hasMessage("no runs are stored in " + dir + ": there is no lastbyte.db");
  }
}
