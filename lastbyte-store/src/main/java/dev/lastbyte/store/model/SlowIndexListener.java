// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.model;

/** Called while the indexing of new records takes long. */
@FunctionalInterface
public interface SlowIndexListener {

  /** Ignores it. */
  SlowIndexListener NONE = runs -> {};

  /**
   * Called at most once for each question, a second after it was put, on the thread that asks.
   *
   * @param runs how many runs are new: those read by now, and those still to be read
   */
  void stillIndexing(long runs);
}
