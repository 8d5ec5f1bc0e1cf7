// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.util.concurrent.locks.LockSupport;

/**
 * Takes the CPU time of a process from its start until the process has come to rest, so that work
 * which is put off to a time after the last response counts as well.
 */
final class Stopwatch {

  private static final long LOOK_NANOS = 100_000_000;
  private static final int QUIET_LOOKS = 3;
  private static final int MAX_LOOKS = 50;

  private final ProcessTree process;
  private final double before;

  private Stopwatch(ProcessTree process) {
    this.process = process;
    this.before = process.cpuMicros();
  }

  static Stopwatch start(ProcessTree process) {
    return new Stopwatch(process);
  }

  /** Microseconds of CPU until now. */
  double now() {
    return process.cpuMicros() - before;
  }

  /** Microseconds of CPU until it rests; at most five seconds from now. */
  double atRest() {
    double used = now();
    int quiet = 0;
    for (int look = 0; look < MAX_LOOKS && quiet < QUIET_LOOKS; look++) {
      LockSupport.parkNanos(LOOK_NANOS);
      quiet = now() > used ? 0 : quiet + 1;
      used = now();
    }
    return used;
  }
}
