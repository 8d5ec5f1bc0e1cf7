// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

/** What the client has to do so that a scenario's key is the truth; anybody's driver can act it. */
public sealed interface ClientBehavior {

  /** Asks once and reads to the end. */
  record ReadsOn() implements ClientBehavior {}

  /** Sends the first request, reads its response, and sends another one on the same connection. */
  record AsksAgainOnTheConnection() implements ClientBehavior {}

  /** Sends the same body until it has been answered that often. */
  record Repeats(int times) implements ClientBehavior {}

  /**
   * Leaves on its own account.
   *
   * @param after the phase that must be reached first
   * @param cause why, such as {@code abort.user}; reported only where the vantage includes the
   *     agent
   * @param closes whether the connection is closed, or the abort never gets that far
   */
  record Aborts(String after, String cause, boolean closes) implements ClientBehavior {}

  /**
   * Has a timer of its own that fires, and leaves.
   *
   * @param timer {@code headers}, {@code first_content}, {@code idle}, {@code total} or {@code
   *     ping}
   */
  record GivesUp(String timer) implements ClientBehavior {}

  /**
   * Closes its WebSocket in the middle of the text.
   *
   * @param code of its close frame, such as 1009: a message was bigger than it takes
   */
  record ClosesWebSocket(int code) implements ClientBehavior {}

  /** Runs the tool that it was told to call. */
  record RunsTool(ToolEnd end) implements ClientBehavior {}

  /** Declares a body of at least so many bytes, and sends what it can of it. */
  record Uploads(long bytes) implements ClientBehavior {}

  /** Sends {@code expect: 100-continue}, and the body when it has waited long enough. */
  record ExpectsContinue() implements ClientBehavior {}

  /** Does nothing for a while in the middle of the text, as a machine that sleeps, and goes on. */
  record HoldsStill() implements ClientBehavior {}

  /** Is killed in the middle of the text. */
  record Dies() implements ClientBehavior {}

  /** What becomes of the tool. */
  enum ToolEnd {
    /** Its result is posted in a second request on a new connection, for the same scenario. */
    POSTED,
    /** It ends, and its result is never posted. */
    LOST,
    /** It never ends. */
    HANGS,
    /** The connection to it breaks while it runs. */
    INTERRUPTED
  }
}
