// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A question that was asked lately. Guarded by {@link RequestCorrelator}.
 *
 * @param session what the runs of its conversation share
 * @param step its number in the conversation, from 1
 * @param sentRequests the last ones, at most {@value #MAX_SENDINGS}; never empty once it is known
 */
record Question(Token session, int step, List<SentRequest> sentRequests) {

  static final int MAX_SENDINGS = 32;

  /** One that was not sent yet. */
  Question(Token session, int step) {
    this(session, step, new ArrayList<>(1));
  }

  Question next(Token nameOfSession) {
    return new Question(nameOfSession, step + 1);
  }

  SentRequest last() {
    return sentRequests.getLast();
  }

  void add(RunHandle run, int number) {
    if (sentRequests.size() == MAX_SENDINGS) {
      sentRequests.removeFirst();
    }
    sentRequests.add(new SentRequest(this, run, number));
  }
}
