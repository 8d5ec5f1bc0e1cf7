// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.List;

/** Something that is to be written into the database. */
sealed interface Write {

  Token run();

  /** What it counts against the bound of what may wait: its events, and itself. */
  int weight();

  /** A run that ended. What was stored under its id is replaced. */
  record Ended(RunLog log) implements Write {
    @Override
    public Token run() {
      return log.header().run();
    }

    @Override
    public int weight() {
      return 1 + log.events().size();
    }
  }

  /** A run that an earlier process left in the journal. What was stored under its id stays. */
  record LeftBehind(RunLog log) implements Write {
    @Override
    public Token run() {
      return log.header().run();
    }

    @Override
    public int weight() {
      return 1 + log.events().size();
    }
  }

  /** Events that were reported after the end of their run. */
  record Appended(Token run, List<RunEvent> more) implements Write {
    @Override
    public int weight() {
      return 1 + more.size();
    }
  }
}
