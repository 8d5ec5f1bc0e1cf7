// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.server.FaultServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A server for one case alone, so that no connection of another case is met again. */
record Meeting(ClientCase met, FaultServer server) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration HIDDEN = Duration.ofMillis(250);

  static Meeting of(ClientCase met) throws IOException {
    return new Meeting(met, FaultServer.start());
  }

  URI baseUrl() {
    return server.baseUrl(met.scenario(), met.framing());
  }

  URI url() {
    return URI.create(baseUrl() + met.dialect().route());
  }

  /** What became of it, once the client has said so. */
  Outcome outcome(String said) throws InterruptedException {
    int asked = met.isAskedTwice() ? 2 : 1;
    List<LedgerEntry> ledger;
    try {
      ledger = server.awaitRequests(asked, PATIENCE);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(met + " is not over, but the client said " + said, e);
    }
    if (met.isUnanswered()) {
      ledger = withOneMore(ledger);
    }
    List<String> verbs = ledger.stream().map(entry -> entry.did().verb()).toList();
    return new Outcome(met, said, verbs, ledger.size() - asked);
  }

  /** A request that was sent again may be finished a little after its client has spoken. */
  private List<LedgerEntry> withOneMore(List<LedgerEntry> ledger) throws InterruptedException {
    try {
      return server.awaitRequests(ledger.size() + 1, HIDDEN);
    } catch (IllegalStateException e) {
      return ledger;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /**
   * What the client said, beside what the server's ledger says.
   *
   * @param said {@code no error}, or types and messages from the outermost cause to the innermost
   * @param verbs what the server did to each request
   * @param resent how many requests came that nobody had asked for
   */
  record Outcome(ClientCase met, String said, List<String> verbs, int resent) {

    /** What ended it; a client that took a new connection never met what only an old one has. */
    String cause() {
      return verbs.contains(met.verb()) ? met.cause() : "none";
    }

    /** What the server did about the scenario, or last. */
    String verb() {
      return verbs.contains(met.verb()) ? met.verb() : verbs.getLast();
    }
  }
}
