// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules.cause;

/** Ends that this machine brought about. */
final class HostCauseText {

  private HostCauseText() {}

  static final CauseText SUSPENDED =
      new CauseText(
          "The connection died, the body was cut or a timer fired, and the wall clock had gone"
              + " ahead of the monotonic one in the silence before: this machine slept. Never"
              + " proven: the far end may have died of something else.",
          "A byte after the sleep and before the end.",
          "Record the system's own sleep and wake events.",
          "Replay once the network is back, as the exposure allows.");

  static final CauseText STALLED =
      new CauseText(
          "A timer of the client's own fired, and the process had stood still for at least half of"
              + " the silence before. Never proven.",
          "A byte after the stall and before the end, or a stall of less than half the silence:"
              + " then the timer is the cause.",
          "Record pauses of the garbage collector and of the event loop.",
          "Find what blocks the process; the provider is not the cause. Then replay as the exposure"
              + " allows.");

  static final CauseText PROCESS_LOST =
      new CauseText(
          "The run's start was recorded, no end was, and the recording process had died.",
          "Any terminal evidence in what had been kept.",
          "Look at the system's journal for a kill or a crash at that time.",
          "Find out whether a tool had started; reconcile, then go on.");
}
