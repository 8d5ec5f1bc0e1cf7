// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Being told to end (SIGINT, SIGTERM, SIGHUP), passed on to a child: it is told to end, what there
 * is to say of it is said, and then this process ends with the child's exit code.
 */
final class Signals implements AutoCloseable {

  private final CountDownLatch allSaid = new CountDownLatch(1);
  private final Thread hook = new Thread(this::passOn, "lastbyte-signal");
  private volatile @Nullable Process child;

  private Signals() {}

  static Signals passedOn() {
    var signals = new Signals();
    Runtime.getRuntime().addShutdownHook(signals.hook);
    return signals;
  }

  /** Waits for a child's end; returns its exit code, which is 128 and more if a signal ended it. */
  int await(Process process) throws InterruptedException {
    child = process;
    return process.waitFor();
  }

  /** All is said; if we were told to end, we may. */
  @Override
  public void close() {
    allSaid.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The hook runs, and ends the process.
    }
  }

  private void passOn() {
    Process told = child;
    if (told == null) {
      return;
    }
    told.destroy();
    try {
      allSaid.await();
      Runtime.getRuntime().halt(told.waitFor());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
