// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.Callable;

/** Waits for files to come or go in a folder, and takes no time from the thread that moves them. */
final class WatchedFolder implements AutoCloseable {

  private final WatchService changes;

  private WatchedFolder(WatchService changes) {
    this.changes = changes;
  }

  /** The changes from now on. */
  static WatchedFolder watch(Path folder) throws IOException {
    WatchService changes = folder.getFileSystem().newWatchService();
    folder.register(
        changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
    return new WatchedFolder(changes);
  }

  /** Waits until that holds; it is looked at now, and again after each change. */
  void await(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      WatchKey changed = changes.take();
      changed.pollEvents();
      changed.reset();
    }
  }

  @Override
  public void close() throws IOException {
    changes.close();
  }
}
