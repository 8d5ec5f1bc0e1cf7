// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.conversation.Hash;
import dev.lastbyte.wire.conversation.HashKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One sending of a question, as later requests need to know it. Guarded by {@link
 * RequestCorrelator}.
 */
public final class SentRequest {

  /** The most tool calls of one response that are remembered. */
  private static final int MAX_CALLS = 32;

  private final Question question;
  private final RunHandle run;
  private final int number;
  private final Map<Hash, Token> calls = new HashMap<>();
  private final Map<Hash, Hash> resultsSeen = new HashMap<>();
  private @Nullable Hash response;
  private boolean ended;
  private boolean complete;
  private long endedAtNanos;

  SentRequest(Question question, RunHandle run, int number) {
    this.question = question;
    this.run = run;
    this.number = number;
  }

  Question question() {
    return question;
  }

  RunHandle run() {
    return run;
  }

  /** Which sending of its question it is, from 1. */
  int number() {
    return number;
  }

  void requestEnded(RunLog log, long nowNanos, HashKey key) {
    ended = true;
    endedAtNanos = nowNanos;
    for (var event : log.events()) {
      if (event instanceof TerminalProven) {
        complete = true;
      } else if (event instanceof Correlated id && id.correlation() == Correlation.RESPONSE_ID) {
        response = key.of(id.value().value());
      } else if (event instanceof ToolCallStarted started
          && started.call() != null
          && calls.size() < MAX_CALLS) {
        calls.put(key.of(started.call().value()), started.call());
      } else if (event instanceof ToolResultSent result
          && result.call() != null
          && resultsSeen.size() < MAX_CALLS) {
        addResult(key.of(result.call().value()), null); // by an earlier gateway
      }
    }
  }

  /** The id of its response, or null if none was seen. */
  @Nullable Hash response() {
    return response;
  }

  boolean isEnded() {
    return ended;
  }

  /** Whether the response was proven whole. */
  boolean isComplete() {
    return complete;
  }

  /** Nanoseconds since its end, 0 if it goes on. */
  long nanosSinceEnd(long nowNanos) {
    return ended ? Math.max(0, nowNanos - endedAtNanos) : 0;
  }

  /** The tool call of its response with this id, or null if it made none. */
  @Nullable Token call(Hash id) {
    return calls.get(id);
  }

  /** Remembers that a result came back; false if that was known. */
  boolean addResult(Hash id, @Nullable Hash what) {
    return resultsSeen.putIfAbsent(id, what == null ? id : what) == null;
  }

  /** Whether a call like this one was made by its response, and had a result. */
  boolean hadResultOf(@Nullable Hash what) {
    return what != null && resultsSeen.containsValue(what);
  }
}
