// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.journal.SampleRuns;
import dev.lastbyte.store.model.RunRow;
import dev.lastbyte.store.model.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that another program made, or changed: refused or left out, in one line. */
@Timeout(300)
class HostileDatabaseTest {

  private static final Consumer<Object> IGNORE = log -> {};

  @TempDir Path dir;

  @BeforeEach
  void recordTwoRuns() throws StoreException {
    try (RunStore store = RunStore.open(dir, RunClock.system())) {
      store.ended(SampleRuns.refused("one", 0));
      store.ended(SampleRuns.refused("two", 1));
    }
    RunStore.read(dir);
  }

  private void change(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("lastbyte.db"));
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA writable_schema = ON");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i AS run, 1 AS"
            + " started_at, '' AS code, '' AS log FROM n",
        "SELECT run, started_at, provider, dialect, model, code, headline, cause, retry_safety,"
            + " rule_set, session, sending, log FROM run_0",
      })
  void aViewInThePlaceOfTheTable_isRefused_andNeverRun(String view) throws Exception {
    change("ALTER TABLE run RENAME TO run_0", "CREATE VIEW run AS " + view);

    assertThatThrownBy(() -> RunStore.read(dir))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is not a database that Lastbyte made");
  }

  @Test
  void aTrigger_isRefused() throws Exception {
    change("CREATE TRIGGER t AFTER INSERT ON run BEGIN DELETE FROM run; END");

    assertThatThrownBy(() -> RunStore.read(dir))
        .hasMessageContaining("is not a database that Lastbyte made");
  }

  @Test
  void aViewInAnOlderDatabase_isNotRunByBringingItUpToDate() throws Exception {
    change(
        "ALTER TABLE run RENAME TO run_0",
        "CREATE VIEW run AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i"
            + " FROM n",
        "PRAGMA user_version = 1");

    assertThatThrownBy(() -> RunStore.read(dir)).isInstanceOf(StoreException.class);
  }

  @Test
  void aTableOfAnotherShape_isRefused() throws Exception {
    change("ALTER TABLE run ADD COLUMN more TEXT");

    assertThatThrownBy(() -> RunStore.read(dir))
        .hasMessageContaining("is not a database that Lastbyte made");
  }

  @Test
  void aRunsNameWithEscapes_isLeftOut_andSaid() throws Exception {
    change("UPDATE run SET run = char(27) || '[2J' WHERE run = 'one'");

    StoredRuns runs = RunStore.read(dir);

    assertThat(runs.newest(9)).extracting(RunRow::run).containsExactly(SampleRuns.id("two"));
    assertThat(runs.health()).contains("rows of the database cannot be read");
    assertThat(runs.find("")).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void aVerdictWithEscapes_isNone() throws Exception {
    change("UPDATE run SET code = char(27) || ']0;title' || char(7), provider = char(27) || '[2J'");

    List<RunRow> rows = RunStore.read(dir).newest(9);

    assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row.verdict()).isNull());
    assertThat(rows).allSatisfy(row -> assertThat(row.provider()).isNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x''", "x'00ff1b5b'", "CAST('{}' AS BLOB)", "zeroblob(70000000)"})
  void aLogThatIsNone_isOneLine_andNoFault(String log) throws Exception {
    change("UPDATE run SET log = " + log);
    StoredRuns runs = RunStore.read(dir);

    assertThat(runs.newest(9)).hasSize(2);
    assertThatThrownBy(() -> runs.find("one"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("lastbyte.db");
    assertThatThrownBy(() -> runs.forEach(IGNORE::accept)).isInstanceOf(StoreException.class);
  }

  @Test
  void aPlaceInTheJournalThatIsNone_losesNothing() throws Exception {
    change("UPDATE indexed SET segment = 4611686018427387904, place = -5, session = 'x'");
    try (RunStore store = RunStore.open(dir, RunClock.system())) {
      store.ended(SampleRuns.refused("three", 2));
    }

    assertThat(RunStore.read(dir).newest(9)).hasSize(3);
  }
}
