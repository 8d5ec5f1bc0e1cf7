// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Says when the pauses, heartbeats and drips of a script are due. */
public interface HarnessClock {

  /** Becomes complete when that much time has gone by from now on. */
  CompletableFuture<Void> after(Duration time);

  /** The machine's own clock. */
  static HarnessClock system() {
    return time ->
        CompletableFuture.runAsync(
            () -> {},
            CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS, Runnable::run));
  }
}
