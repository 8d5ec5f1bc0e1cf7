// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.privacy.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The journal as another process than its writer sees it: the runs that ended there come into the
 * database in their order, so that when the last one is there, all are.
 */
record JournalTail(Folder folder) implements CatchUp {

  /** Ten times as long as a writer takes that has nothing else to do. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Duration PAUSE = Duration.ofMillis(10);

  @Override
  public void await() {
    Token last = lastEnd();
    long patientUntil = System.nanoTime() + PATIENCE.toNanos();
    while (last != null && !isStored(last) && System.nanoTime() - patientUntil < 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** The run of the last line that tells an end, or null if there is none. */
  private @Nullable Token lastEnd() {
    try {
      byte[] lines = Files.readAllBytes(folder.journal());
      for (int to = beginOf(lines, lines.length); to > 0; ) {
        int from = beginOf(lines, to - 1);
        if (JournalLine.isEnd(lines, from)) {
          return JournalLine.left(Arrays.copyOfRange(lines, from, to)).header().run();
        }
        to = from;
      }
      return null;
    } catch (IOException e) {
      return null; // there is none, or its writer is just at it: then nothing is to be waited for
    }
  }

  /** Where the line begins that goes on to here. */
  private static int beginOf(byte[] lines, int to) {
    int at = to;
    while (at > 0 && lines[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  private boolean isStored(Token run) {
    try {
      return new StoredRuns(folder, () -> {}, null).isStored(run);
    } catch (StoreException e) {
      return true; // the question itself will say so
    }
  }
}
