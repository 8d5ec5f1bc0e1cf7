// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import java.util.List;

/** What {@link Caretaker} is to do next. */
sealed interface Errand {

  /** Let go of what these segments do not need. */
  record Seal(List<OpenSegment> full) implements Errand {}

  /** Make the next segment, of so many bytes. */
  record Prepare(int bytes) implements Errand {}

  /** Nothing any more. */
  record End() implements Errand {}
}
