// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Why the client of a run had gone, as far as we know, who ran it. */
final class AbortProvenance {

  /** A client that closes later after a signal may have its own reasons. */
  private static final long LONGEST_REACTION_NANOS = TimeUnit.SECONDS.toNanos(5);

  /**
   * A signal and the leaving that it causes reach us by two ways, in either order. A person who
   * interrupts because of what the client did takes longer.
   */
  private static final long OVERTAKEN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** A process that is killed closes its connections as it ends; a busy machine tells late. */
  private static final long LATEST_NEWS_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final Token FROM = new Token("lastbyte-run");

  private AbortProvenance() {}

  /**
   * Who ended a run whose client had gone; null if it ended otherwise, or if we do not know.
   *
   * @param endedAtNanos when the run was over, as {@link System#nanoTime()}
   */
  static @Nullable AbortRequested of(RunLog log, long endedAtNanos, CommandEnd end) {
    AttemptFacts last = RunFacts.of(log).last();
    if (!(last.ending() instanceof Ending.ClientGone)) {
      return null;
    }
    long goneAt = endedAtNanos - (log.events().getLast().atNanos() - last.endedAtNanos());
    ReceivedSignal signal = signalBefore(goneAt, end);
    if (signal != null) {
      long sinceSignal = Math.max(0, goneAt - signal.atNanos());
      long at = Math.max(0, last.endedAtNanos() - sinceSignal);
      return abort(at, last.attempt(), source(signal), signal.kind().code());
    }
    boolean together = Math.abs(end.atNanos() - goneAt) <= LATEST_NEWS_NANOS;
    return together && end.wasKilledByOthers()
        ? abort(last.endedAtNanos(), last.attempt(), AbortSource.LIFECYCLE, "exit-" + end.exit())
        : null;
  }

  /** The one to which the client's leaving was the reaction, or null if there is none. */
  private static @Nullable ReceivedSignal signalBefore(long goneAt, CommandEnd end) {
    boolean together = Math.abs(end.atNanos() - goneAt) <= LATEST_NEWS_NANOS;
    for (ReceivedSignal signal : end.signals().reversed()) {
      long reaction = goneAt - signal.atNanos();
      boolean endedTheCommand = together && signal.kind().exitCode() == end.exit();
      boolean reacted = reaction >= -OVERTAKEN_NANOS && reaction <= LONGEST_REACTION_NANOS;
      if (reacted || endedTheCommand) {
        return signal;
      }
    }
    return null;
  }

  private static AbortSource source(ReceivedSignal signal) {
    return switch (signal.kind()) {
      case INT -> AbortSource.USER;
      case TERM, HUP -> AbortSource.LIFECYCLE;
    };
  }

  private static AbortRequested abort(long at, int attempt, AbortSource source, String why) {
    return new AbortRequested(new Stamp(at, attempt, Vantage.AGENT), source, new Token(why), FROM);
  }
}
