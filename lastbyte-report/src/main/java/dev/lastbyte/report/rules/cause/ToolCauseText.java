// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules.cause;

/**
 * Responses that were whole, and whose tools were not. They need the application to say that the
 * run is over.
 */
final class ToolCauseText {

  private ToolCauseText() {}

  static final CauseText INVALID_ARGUMENTS =
      new CauseText(
          "The response was whole, the application ended the run, and a tool's execution had ended"
              + " with invalid_arguments; or the model said that its calls were whole, and the"
              + " arguments of one were left open; or the provider says that it stopped at a call"
              + " that is none.",
          "A later step of the same call; or the application going on, so that its end was not"
              + " reported.",
          "Let the agent report tool_started, tool_ended and tool_result_sent to the gateway's"
              + " agent channel.",
          "Give the model the error as the tool's result; tighten the tool's schema.");

  static final CauseText FAILED =
      new CauseText(
          "The response was whole, the application ended the run, and a tool's execution had"
              + " failed.",
          "A later step of the same call; or the application going on, so that its end was not"
              + " reported.",
          "Let the agent report tool_started, tool_ended and tool_result_sent to the gateway's"
              + " agent channel.",
          "Give the model the error as the tool's result. A tool that failed may have changed"
              + " something first.");

  static final CauseText TIMEOUT =
      new CauseText(
          "The response was whole, the application ended the run, and a tool's execution had timed"
              + " out.",
          "A later step of the same call; or the application going on, so that its end was not"
              + " reported.",
          "Let the agent report tool_started, tool_ended and tool_result_sent to the gateway's"
              + " agent channel.",
          "Find out what the tool did; it may still run. Then raise its limit or make it"
              + " resumable.");

  static final CauseText INTERRUPTED =
      new CauseText(
          "The response was whole, the application ended the run, and a tool had started and not"
              + " ended, or had ended as interrupted.",
          "A later step of the same call; or the application going on, so that its end was not"
              + " reported.",
          "Let the agent report tool_started, tool_ended and tool_result_sent to the gateway's"
              + " agent channel.",
          "Find out what the tool did before anything else.");

  static final CauseText RESULT_LOST =
      new CauseText(
          "The response was whole, the application ended the run, and a tool had done its work"
              + " whose result was not sent.",
          "A later step of the same call; or the application going on, so that its end was not"
              + " reported.",
          "Let the agent report tool_started, tool_ended and tool_result_sent to the gateway's"
              + " agent channel.",
          "Go on with the result that is held; do not run the tool again.");

  static final CauseText DUPLICATE_EFFECT =
      new CauseText(
          "The same tool call was started twice, in one attempt or over several, and its effect is"
              + " not declared harmless. The run had not failed otherwise. It is likely only where"
              + " the first execution may have done nothing (it timed out, was interrupted or"
              + " failed), or where the calls of two attempts share an id and their arguments were"
              + " not compared.",
          "A declaration that the tool is read-only or idempotent; other arguments; reports without"
              + " ids, which may be about two calls.",
          "Let the agent report tool_started, tool_ended and tool_result_sent to the gateway's"
              + " agent channel. Give each call its id.",
          "Look for the retry that ran it again, and undo one of the effects. Key the execution on"
              + " the call's id.");
}
