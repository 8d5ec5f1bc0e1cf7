// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.claude;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.RetryReason;
import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.reading.RunNames;
import dev.lastbyte.imports.reading.SendingLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sendings of a session of Claude Code that something may still be told of: results of tools
 * come later, and agents beside each other ask at the same time. The older ones are handed over.
 */
final class ClaudeSession {

  /** How many sendings a piece of news may look back. */
  private static final int HELD = 32;

  private final Consumer<RunLog> runs;
  private final RunNames names;
  private final Deque<ClaudeSending> held = new ArrayDeque<>();
  private @Nullable String session;
  private int steps;

  ClaudeSession(String source, Consumer<RunLog> runs) {
    this.names = new RunNames(source);
    this.runs = runs;
  }

  void describe(@Nullable String id) {
    session = id == null ? session : id;
  }

  /** A request goes out. */
  ClaudeSending sends(
      @Nullable String request, @Nullable String digest, @Nullable String model, long when) {
    ClaudeSending before = latest();
    boolean retry = before != null && before.asksTheSameAs(digest);
    int number = before != null && retry ? before.number() + 1 : 1;
    steps += retry ? 0 : 1;
    var log = new SendingLog(names.next(request, 0, when), when);
    log.asked(Dialect.ANTHROPIC_MESSAGES, model, Known.UNKNOWN);
    log.known(Correlation.SESSION_ID, session);
    if (before != null) {
      log.follows(before.log(), retry ? Link.RETRY : Link.STEP, retry ? number : steps, session);
      if (retry && before.isOpen()) {
        // Another try without a word on this one: it failed, and why was not kept.
        before.log().contentNotRecorded().retries(RetryReason.OTHER, null, null);
        before.ended();
      }
    }
    held.forEach(sending -> sending.log().calls().resultsSent(when));
    var next = new ClaudeSending(log, request, digest, number);
    held.addLast(next);
    if (held.size() > HELD) {
      runs.accept(held.removeFirst().toRunLog());
    }
    return next;
  }

  /**
   * The sending that a message answers. An older version logs no request, so that a message is all
   * that is known of one.
   */
  ClaudeSending answeredBy(@Nullable String request, @Nullable String message, long when) {
    ClaudeSending found = newest(sending -> sending.isMessage(message));
    found = found == null ? newest(sending -> sending.isRequest(request)) : found;
    found = found == null ? newest(ClaudeSending::isOpen) : found;
    found = found == null ? sends(null, null, null, when) : found;
    found.answersWith(message);
    return found;
  }

  /** The sending that an error ended. */
  ClaudeSending failing(long when) {
    ClaudeSending found = newest(ClaudeSending::isOpen);
    return found == null ? sends(null, null, null, when) : found;
  }

  /** The sending that made a call, or null if it is not known any more. */
  @Nullable ClaudeSending calling(String call) {
    return newest(sending -> sending.log().calls().has(call));
  }

  @Nullable ClaudeSending latest() {
    return held.peekLast();
  }

  private @Nullable ClaudeSending newest(Predicate<ClaudeSending> wanted) {
    Iterator<ClaudeSending> newestFirst = held.descendingIterator();
    while (newestFirst.hasNext()) {
      ClaudeSending next = newestFirst.next();
      if (wanted.test(next)) {
        return next;
      }
    }
    return null;
  }

  void lost() {
    if (!held.isEmpty()) {
      held.getLast().log().lost();
    }
  }

  void end() {
    held.forEach(sending -> runs.accept(sending.toRunLog()));
    held.clear();
  }

  /** The status of a response that said no. */
  static void refused(ClaudeSending sending, @Nullable Long status, long when) {
    if (status != null && status >= 400) {
      sending.log().status(status, Media.OTHER, when);
    }
  }
}
