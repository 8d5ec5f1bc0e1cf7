// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.store.index.ProcessLoss;
import dev.lastbyte.store.journal.SampleRuns;
import dev.lastbyte.store.journal.StoreLayout;
import dev.lastbyte.store.journal.StoreLimits;
import dev.lastbyte.store.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Whatever happens in whatever order, the folder tells what a map would. A kill is a copy of the
 * files as they are at that moment: nothing more is what a killed process leaves.
 */
@Tag("slow")
@Timeout(300)
class RandomOperationsTest {

  @SuppressWarnings("unused") // by its name
  private static final List<Long> SEEDS = LongStream.rangeClosed(1, 12).boxed().toList();

  private static final int STEPS = 400;

  /** A few runs to a segment. */
  private static final StoreLimits SMALL = SampleRuns.segmentsOf(600);

  private final Map<String, RunLog> over = new HashMap<>();
  private final Map<String, RunLog> openRuns = new HashMap<>();
  private Random random = new Random();
  private int folders;
  private int runs;

  @TempDir Path temp;

  @ParameterizedTest(name = "seed {0}")
  @FieldSource("SEEDS")
  void aStore_holdsTheSameRunsAsAMap_afterRandomOperations(long seed) throws Exception {
    random = new Random(seed);
    RunStore store = open();
    try {
      for (int step = 0; step < STEPS; step++) {
        store = step(store);
      }
      assertThat(store.health()).isNull();
    } finally {
      store.close();
    }
    markOpenRunsLost();

    StoredRuns stored = RunStore.read(dir());
    assertThat(logs(stored)).isEqualTo(over);
    assertThat(stored.health()).isNull();
  }

  private RunStore step(RunStore store) throws IOException {
    switch (random.nextInt(40)) {
      case 0 -> {
        return killed(store);
      }
      case 1 -> {
        store.close();
        markOpenRunsLost();
        return open();
      }
      case 2, 3 -> assertThat(logs(store.runs())).containsAllEntriesOf(over);
      case 4 -> {
        store.awaitWritten();
        assertThat(logs(RunStore.read(dir()))).containsAllEntriesOf(over);
      }
      case 5, 6, 7, 8 -> report(store);
      case 9, 10, 11 -> startAgain(store);
      case 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23 -> end(store);
      default -> start(store);
    }
    return store;
  }

  private void start(RunStore store) {
    String run = "r" + runs++;
    openRuns.put(run, SampleRuns.started(run, runs));
    store.started(openRuns.get(run));
  }

  private void startAgain(RunStore store) {
    String run = any(openRuns);
    if (run != null) {
      openRuns.computeIfPresent(run, (name, log) -> log.plus(List.of(tool())));
      store.started(openRuns.get(run));
    }
  }

  private void end(RunStore store) {
    String run = any(openRuns);
    if (run != null) {
      over.put(run, SampleRuns.refused(run, random.nextInt(1_000)));
      openRuns.remove(run);
      store.ended(over.get(run));
    }
  }

  private void report(RunStore store) {
    String run = any(over);
    if (run != null) {
      RunEvent event = tool();
      over.computeIfPresent(run, (name, log) -> log.plus(List.of(event)));
      store.append(SampleRuns.id(run), List.of(event));
    }
  }

  private RunStore killed(RunStore store) throws IOException {
    store.awaitWritten(); // segments so small are sometimes not ready in time
    Path from = dir();
    folders++;
    copy(from, dir());
    copy(from.resolve("journal"), dir().resolve("journal"));
    store.close();
    markOpenRunsLost();
    return open();
  }

  private void markOpenRunsLost() {
    openRuns.forEach((run, log) -> over.put(run, ProcessLoss.in(log)));
    openRuns.clear();
  }

  private RunStore open() throws StoreException {
    return RunStore.open(new StoreLayout(dir()), RunClock.system(), SMALL);
  }

  private Path dir() {
    return temp.resolve("folder-" + folders);
  }

  private RunEvent tool() {
    return new ToolStarted(
        SampleRuns.at(60 + random.nextInt(1_000_000_000), 1), null, ToolEffect.UNKNOWN);
  }

  private @Nullable String any(Map<String, RunLog> some) {
    List<String> names = some.keySet().stream().sorted().toList();
    return names.isEmpty() ? null : names.get(random.nextInt(names.size()));
  }

  private static Map<String, RunLog> logs(StoredRuns stored) throws StoreException {
    List<RunLog> logs = new ArrayList<>();
    stored.forEach(logs::add);
    Map<String, RunLog> byName = new HashMap<>();
    logs.forEach(log -> byName.put(log.header().run().value(), log));
    assertThat(byName).hasSameSizeAs(logs);
    return byName;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
