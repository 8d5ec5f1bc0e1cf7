// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.RunLogCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that is to be written into the database. */
sealed interface Write {

  Token run();

  /** What it counts against the bound of what may wait: its events, and itself. */
  int weight();

  /** Whether the next writer finds it in the journal. */
  boolean isInJournal();

  /**
   * A run that ended. What was stored under its id is replaced. Spelled once, by the one thread
   * that writes, for the journal and for the database.
   */
  final class Ended implements Write {

    private final RunLog log;
    private byte @Nullable [] ndjson;
    private volatile boolean inJournal;

    Ended(RunLog log) {
      this.log = log;
    }

    RunLog log() {
      return log;
    }

    byte[] ndjson() {
      byte[] spelled = ndjson;
      if (spelled == null) {
        spelled = RunLogCodec.encode(log);
        ndjson = spelled;
      }
      return spelled;
    }

    void nowInJournal() {
      inJournal = true;
    }

    @Override
    public boolean isInJournal() {
      return inJournal;
    }

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
    public boolean isInJournal() {
      return true;
    }

    @Override
    public Token run() {
      return log.header().run();
    }

    @Override
    public int weight() {
      return 1 + log.events().size();
    }
  }

  /** Events that were reported after the end of their run. They stand in no journal. */
  record Appended(Token run, List<RunEvent> more) implements Write {
    @Override
    public boolean isInJournal() {
      return false;
    }

    @Override
    public int weight() {
      return 1 + more.size();
    }
  }
}
