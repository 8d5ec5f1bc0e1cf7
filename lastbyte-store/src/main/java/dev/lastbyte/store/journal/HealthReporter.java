// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Says of new trouble what there is to say, soon and once: to this process's listener, and in a
 * file to the next reader. What is said does not keep the thread that prepares segments waiting.
 */
public final class HealthReporter implements AutoCloseable {

  private final StoreHealth health;
  private final JournalWriter journalWriter;
  private final TroubleFile troubleFile;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("lastbyte-store-health").factory());
  private volatile Runnable listener = () -> {};
  private long heard;
  private long written;

  public HealthReporter(StoreHealth health, JournalWriter journalWriter, TroubleFile troubleFile) {
    this.health = health;
    this.journalWriter = journalWriter;
    this.troubleFile = troubleFile;
  }

  /** What is called of new trouble from now on. */
  public void listener(Runnable listener) {
    this.listener = listener;
  }

  /** To be called by one thread. */
  public void reportIfChanged() {
    long changes = health.changes();
    if (changes != heard) {
      heard = changes;
      thread.execute(listener);
    }
    if (changes != written) {
      write(changes);
    }
  }

  /** On a full disk, or where the folder is gone, it is tried again. */
  private void write(long changes) {
    String line = health.summary(journalWriter.waiting());
    try {
      if (line != null) {
        troubleFile.write(line);
      }
      written = changes;
    } catch (IOException e) {
      // The next check tries again; this process's listener knows.
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
