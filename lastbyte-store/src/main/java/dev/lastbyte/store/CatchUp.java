// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

/** How a reader makes sure that what ended before it asked is in the database. */
interface CatchUp {

  /** Waits for a bounded time; what is not there then is not shown. */
  void await();
}
