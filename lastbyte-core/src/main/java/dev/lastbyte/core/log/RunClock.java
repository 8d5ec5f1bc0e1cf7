// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.log;

/** Time as a recorder reads it; injected, so that a test owns it. */
public interface RunClock {

  /** Nanoseconds on a monotonic clock with an arbitrary origin, as {@link System#nanoTime()}. */
  long nanos();

  /** Milliseconds since 1970-01-01T00:00Z on the wall clock. */
  long epochMillis();

  /** The clocks of this machine. */
  static RunClock system() {
    return SystemClock.INSTANCE;
  }

  /** The clocks of this machine. */
  enum SystemClock implements RunClock {
    INSTANCE;

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public long epochMillis() {
      return System.currentTimeMillis();
    }
  }
}
