// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import dev.lastbyte.store.model.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The right to write to a folder. The system takes it back when the process dies. */
public final class WriterLock implements AutoCloseable {

  /**
   * The folders that this process holds. A lock belongs to the process, and closing any channel to
   * its file gives it up (POSIX fcntl): so a folder held here is not even looked at again.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /** A reader that stores what a dead process left holds the lock for a moment. */
  private static final Duration ACQUIRE_TIMEOUT = Duration.ofSeconds(1);

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Path dir;
  private final Path file;
  private FileChannel channel;
  private FileIdentity identity;

  private WriterLock(Path dir, Path file, FileChannel channel) throws IOException {
    this.dir = dir;
    this.file = file;
    this.channel = channel;
    this.identity = FileIdentity.of(file);
  }

  /**
   * The lock.
   *
   * @throws StoreException if another writer holds it, or the folder cannot be written
   */
  public static WriterLock acquire(StoreLayout layout) throws StoreException {
    long deadlineNanos = System.nanoTime() + ACQUIRE_TIMEOUT.toNanos();
    for (; ; ) {
      WriterLock lock = tryAcquire(layout);
      if (lock != null) {
        return lock;
      }
      if (System.nanoTime() - deadlineNanos >= 0) {
        throw new StoreException(
            "another gateway holds %s: only one may write to a folder; stop it, or name another"
                .formatted(layout.dir()),
            null);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** The lock, or null if another writer holds it. */
  static @Nullable public WriterLock tryAcquire(StoreLayout layout) throws StoreException {
    try {
      Path dir = layout.dir().toRealPath();
      return HELD.add(dir) ? lock(dir, layout.lock()) : null;
    } catch (IOException e) {
      throw new StoreException("the folder " + layout.dir() + " cannot be locked for writing", e);
    }
  }

  private static @Nullable WriterLock lock(Path dir, Path file) throws IOException {
    FileChannel channel = null;
    FileLock lock = null;
    try {
      PrivateFiles.createFile(file);
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
      lock = channel.tryLock();
      return lock == null ? null : new WriterLock(dir, file, channel);
    } finally {
      if (lock == null) {
        HELD.remove(dir);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  /** Whether the file that is locked is the one which other processes would lock. */
  synchronized boolean isInPlace() {
    return identity.isInPlace();
  }

  /**
   * Locks the file that stands in the place of the one locked before; makes it if there is none.
   *
   * @throws StoreException if another writer holds it
   */
  synchronized void renew() throws IOException {
    PrivateFiles.createFile(file);
    FileChannel fresh = FileChannel.open(file, StandardOpenOption.WRITE);
    if (fresh.tryLock() == null) {
      fresh.close();
      throw new StoreException("another gateway holds it by now", null);
    }
    channel.close();
    channel = fresh;
    identity = FileIdentity.of(file);
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The system closes it with the process; nothing else can be done about it here.
    } finally {
      HELD.remove(dir);
    }
  }
}
