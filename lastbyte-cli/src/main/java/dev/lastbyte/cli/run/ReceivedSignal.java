// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import java.util.Locale;

/**
 * A signal that this process was sent.
 *
 * @param atNanos when, as {@link System#nanoTime()}
 */
record ReceivedSignal(Kind kind, long atNanos) {

  /** The exit code of a process that a signal ended is this and the signal's number. */
  static final int EXIT_OF_SIGNALLED = 128;

  /** The signals by which a program is told to end; numbered by POSIX. */
  enum Kind {
    HUP(1),
    INT(2),
    TERM(15);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /** The exit code of a process that this ended. */
    int exitCode() {
      return EXIT_OF_SIGNALLED + number;
    }

    /** Such as {@code sigint}. */
    String code() {
      return "sig" + name().toLowerCase(Locale.ROOT);
    }
  }
}
