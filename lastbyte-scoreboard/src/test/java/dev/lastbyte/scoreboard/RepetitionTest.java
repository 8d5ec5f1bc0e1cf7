// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.scoreboard.driver.GatewayFixture;
import dev.lastbyte.scoreboard.driver.Trial;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same scenario is the same again, on both sides. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class RepetitionTest {

  /** Told by {@code -Dlastbyte.repetitions=1000}. */
  private static final int REPETITIONS = Integer.getInteger("lastbyte.repetitions", 50);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok",
        "before-headers-fin",
        "after-headers-fin",
        "text-fin",
        "text-rst",
        "text-eof",
        "tool-args-fin",
        "tool-ready-fin",
        "error-event",
        "rate-limited-429"
      })
  void repeatedRuns_haveIdenticalLedgersAndDiagnoses_exceptTimes(String name) throws Exception {
    var trial =
        new Trial(
            Scenarios.named(name),
            Dialect.ANTHROPIC_MESSAGES,
            Framing.CHUNKED,
            Vantage.GATEWAY_AND_AGENT);
    List<Trial> again = Collections.nCopies(REPETITIONS, trial);

    try (GatewayFixture fixture = GatewayFixture.open(again, 8)) {
      List<Row> rows = Scoreboard.run(fixture, again, row -> {});

      Set<DiagnosisSummary> diagnosed = new HashSet<>();
      rows.forEach(row -> diagnosed.add(DiagnosisSummary.of(Objects.requireNonNull(row.report()))));
      Set<Entry> ledger = new HashSet<>();
      fixture.ledger(REPETITIONS).forEach(entry -> ledger.add(Entry.of(entry)));
      assertThat(rows).hasSize(REPETITIONS);
      assertThat(diagnosed).hasSize(1);
      assertThat(ledger).hasSize(1);
    }
  }

  /** A line of the ledger, but for its times, its connection, and the name in the question. */
  private record Entry(String scenario, int onConnection, LedgerEntry.Did did) {

    static Entry of(LedgerEntry entry) {
      return new Entry(entry.asked().scenario(), entry.asked().requestOnConnection(), entry.did());
    }
  }
}
