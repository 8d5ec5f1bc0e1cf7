// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.StoredRuns;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What happens to the database is nothing that the traffic feels. */
@Isolated("measures how soon a response comes")
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class StoreInTroubleTest {

  /** Less than SQLite waits for a lock, and more than a busy machine takes for a response. */
  private static final Duration HELD_UP = Duration.ofSeconds(4);

  private final List<String> asked = new ArrayList<>();
  private NotingProvider provider;

  @TempDir private Path data;

  @BeforeEach
  void start() throws IOException {
    provider = NotingProvider.start();
  }

  @AfterEach
  void stop() throws IOException {
    provider.close();
  }

  private Recorder gateway() throws IOException {
    return Recorder.recordingInto(data, provider.url());
  }

  private Path database() {
    return data.resolve("lastbyte.db");
  }

  @Test
  void readByAnotherProgramAllTheTime_nothingIsHeldUp_andNothingIsLost() throws Exception {
    try (var gateway = gateway()) {
      ask(gateway, 20);
      assertAllAreStored();
      try (var other = DriverManager.getConnection("jdbc:sqlite:" + database());
          var statement = other.createStatement()) {
        statement.execute("BEGIN");
        statement.executeQuery("SELECT count(*) FROM run").close();
        ask(gateway, 80);
        gateway.gateway().stop();
      }
    }
    assertAllAreStored();
  }

  @Test
  void lockedByAnotherProgram_nothingIsHeldUp_readersSaySo_andNothingIsLost() throws Exception {
    try (var gateway = gateway()) {
      ask(gateway, 20);
      assertAllAreStored();
      gateway.gateway().kill();
    }
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + database());
        var lock = other.createStatement()) {
      lock.execute("BEGIN IMMEDIATE");
      try (var next = gateway()) {
        ask(next, 20);
        StoredRuns runs = RunStore.read(data);
        assertThat(runs.health()).contains("0 records lost").contains("database is locked");
      }
      lock.execute("ROLLBACK");
    }
    assertAllAreStored();
  }

  @Test
  void overwrittenWithGarbage_nothingIsHeldUp_andWhatTheJournalHasIsKept() throws Exception {
    try (var gateway = gateway()) {
      ask(gateway, 200);
      gateway.gateway().stop();
    }
    assertAllAreStored();
    int before = asked.size();
    overwrite();
    try (var gateway = gateway()) {
      String complaint = complaintWhileAsking(gateway);
      ask(gateway, 20);
      assertThat(complaint).contains("0 records lost").contains("the database was damaged");
    }
    assertThat(files()).anyMatch(file -> file.contains("lastbyte.db.damaged-"));
    assertThat(StoredRun.allIn(data))
        .extracting(StoredRun::name)
        .doesNotHaveDuplicates()
        .containsAll(asked.subList(before, asked.size()));
  }

  /** The gateway reads what was asked before it began; what it finds it says when a run ends. */
  private String complaintWhileAsking(Recorder gateway) throws IOException {
    while (true) {
      ask(gateway, 1);
      String complaint = gateway.gateway().complaint();
      if (complaint != null) {
        return complaint;
      }
    }
  }

  private void overwrite() throws IOException {
    byte[] garbage = new byte[(int) Files.size(database())];
    new Random(1).nextBytes(garbage);
    try (var file = new RandomAccessFile(database().toFile(), "rw")) {
      file.write(garbage);
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private void assertAllAreStored() throws Exception {
    assertThat(StoredRun.allIn(data))
        .extracting(StoredRun::name)
        .containsExactlyInAnyOrderElementsOf(asked);
  }

  /** Each is answered whole, and soon. */
  private void ask(Recorder gateway, int times) throws IOException {
    try (Socket client = Agent.connect(gateway.address())) {
      for (int i = 0; i < times; i++) {
        String name = "run-" + asked.size();
        long start = System.nanoTime();
        assertThat(Asker.isAnsweredWhole(client, new Question("ok", name))).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(HELD_UP);
        asked.add(name);
      }
    }
  }
}
