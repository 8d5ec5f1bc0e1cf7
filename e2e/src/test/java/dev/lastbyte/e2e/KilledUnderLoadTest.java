// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.e2e.Asker.Asked;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.scenario.Scenarios;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway is killed (SIGKILL) in the middle of its work again and again, and started again on
 * the same folder: no run is lost that a provider knows of, and nothing that was told changes.
 */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class KilledUnderLoadTest {

  /** Told by {@code -Dlastbyte.kills=50}. */
  private static final int KILLS = Integer.getInteger("lastbyte.kills", 5);

  /** Told by {@code -Dlastbyte.seed=7}. */
  private static final long SEED = Long.getLong("lastbyte.seed", 1);

  private static final int CLIENTS = 8;
  private static final int HELD_CLIENTS = 4;
  private static final int FEWEST_ARRIVALS = 20;
  private static final int MOST_ARRIVALS = 300;

  private static final List<String> PLAYED =
      List.of("ok", "ok", "ok", "ok-tool", "text-eof", "error-event", "text-fin", "reasoning-fin");

  private final Random random = new Random(SEED);
  private final List<List<Asked>> asked = new ArrayList<>();
  private Map<String, StoredRun> before = Map.of();

  @TempDir private Path data;

  @Test
  void noRunIsLost_noneIsTwice_andWholeOnesStayWhole() throws Exception {
    System.out.printf("gateway is killed %d times, seed %d%n", KILLS, SEED);
    try (var provider = NotingProvider.start()) {
      for (int kill = 1; kill <= KILLS; kill++) {
        askAndKill(provider, kill);
        // What the odd ones leave is lost since the next gateway began, the rest since none lives.
        if (kill % 2 == 0 || kill == KILLS) {
          check(provider);
        }
      }
    }
  }

  private void askAndKill(NotingProvider provider, int kill) throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
        var recorder = Recorder.recordingInto(data, provider.url())) {
      List<Future<List<Asked>>> told = new ArrayList<>();
      for (int client = 0; client < CLIENTS + HELD_CLIENTS; client++) {
        List<String> scenarios = client < CLIENTS ? PLAYED : List.of("stall");
        String name = "kill" + kill + "-client" + client;
        told.add(clients.submit(new Asker(recorder.address(), name, scenarios, random.nextLong())));
      }
      provider.awaitArrivals(random.nextInt(FEWEST_ARRIVALS, MOST_ARRIVALS));
      recorder.gateway().kill();
      for (Future<List<Asked>> each : told) {
        asked.add(each.get(30, TimeUnit.SECONDS));
      }
    }
  }

  private void check(NotingProvider provider) throws Exception {
    List<StoredRun> stored = StoredRun.allIn(data);
    assertThat(integrity()).isEqualTo("ok");
    assertThat(stored).extracting(StoredRun::name).doesNotHaveDuplicates();
    Map<String, StoredRun> byName = new HashMap<>();
    stored.forEach(run -> byName.put(run.name(), run));
    assertThat(byName.keySet())
        .as("a run that the provider knows of")
        .containsAll(provider.askers());
    assertThat(byName).as("what was told before").containsAllEntriesOf(before);
    asked.forEach(ofOne -> checkVerdicts(ofOne, byName));
    before = byName;
  }

  private static void checkVerdicts(List<Asked> inOrder, Map<String, StoredRun> stored) {
    boolean lost = false;
    for (Asked each : inOrder) {
      StoredRun run = stored.get(each.question().name());
      if (run == null) {
        assertThat(each.whole()).as("%s is not stored", each).isFalse();
      } else if (run.isLost()) {
        lost = true;
      } else {
        assertThat(run.code()).as("%s", run).isEqualTo(key(each.question().scenario()));
        // Ends become durable in their order: only the last ones can be missing.
        assertThat(lost).as("an end before that of %s was lost", each).isFalse();
      }
    }
  }

  private static String key(String scenario) {
    return Scenarios.named(scenario)
        .key(Dialect.ANTHROPIC_MESSAGES, Framing.CHUNKED, Vantage.GATEWAY)
        .code();
  }

  private String integrity() throws Exception {
    try (var database = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("lastbyte.db"));
        var statement = database.createStatement();
        var result = statement.executeQuery("PRAGMA integrity_check")) {
      return result.getString(1);
    }
  }
}
