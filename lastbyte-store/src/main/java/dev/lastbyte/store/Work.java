// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import java.util.List;

/** What the writer's thread is to do next. */
sealed interface Work {

  /** Append these to the journal, as far as they are no more than in memory: many to a write. */
  record Keep(List<Write> fresh) implements Work {}

  /** Carry these into the database, in one transaction. */
  record Index(List<Write> kept) implements Work {}

  /** Nothing any more. */
  record End() implements Work {}
}
