// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.diagnose;

import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.session.ConversationPosition;
import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.StoredRuns;
import dev.lastbyte.store.model.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway recorded of the sessions that a log tells of. The wire sees more than a client's
 * log does, and the log tells what the wire cannot show: which tools ran, and what the client was
 * handed.
 */
final class RecordedRuns {

  private static final int MOST = 1_000;

  private final @Nullable StoredRuns stored;
  private @Nullable Token session;
  private List<RunLog> ofSession = List.of();

  private RecordedRuns(@Nullable StoredRuns stored) {
    this.stored = stored;
  }

  /** The runs in a folder; none if it holds none that can be read. */
  static RecordedRuns in(Path folder) {
    try {
      return new RecordedRuns(RunStore.read(folder));
    } catch (StoreException e) {
      return new RecordedRuns(null);
    }
  }

  /** How many runs of the same session the gateway recorded. */
  int ofSameSession(RunLog imported) {
    return sessionOf(imported).size();
  }

  /**
   * The gateway's own record of the same exchange, with what the log adds to it; null if there is
   * none. They are one where they bear the same id of the provider's.
   */
  @Nullable RunLog joinedWith(RunLog imported) {
    Set<Correlated> ids = ids(imported);
    return sessionOf(imported).stream()
        .filter(recorded -> ids(recorded).stream().anyMatch(ids::contains))
        .findFirst()
        .map(recorded -> recorded.plus(added(imported, recorded)))
        .orElse(null);
  }

  private List<RunLog> sessionOf(RunLog imported) {
    Token wanted = ConversationPosition.of(imported).session();
    if (stored != null && !wanted.equals(session)) {
      session = wanted;
      ofSession = read(stored, wanted);
    }
    return ofSession;
  }

  private static List<RunLog> read(StoredRuns stored, Token session) {
    try {
      return stored.ofSession(session, MOST).stream().filter(RecordedRuns::isRecorded).toList();
    } catch (StoreException e) {
      return List.of(); // What the log says stands without it.
    }
  }

  private static boolean isRecorded(RunLog log) {
    return log.events().stream().anyMatch(event -> event.vantage() == Vantage.GATEWAY_UP);
  }

  /** The provider's ids, at no particular time. */
  private static Set<Correlated> ids(RunLog log) {
    var never = new Stamp(0, Stamp.WHOLE_RUN, Vantage.IMPORT);
    return log.events().stream()
        .filter(Correlated.class::isInstance)
        .map(Correlated.class::cast)
        .filter(id ->
            id.correlation() == Correlation.REQUEST_ID
                || id.correlation() == Correlation.RESPONSE_ID)
        .map(id -> new Correlated(never, id.correlation(), id.value()))
        .collect(Collectors.toSet());
  }

  private static List<RunEvent> added(RunLog imported, RunLog recorded) {
    long later =
        TimeUnit.MILLISECONDS.toNanos(
            imported.header().startedAtEpochMillis() - recorded.header().startedAtEpochMillis());
    int attempt = recorded.attempts().isEmpty() ? 1 : recorded.attempts().getLast();
    return imported.events().stream()
        .map(event ->
            at(new Stamp(Math.max(0, event.atNanos() + later), attempt, Vantage.IMPORT), event))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable RunEvent at(Stamp stamp, RunEvent event) {
    return switch (event) {
      case ToolStarted started -> new ToolStarted(stamp, started.call(), started.effect());
      case ToolEnded ended -> new ToolEnded(stamp, ended.call(), ended.outcome());
      case ToolResultSent sent -> new ToolResultSent(stamp, sent.call());
      case ErrorSurfaced error -> new ErrorSurfaced(stamp, error.chain(), error.retryable());
      case AbortRequested asked ->
          new AbortRequested(stamp, asked.source(), asked.why(), asked.from());
      default -> null; // What the gateway sees better itself.
    };
  }
}
