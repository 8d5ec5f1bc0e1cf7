// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.model;

/** Is told when it takes long to read what was recorded since somebody read last. */
@FunctionalInterface
public interface SlowIndexListener {

  /** For who does not want to know. */
  SlowIndexListener NONE = runs -> {};

  /**
   * Called at most once for each question, a second after it was put, on the thread that asks.
   *
   * @param runs about how many are still to be read
   */
  void stillIndexing(long runs);
}
