// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.Table;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.session.ConversationPosition;
import dev.lastbyte.core.session.Session;
import dev.lastbyte.report.AttemptReport;
import dev.lastbyte.report.DiagnosisJson;
import dev.lastbyte.report.RunReport;
import dev.lastbyte.report.SessionText;
import dev.lastbyte.store.Lookup;
import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.model.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of the LLM runs of one command.
 *
 * @param earlier sendings of their questions that another command had made before
 */
record RunSummary(List<RunLog> logs, List<RunLog> earlier) {

  /** How far back a question is followed. */
  private static final int MAX_EARLIER = 32;

  /** The runs as they are stored by now. */
  static RunSummary of(Collection<Token> runs, RunStore store) throws StoreException {
    List<RunLog> logs = new ArrayList<>();
    for (Token run : runs) {
      addIfStored(run, store, logs);
    }
    List<RunLog> earlier = new ArrayList<>();
    for (RunLog log : logs) {
      Token before = ConversationPosition.of(log).retryOf();
      while (before != null && !runs.contains(before) && earlier.size() < MAX_EARLIER) {
        before = addIfStored(before, store, earlier);
      }
    }
    return new RunSummary(List.copyOf(logs), List.copyOf(earlier));
  }

  /** Returns the run that it sends once more, or null if there is none, or if it is not stored. */
  private static @Nullable Token addIfStored(Token run, RunStore store, List<RunLog> logs)
      throws StoreException {
    if (store.runs().find(run.value()) instanceof Lookup.Found found) {
      logs.add(found.log());
      return ConversationPosition.of(found.log()).retryOf();
    }
    return null;
  }

  /** The last run that failed, or may have; else the last one; null if there is none. */
  @Nullable Token worthShowing() {
    return logs.reversed().stream()
        .filter(log -> ExitCode.of(RunReport.of(log).diagnosis()) != ExitCode.OK)
        .findFirst()
        .or(() -> logs.reversed().stream().findFirst())
        .map(log -> log.header().run())
        .orElse(null);
  }

  void printAsJson(Terminal terminal) {
    logs.forEach(log -> terminal.line(DiagnosisJson.line(RunReport.of(log))));
  }

  void print(Terminal terminal) {
    if (logs.isEmpty()) {
      terminal.line("lastbyte: no request came through the gateway; see: lastbyte connect CLIENT");
      return;
    }
    var table = new Table("RUN", "MODEL", "SENT", "VERDICT", "RETRY");
    logs.forEach(log -> row(log, table));
    table.printTo(terminal);
    bySession().values().stream()
        .flatMap(runs -> SessionText.sentences(Session.of(runs)).stream())
        .forEach(terminal::line);
  }

  private static void row(RunLog log, Table table) {
    AttemptReport last = RunReport.of(log).last();
    var request = last.facts().request();
    table.row(
        log.header().run().value(),
        request == null ? "-" : model(request.event()),
        Integer.toString(ConversationPosition.of(log).sending()),
        last.diagnosis().code(),
        last.verdict().safety().code());
  }

  private static String model(RequestDescribed request) {
    return request.model() == null ? "-" : request.model().value();
  }

  private Map<Token, List<RunLog>> bySession() {
    Map<Token, List<RunLog>> sessions = new LinkedHashMap<>();
    Stream.concat(earlier.stream(), logs.stream())
        .forEach(log ->
            sessions
                .computeIfAbsent(ConversationPosition.of(log).session(), name -> new ArrayList<>())
                .add(log));
    return sessions;
  }
}
