// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/**
 * The run log of an LLM request, and the pure functions that read it.
 *
 * <p>Packages use each other in one direction: {@code event <- log, hint <- facts <- diagnosis <-
 * recovery}, with {@code privacy} below them all.
 */
@NullMarked
module dev.lastbyte.core {
  requires static org.jspecify;

  exports dev.lastbyte.core.privacy;
  exports dev.lastbyte.core.event;
  exports dev.lastbyte.core.hint;
  exports dev.lastbyte.core.log;
  exports dev.lastbyte.core.facts;
  exports dev.lastbyte.core.diagnosis;
  exports dev.lastbyte.core.recovery;
  exports dev.lastbyte.core.session;
}
