// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.junit;

import dev.lastbyte.harness.LedgerEntry;
import java.util.List;
import java.util.stream.Collectors;

/** Rides on a test's failure, so that every report shows the server's side of it. */
final class ServerLedgerException extends Exception {
  private static final long serialVersionUID = 1;

  /** More than a test sends, unless it runs wild. */
  private static final int SHOWN = 20;

  ServerLedgerException(LlmServer server) {
    super(message(server), null, false, false);
  }

  private static String message(LlmServer server) {
    List<LedgerEntry> ledger = server.ledger();
    String first =
        ledger.stream()
            .limit(SHOWN)
            .map(entry -> "\n  " + entry.json())
            .collect(Collectors.joining());
    String more = ledger.size() > SHOWN ? "\n  and more" : "";
    return "%s: %d exchanges had ended%s%s".formatted(server, ledger.size(), first, more);
  }
}
