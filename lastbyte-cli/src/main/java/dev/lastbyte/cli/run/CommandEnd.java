// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import java.util.List;

/**
 * How a command came to its end.
 *
 * @param exit its exit code, which is 128 and more if a signal ended it
 * @param atNanos when, as {@link System#nanoTime()}
 * @param signals those that told us to end, and were passed on, in their order
 */
record CommandEnd(int exit, long atNanos, List<ReceivedSignal> signals) {

  /** The same, with the signals that are known by now: their news may come after the end. */
  CommandEnd with(List<ReceivedSignal> known) {
    return new CommandEnd(exit, atNanos, known);
  }

  /** Whether a signal ended it that did not come through us. */
  boolean wasKilledByOthers() {
    return exit >= ReceivedSignal.EXIT_OF_SIGNALLED
        && signals.stream().noneMatch(signal -> signal.kind().exitCode() == exit);
  }
}
