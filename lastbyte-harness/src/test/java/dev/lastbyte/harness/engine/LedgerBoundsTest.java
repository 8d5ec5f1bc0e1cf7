// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A ledger holds so much, and says what it let go. */
class LedgerBoundsTest {

  @Test
  void ledger_isBounded_andCountsDroppedEntries() {
    var entry =
        new LedgerEntry(
            new LedgerEntry.Asked(
                1,
                1,
                "/v1/messages",
                "anthropic-messages",
                "ok",
                "chunked",
                true,
                2,
                "00",
                "00",
                null,
                0),
            new LedgerEntry.Repeats(1, null, null, null, 0),
            new LedgerEntry.Did("fin", 0, 0, 0, "not_needed", "none", "no", null),
            Instant.EPOCH,
            Duration.ZERO);
    var ledger = new Ledger();
    for (int i = 0; i < 10_003; i++) {
      ledger.write(entry);
    }

    assertThat(ledger.entries()).hasSize(10_000);
    assertThat(ledger.ndjson()).startsWith("{\"dropped\":3}\n");
  }
}
