// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

/** Is told when it takes long to read what was recorded since somebody read last. */
@FunctionalInterface
public interface SlowPass {

  /** For who does not want to know. */
  SlowPass UNTOLD = runs -> {};

  /**
   * Called at most once for each question, a second after it was put, on the thread that asks.
   *
   * @param runs about how many are still to be read
   */
  void goesOn(long runs);
}
