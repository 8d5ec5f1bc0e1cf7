// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A question that was asked lately. Guarded by {@link Questions}.
 *
 * @param session what the runs of its conversation share
 * @param step its number in the conversation, from 1
 * @param sendings the last ones, at most {@value #MAX_SENDINGS}; never empty once it is known
 */
record Question(Token session, int step, List<AskedOnce> sendings) {

  static final int MAX_SENDINGS = 32;

  /** One that was not sent yet. */
  Question(Token session, int step) {
    this(session, step, new ArrayList<>(1));
  }

  Question next(Token nameOfSession) {
    return new Question(nameOfSession, step + 1);
  }

  AskedOnce last() {
    return sendings.getLast();
  }

  void add(ToldRun run, int number) {
    if (sendings.size() == MAX_SENDINGS) {
      sendings.removeFirst();
    }
    sendings.add(new AskedOnce(this, run, number));
  }
}
