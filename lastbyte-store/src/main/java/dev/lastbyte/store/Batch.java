// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.RunLogCodec;
import dev.lastbyte.report.log.RunLogFormatException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What some records come to in the database, within one transaction. Used once. */
final class Batch {

  private final Database database;
  private final Progress progress;
  private final Map<Token, Told.Started> goOn = new LinkedHashMap<>();
  private final List<Token> goOnNoMore = new ArrayList<>();
  private Set<String> running;
  private String session;
  private long runs;
  private long unreadable;
  private long unknown;

  Batch(Database database, String session) throws SQLException {
    this.database = database;
    this.progress = database.progress();
    this.running = progress.running();
    this.session = session;
  }

  /** Writes all of it but where the next one begins. */
  void write(List<Told> all) throws SQLException {
    for (Told told : all) {
      switch (told) {
        case Told.Began began -> begin(began.header().session());
        case Told.Started started -> goOn.put(started.run(), started);
        case Told.Ended ended -> end(ended);
        case Told.Reported more -> unknown += database.append(more.run(), more.more()) ? 0 : 1;
        case Told.Nothing nothing -> unreadable++;
      }
    }
    progress.goOnNoMore(goOnNoMore);
    progress.goOn(spelledOut());
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
  long unknown() {
    return unknown;
  }

  /** Whoever wrote has died: what went on then is lost. */
  void allAreLost() throws SQLException {
    for (byte[] log : progress.logs()) {
      lose(log);
    }
    progress.noneGoesOn();
    running = Set.of();
  }

  private void begin(String writer) throws SQLException {
    if (!writer.equals(session)) {
      allAreLost();
      session = writer;
    }
  }

  private void end(Told.Ended ended) throws SQLException {
    Token run = ended.row().run();
    goOn.remove(run);
    if (running.contains(run.value())) {
      goOnNoMore.add(run);
    }
    database.put(ended.row(), ended.ndjson());
    runs++;
  }

  private Map<Token, byte[]> spelledOut() {
    Map<Token, byte[]> logs = new LinkedHashMap<>();
    goOn.forEach((run, started) -> {
      try {
        logs.put(run, started.entry().text(started.head()));
      } catch (RunLogFormatException e) {
        unreadable++;
      }
    });
    return logs;
  }

  private void lose(byte[] soFar) throws SQLException {
    try {
      RunLog lost = ProcessLoss.in(RunLogCodec.decode(soFar).log());
      database.keep(RunRow.of(lost), RunLogCodec.encode(lost));
      runs++;
    } catch (RunLogFormatException | RuntimeException e) {
      unreadable++;
    }
  }
}
