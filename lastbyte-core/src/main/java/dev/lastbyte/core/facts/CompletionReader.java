// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.facts.Completion.State;

/** Reads how far the dialect's proof of a whole response goes. */
final class CompletionReader {

  private CompletionReader() {}

  static Completion read(AttemptEvents events) {
    Seen<TerminalProven> proven = events.first(TerminalProven.class);
    if (proven != null) {
      return new Completion(State.PROVEN, proven.event().finish());
    }
    Seen<FinishSeen> finish = events.first(FinishSeen.class);
    if (finish != null) {
      return new Completion(State.HALF_PROVEN, finish.event().finish());
    }
    return new Completion(
        events.has(ContentOpaque.class) ? State.UNKNOWABLE : State.UNPROVEN, null);
  }
}
