// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

/** The begin and end of attempts and of the run. */
public sealed interface LifeEvent extends RunEvent {

  /** An exchange with the provider begins; nothing has been dialled. */
  record AttemptStarted(Stamp stamp) implements LifeEvent {}

  /**
   * The client decided to try again. Belongs to the attempt that failed.
   *
   * @param why what made it try again
   * @param delayNanos the pause that it will make
   */
  record RetryScheduled(Stamp stamp, RetryReason why, long delayNanos) implements LifeEvent {}

  /**
   * The wall clock went ahead of the monotonic one: this machine slept.
   *
   * @param aheadNanos by how much
   */
  record HostSlept(Stamp stamp, long aheadNanos) implements LifeEvent {}

  /**
   * This process did not run for a while though it wanted to: a pause of its garbage collector, a
   * blocked event loop, a starved processor.
   *
   * @param forNanos for how long
   */
  record HostStalled(Stamp stamp, long forNanos) implements LifeEvent {}

  /**
   * The client had gone, and the gateway read on in its place, as it had been told to. Reported
   * after the end of the run, of which it changes nothing.
   *
   * @param aftermath what had become of the response when it stopped to read
   * @param forNanos how long it read on, until the end or until it gave up too
   * @param bytes what came in that time
   */
  record ShadowDrained(Stamp stamp, Aftermath aftermath, long forNanos, long bytes)
      implements LifeEvent {}

  /**
   * The client decided not to try again by itself. Belongs to the attempt that failed.
   *
   * @param why what held it back
   */
  record RetryDeclined(Stamp stamp, RetryHold why) implements LifeEvent {}

  /**
   * The recorder was told that the run is over. The last event of a run that ended in order.
   *
   * @param outcome what became of it in the words of the program that says so
   */
  record RunEnded(Stamp stamp, RunOutcome outcome) implements LifeEvent {

    /** An end of which nothing more is said. */
    public RunEnded(Stamp stamp) {
      this(stamp, RunOutcome.UNKNOWN);
    }
  }

  /** A start record was found without an end: the recording process died during the run. */
  record ProcessLost(Stamp stamp) implements LifeEvent {}

  /** What becomes of a response when its client has gone. */
  enum Aftermath implements Coded {
    /** It ended as a whole response does. */
    WHOLE,
    /** It ended, and was not whole. */
    CUT,
    /** It had not ended yet. */
    STILL_GOING
  }

  /** What became of a run. */
  enum RunOutcome implements Coded {
    SUCCEEDED,
    FAILED,
    /** It was ended on purpose. */
    CANCELLED,
    UNKNOWN
  }

  /** What held a client back from trying again. */
  enum RetryHold implements Coded {
    /** The error is final in the client's own eyes. */
    FINAL_ERROR,
    /** It has made as many attempts as it may. */
    BUDGET_USED,
    /** What had arrived was shown already. */
    OUTPUT_SHOWN,
    /** A tool may have changed something. */
    EFFECT_POSSIBLE,
    /** A person is to decide. */
    ASKS_USER,
    /** It never tries again by itself. */
    DISABLED,
    OTHER
  }

  /** What made a client try again. */
  enum RetryReason implements Coded {
    CONNECTION,
    STATUS,
    STREAM_CUT,
    STREAM_ERROR,
    TIMER,
    EMPTY_ANSWER,
    OTHER
  }
}
