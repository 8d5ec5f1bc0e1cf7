// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.RunLogCodec;
import dev.lastbyte.report.log.RunLogFormatException;
import dev.lastbyte.store.model.RunRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What some records come to in the database, within one transaction. Used once. */
final class IndexBatch {

  private final Database database;
  private final IndexCheckpoint checkpoint;
  private final Map<Token, ParsedRecord.Started> startedRuns = new LinkedHashMap<>();
  private final List<Token> endedRuns = new ArrayList<>();
  private Set<String> running;
  private String session;
  private long runs;
  private long unreadable;
  private long unknownRuns;

  IndexBatch(Database database, String session) throws SQLException {
    this.database = database;
    this.checkpoint = database.checkpoint();
    this.running = checkpoint.running();
    this.session = session;
  }

  /** Writes all of it but where the next one begins. */
  void write(List<ParsedRecord> all) throws SQLException {
    for (ParsedRecord parsed : all) {
      switch (parsed) {
        case ParsedRecord.WriterBegan began -> begin(began.header().session());
        case ParsedRecord.Started started -> startedRuns.put(started.run(), started);
        case ParsedRecord.Ended ended -> end(ended);
        case ParsedRecord.Reported more ->
            unknownRuns += database.append(more.run(), more.events()) ? 0 : 1;
        case ParsedRecord.Unreadable nothing -> unreadable++;
      }
    }
    checkpoint.removeRunning(endedRuns);
    checkpoint.putRunning(encodeStarted());
  }

  /** Who wrote the last of them. */
  String session() {
    return session;
  }

  /** How many runs it had. */
  long runs() {
    return runs;
  }

  /** How many records could not be read. */
  long unreadable() {
    return unreadable;
  }

  /** How many told more of a run that is not stored. */
  long unknownRuns() {
    return unknownRuns;
  }

  /** The writer has died: the runs that were open are lost. */
  void markOpenRunsLost() throws SQLException {
    for (byte[] log : checkpoint.runningLogs()) {
      storeAsLost(log);
    }
    checkpoint.clearRunning();
    running = Set.of();
  }

  private void begin(String writer) throws SQLException {
    if (!writer.equals(session)) {
      markOpenRunsLost();
      session = writer;
    }
  }

  private void end(ParsedRecord.Ended ended) throws SQLException {
    Token run = ended.row().run();
    startedRuns.remove(run);
    if (running.contains(run.value())) {
      endedRuns.add(run);
    }
    database.put(ended.row(), ended.ndjson());
    runs++;
  }

  private Map<Token, byte[]> encodeStarted() {
    Map<Token, byte[]> logs = new LinkedHashMap<>();
    startedRuns.forEach((run, started) -> {
      try {
        logs.put(run, started.record().ndjson(started.header()));
      } catch (RunLogFormatException e) {
        unreadable++;
      }
    });
    return logs;
  }

  private void storeAsLost(byte[] soFar) throws SQLException {
    try {
      RunLog lost = ProcessLoss.in(RunLogCodec.decode(soFar).log());
      database.putIfAbsent(RunRow.of(lost), RunLogCodec.encode(lost));
      runs++;
    } catch (RunLogFormatException | RuntimeException e) {
      unreadable++;
    }
  }
}
