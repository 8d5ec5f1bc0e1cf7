// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import java.io.IOException;

/**
 * Looks whether what is recorded still goes into the folder. A folder that was deleted, moved or
 * replaced leaves its writer with files that no reader finds: nothing fails then. It is made anew,
 * and what the current segment holds is written once more. For one thread.
 */
public final class FolderWatch {

  private final StoreLayout layout;
  private final WriterLock lock;
  private final JournalWriter journalWriter;
  private final StoreHealth health;
  private boolean failed;

  public FolderWatch(
      StoreLayout layout, WriterLock lock, JournalWriter journalWriter, StoreHealth health) {
    this.layout = layout;
    this.lock = lock;
    this.journalWriter = journalWriter;
    this.health = health;
  }

  /** Looks once; tries again at the next time if the folder cannot be made. */
  public void check() {
    try {
      boolean restored = restoreLock();
      if (journalWriter.rewriteIfDisplaced() || restored) {
        health.note(
            "files in the folder %s were deleted, moved or replaced while runs were recorded into it: they are made anew, without the runs that only they held"
                .formatted(layout.dir()));
      }
      failed = false;
    } catch (IOException e) {
      if (!failed) {
        failed = true;
        health.writeFailed("the folder " + layout.dir() + " is gone and cannot be made anew", e);
      }
    }
  }

  private boolean restoreLock() throws IOException {
    if (lock.isInPlace()) {
      return false;
    }
    PrivateFiles.createFolder(layout.dir());
    lock.renew();
    return true;
  }
}
