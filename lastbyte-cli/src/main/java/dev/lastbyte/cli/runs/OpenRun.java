// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.runs;

import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.session.ConversationPosition;
import dev.lastbyte.report.OpenRunReport;
import dev.lastbyte.store.StoredRuns;
import dev.lastbyte.store.model.StoreException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recorded run that goes on. */
record OpenRun(OpenRunReport report) {

  /** Those of a folder, the newest first. */
  static List<OpenRun> of(StoredRuns runs) throws StoreException {
    long nowMillis = System.currentTimeMillis();
    return runs.open().reversed().stream()
        .map(log -> new OpenRun(OpenRunReport.of(log, nowMillis)))
        .toList();
  }

  /** The only one whose id begins so; null if there is none. */
  static @Nullable OpenRun find(StoredRuns runs, String named) throws StoreException {
    List<OpenRun> found =
        of(runs).stream().filter(run -> run.id().value().startsWith(named)).toList();
    return found.size() == 1 ? found.getFirst() : null;
  }

  /** The newest one, if no run that ended began later. */
  static @Nullable OpenRun newest(StoredRuns runs) throws StoreException {
    List<OpenRun> open = of(runs);
    if (open.isEmpty()) {
      return null;
    }
    long startedAt = open.getFirst().startedAtEpochMillis();
    boolean isNewest =
        runs.newest(1).stream().allMatch(row -> row.startedAtEpochMillis() <= startedAt);
    return isNewest ? open.getFirst() : null;
  }

  RunLog log() {
    return report.log();
  }

  Token id() {
    return log().header().run();
  }

  long startedAtEpochMillis() {
    return log().header().startedAtEpochMillis();
  }

  ConversationPosition position() {
    return ConversationPosition.of(log());
  }

  @Nullable Token model() {
    var seen = report.facts().request();
    RequestDescribed request = seen == null ? null : seen.event();
    return request == null ? null : request.model();
  }
}
