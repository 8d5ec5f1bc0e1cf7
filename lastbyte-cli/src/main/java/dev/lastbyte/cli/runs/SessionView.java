// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.runs;

import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.MarkdownView;
import dev.lastbyte.cli.text.Table;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.session.ConversationPosition;
import dev.lastbyte.core.session.Question;
import dev.lastbyte.core.session.Sending;
import dev.lastbyte.core.session.Session;
import dev.lastbyte.report.LoggedReport;
import dev.lastbyte.report.RunReport;
import dev.lastbyte.report.SessionText;
import dev.lastbyte.store.Lookup;
import dev.lastbyte.store.StoredRuns;
import dev.lastbyte.store.model.RunRow;
import dev.lastbyte.store.model.StoreException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation: its runs, and what its client did that no single run shows. */
record SessionView(Terminal terminal, StoredRuns runs) {

  /** The most runs of one conversation that are looked at, the newest ones. */
  private static final int MOST = 1_000;

  private static final String LAST = "last";

  /**
   * Prints a conversation.
   *
   * @param named its name, the id of one of its runs or the beginning of one, or {@code last}
   * @throws InvalidInputException if there is none
   */
  void print(String named, boolean json) throws StoreException {
    List<RunLog> logs = logs(named);
    if (json) {
      logs.forEach(log -> terminal.line(LoggedReport.line(RunReport.of(log))));
      return;
    }
    Session session = Session.of(logs);
    table(session);
    List<String> item = SessionText.sentences(session);
    if (!item.isEmpty()) {
      terminal.line("");
    }
    item.forEach(terminal::line);
  }

  /** Behind a run's report: what the runs around it add to it. */
  void printContextOf(RunLog log) throws StoreException {
    List<RunLog> logs = runs.ofSession(ConversationPosition.of(log).session(), MOST);
    if (logs.size() < 2) {
      return;
    }
    var text = new StringBuilder("\n## Its conversation\n\n");
    text.append(
        "One of %d runs of session %s."
            .formatted(logs.size(), ConversationPosition.of(log).session()));
    SessionText.sentences(Session.of(logs)).forEach(item -> text.append("\n- ").append(item));
    MarkdownView.print(text.toString(), terminal);
  }

  private List<RunLog> logs(String named) throws StoreException {
    List<RunLog> logs = ofSession(Token.orNull(named));
    if (logs.isEmpty()) {
      logs = ofSession(sessionOfRun(named));
    }
    if (logs.isEmpty()) {
      throw new InvalidInputException(
          "no session and no run is called '" + named + "'; see: lastbyte runs");
    }
    return logs;
  }

  private List<RunLog> ofSession(@Nullable Token session) throws StoreException {
    return session == null ? List.of() : runs.ofSession(session, MOST);
  }

  private @Nullable Token sessionOfRun(String named) throws StoreException {
    if (named.equals(LAST)) {
      List<RunRow> newest = runs.newest(1);
      return newest.isEmpty() ? null : newest.getFirst().session();
    }
    return switch (runs.find(named)) {
      case Lookup.Found found -> ConversationPosition.of(found.log()).session();
      case Lookup.Ambiguous many -> throw RunFinder.ambiguous(named, many);
      case Lookup.Missing missing -> null;
    };
  }

  private void table(Session session) throws StoreException {
    var table = new Table("RUN", "STARTED (UTC)", "SENT", "PAUSE", "VERDICT");
    for (Question question : session.questions()) {
      for (Sending sending : question.sendings()) {
        Diagnosis diagnosis = sending.diagnosis();
        table.row(
            sending.run().value(),
            Table.time(sending.log().header().startedAtEpochMillis()),
            Integer.toString(sending.position().sending()),
            SessionText.pause(sending),
            diagnosis.code());
      }
    }
    Token name = session.questions().getFirst().sendings().getFirst().position().session();
    for (OpenRun open : OpenRun.of(runs).reversed()) {
      if (open.position().session().equals(name)) {
        table.row(
            open.id().value(),
            Table.time(open.startedAtEpochMillis()),
            Integer.toString(open.position().sending()),
            "-",
            open.report().state());
      }
    }
    table.printTo(terminal);
  }
}
