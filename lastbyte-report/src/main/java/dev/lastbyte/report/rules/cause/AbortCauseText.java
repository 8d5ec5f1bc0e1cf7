// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules.cause;

/** Ends that our own side asked for. */
final class AbortCauseText {

  private AbortCauseText() {}

  static final CauseText USER =
      new CauseText(
          "The application reported an abort that the user asked for; or lastbyte run was"
              + " interrupted (SIGINT) as its command's client left. It also explains a client's"
              + " leaving if the report came within a second, and a tool of a whole response that"
              + " was interrupted by it.",
          "The provider's side closing first, which makes it likely only; or other terminal"
              + " evidence before the request for the end, an error of the application's among it,"
              + " unless its text speaks of our own side's end.",
          "Let the agent report abort_requested with its source to the gateway's agent channel, or"
              + " run it by lastbyte run.",
          "Nothing. If people abort often at one place, look at the silence before it.");

  static final CauseText PARENT =
      new CauseText(
          "The application reported an abort that a parent agent asked for.",
          "The provider's side closing first, which makes it likely only; or other terminal"
              + " evidence before the request for the end, an error of the application's among it,"
              + " unless its text speaks of our own side's end.",
          "Let the agent report abort_requested with its source to the gateway's agent channel.",
          "Look at the parent's run: its end is the cause.");

  static final CauseText LIFECYCLE =
      new CauseText(
          "The application reported an abort by a reload, a dispose or a shutdown; or lastbyte run"
              + " was told to end (SIGTERM, SIGHUP), or saw its command killed, as the client left;"
              + " or our gateway closed the connection itself.",
          "The provider's side closing first, which makes it likely only; or other terminal"
              + " evidence before the request for the end, an error of the application's among it,"
              + " unless its text speaks of our own side's end.",
          "Let the agent report abort_requested with its source to the gateway's agent channel.",
          "Go on after the restart. Drain streams before a shutdown.");

  static final CauseText SUPERSEDED =
      new CauseText(
          "The application reported an abort because a newer request took its place.",
          "The provider's side closing first, which makes it likely only; or other terminal"
              + " evidence before the request for the end, an error of the application's among it,"
              + " unless its text speaks of our own side's end.",
          "Let the agent report abort_requested with its source to the gateway's agent channel.",
          "Nothing. If it is frequent, send the first request later.");

  static final CauseText LOOP_GUARD =
      new CauseText(
          "The application reported an abort by its loop guard.",
          "The provider's side closing first, which makes it likely only; or other terminal"
              + " evidence before the request for the end, an error of the application's among it,"
              + " unless its text speaks of our own side's end.",
          "Let the agent report abort_requested with its source to the gateway's agent channel.",
          "Read the last tool calls: the guard saw the same one too often.");

  static final CauseText BUDGET =
      new CauseText(
          "The application reported an abort because a budget of tokens, money or time was used"
              + " up.",
          "The provider's side closing first, which makes it likely only; or other terminal"
              + " evidence before the request for the end, an error of the application's among it,"
              + " unless its text speaks of our own side's end.",
          "Let the agent report abort_requested with its source to the gateway's agent channel.",
          "Raise the budget, or look at what used it up.");

  static final CauseText DOWNSTREAM_GONE =
      new CauseText(
          "The client closed first, as the gateway saw it, and no report of an abort or a timer"
              + " explains it.",
          "A report of an abort or of a timer that fired, even one that comes up to a second"
              + " later: then that is the cause.",
          "Let the agent report abort_requested with its source to the gateway's agent channel.",
          "Let the client report its aborts and timers. Look at the clocks: a client's timer shows"
              + " as one number. Ask the person before anything is sent again.");

  static final CauseText UNATTRIBUTED =
      new CauseText(
          "An abort was reported without a source; or the client closed first as it itself saw it.",
          "A source for the abort, or a timer that fired before.",
          "Let the agent report abort_requested with its source to the gateway's agent channel.",
          "Give each abort a source in the client's code. Never call it the user's without one.");
}
