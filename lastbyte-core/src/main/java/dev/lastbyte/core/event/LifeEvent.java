// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

/** The begin and end of attempts and of the run. */
public sealed interface LifeEvent extends RunEvent {

  /** An exchange with the provider begins; nothing has been dialled. */
  record AttemptStarted(Stamp stamp) implements LifeEvent {}

  /** The recorder was told that the run is over. The last event of a run that ended in order. */
  record RunEnded(Stamp stamp) implements LifeEvent {}

  /** A start record was found without an end: the recording process died during the run. */
  record ProcessLost(Stamp stamp) implements LifeEvent {}
}
