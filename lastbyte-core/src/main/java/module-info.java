// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/**
 * The run log of an LLM request, and the pure functions that read it.
 *
 * <p>Packages use each other in one direction: {@code event <- log, hint <- facts <- diagnosis <-
 * diagnosis.rule <- recovery}, with {@code privacy} below them all.
 *
 * <p>Types are immutable values and pure functions, safe for use by many threads, except the three
 * that collect and say so: {@code RunRecorder}, {@code ContentMeter} and {@code Backtest}. No
 * function throws for what a log holds. Times are nanoseconds since the run began.
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
  exports dev.lastbyte.core.diagnosis.rule;
  exports dev.lastbyte.core.recovery;
  exports dev.lastbyte.core.session;
}
