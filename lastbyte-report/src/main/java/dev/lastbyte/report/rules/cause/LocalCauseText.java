// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules.cause;

/** Attempts that the client could not even begin. */
final class LocalCauseText {

  private LocalCauseText() {}

  static final CauseText CONFIG =
      new CauseText(
          "The client reported that its configuration did not allow the request, before anything"
              + " else ended the attempt.",
          CauseText.EARLIER_END,
          CauseText.OWN_WORD,
          "Correct the configuration; the same one fails each time.");

  static final CauseText SETUP =
      new CauseText(
          "The client reported that it failed while it prepared the request, before anything else"
              + " ended the attempt; or the machine let whoever dialled open no socket.",
          CauseText.EARLIER_END,
          CauseText.OWN_WORD,
          "Find the defect in the client: serialisation, credentials that could not be read, an"
              + " interceptor that threw. For a socket, raise the limit of open files, or find who"
              + " leaks them.");

  static final CauseText POOL_TIMEOUT =
      new CauseText(
          "The client reported that its connection pool gave it no connection in time.",
          CauseText.EARLIER_END,
          "Record how many connections are in use when it happens, and for how long each is held.",
          "Enlarge the pool, or find streams that nobody closes: each holds a connection.");

  static final CauseText RETRY_BUDGET =
      new CauseText(
          "The client reported that its retry budget was used up, so that nothing was sent.",
          CauseText.EARLIER_END,
          CauseText.OWN_WORD,
          "Look at the failures that used the budget up: they are the cause, this is the symptom.");

  static final CauseText BREAKER_OPEN =
      new CauseText(
          "The client reported that its circuit breaker was open, so that nothing was sent.",
          CauseText.EARLIER_END,
          CauseText.OWN_WORD,
          "Look at the failures that opened the breaker; let it close by its own rule.");
}
