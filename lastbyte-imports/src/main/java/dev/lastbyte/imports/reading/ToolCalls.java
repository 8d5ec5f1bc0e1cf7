// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.reading;

import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.privacy.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tool calls of one sending. A call is told by the id that its log gives it, though that id may
 * not be one that is kept.
 */
public final class ToolCalls {

  /** The most calls of one sending that are told apart. */
  private static final int MAX_CALLS = 64;

  private final SendingLog sending;
  private final Map<String, Token> ids = new HashMap<>();
  private final Set<String> started = new HashSet<>();
  private final Set<String> ended = new HashSet<>();
  private final Set<String> sent = new HashSet<>();

  ToolCalls(SendingLog sending) {
    this.sending = sending;
  }

  /** Whether the model made any. */
  public boolean any() {
    return !ids.isEmpty();
  }

  /** Whether the model made this one. */
  public boolean has(@Nullable String id) {
    return id != null && ids.containsKey(id);
  }

  /** A call whose arguments are whole. */
  public void made(@Nullable String id, @Nullable String tool, @Nullable Long when) {
    int index = ids.size();
    String key = id == null ? "nameless-" + index : id;
    if (index == MAX_CALLS || ids.containsKey(key)) {
      return;
    }
    Token named = Token.orNull(id);
    Token call = named == null ? new Token("call-" + index) : named;
    ids.put(key, call);
    sending.add(when, at -> new ToolCallStarted(at, index, call, Token.orNull(tool)));
    sending.add(when, at -> new ToolCallReady(at, index));
  }

  /** That a call began to run. */
  public void started(String id, ToolEffect effect, @Nullable Long when) {
    Token call = ids.get(id);
    if (call != null && started.add(id)) {
      sending.add(when, at -> new ToolStarted(at, call, effect));
    }
  }

  /** That a call ended, and so that it had begun. */
  public void ended(
      String id,
      ToolEffect effect,
      ToolOutcome outcome,
      @Nullable Long began,
      @Nullable Long when) {
    Token call = ids.get(id);
    if (call != null && ended.add(id)) {
      if (outcome != ToolOutcome.DROPPED && outcome != ToolOutcome.INVALID_ARGUMENTS) {
        started(id, effect, began);
      }
      sending.add(when, at -> new ToolEnded(at, call, outcome));
    }
  }

  /** That the next request went out, and with it the results that were there. */
  public void resultsSent(@Nullable Long when) {
    for (String id : ended) {
      Token call = ids.get(id);
      if (call != null && sent.add(id)) {
        sending.add(when, at -> new ToolResultSent(at, call));
      }
    }
  }
}
