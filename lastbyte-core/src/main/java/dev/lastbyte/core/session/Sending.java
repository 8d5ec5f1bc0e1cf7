// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.session;

import dev.lastbyte.core.diagnosis.Diagnoser;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;

/** One run as a sending of its question. */
public record Sending(RunLog log, ConversationPosition position, Diagnosis diagnosis) {

  static Sending of(RunLog log) {
    return new Sending(log, ConversationPosition.of(log), Diagnoser.diagnose(RunFacts.of(log)));
  }

  /** The run's id. */
  public Token run() {
    return log.header().run();
  }

  /** How long after the end of the one before it was sent; 0 if that is not known. */
  public long pauseNanos() {
    return position.link() == null ? 0 : position.link().afterNanos();
  }
}
