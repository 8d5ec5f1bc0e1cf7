// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import java.time.Duration;

/** The concrete next step. */
public sealed interface Recovery {

  /** Nothing failed. */
  record NotNeeded() implements Recovery {}

  /**
   * Send the same request again.
   *
   * @param after the shortest pause before it
   * @param jitter a random share of this is to be added, so that clients do not come back together
   * @param attemptsLeft how many more attempts the policy leaves, this one included
   * @param onNewConnection whether the old connection must not be used
   * @param retractPartial whether a partial response must be taken back first
   */
  record Replay(
      Duration after,
      Duration jitter,
      int attemptsLeft,
      boolean onNewConnection,
      boolean retractPartial)
      implements Recovery {}

  /** Ask the provider for the response that it keeps, by its id. */
  record Reconnect() implements Recovery {}

  /** Find out what a tool, or the provider, did before anything else. */
  record Reconcile() implements Recovery {}

  /** Go on from what is there: the partial text, the tool call, or its result. */
  record Continue() implements Recovery {}

  /**
   * Send the same request again, not before the pause that the provider wants.
   *
   * @param atLeast the provider's wish, or our own floor if it gave none
   * @param jitter a random share of this is to be added
   */
  record Wait(Duration atLeast, Duration jitter) implements Recovery {}

  /**
   * Have the credential anew, once and without a person, and send the request again with it; a
   * person is needed only if that fails.
   */
  record RefreshCredential() implements Recovery {}

  /** Let a person decide. */
  record Confirm() implements Recovery {}

  /** Trying again is of no use, or not wanted. */
  record Stop() implements Recovery {}

  /** The step as one word. */
  default String code() {
    return switch (this) {
      case NotNeeded step -> "none";
      case Replay step -> "replay";
      case Reconnect step -> "reconnect";
      case Reconcile step -> "reconcile";
      case Continue step -> "continue";
      case Wait step -> "wait";
      case RefreshCredential step -> "refresh_credential";
      case Confirm step -> "confirm";
      case Stop step -> "stop";
    };
  }
}
