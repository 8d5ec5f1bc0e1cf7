// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules.cause;

/** Responses that had begun. */
final class StreamCauseText {

  private StreamCauseText() {}

  static final CauseText RESET =
      new CauseText(
          "A reset (RST, or RST_STREAM) by the far end after the response had begun and before the"
              + " API's proof, at no known timer's value.",
          "The API's proof before the reset (stream.late_close), an earlier abort or timer of our"
              + " own, or a host that slept in the silence before.",
          CauseText.THROUGH_GATEWAY
              + " A client's error text does not tell a reset from our own abort.",
          "Go on from the partial text, or replay where nothing was visible. Group by hop and by"
              + " age: a node that dies resets many streams at once.");

  static final CauseText PREMATURE_EOF =
      new CauseText(
          "The far end closed the connection after the response had begun, before its framing's end"
              + " and before the API's proof, at no known timer's value. A body cut that nobody saw"
              + " closing makes it likely.",
          "The API's proof before the close, an earlier abort or timer of our own, a host that"
              + " slept, or a body whose only end mark is the connection's orderly end"
              + " (stream.silent_truncation).",
          CauseText.THROUGH_GATEWAY + " It sees the close mark and which side was first.",
          "Go on from the partial text, or replay where nothing was visible. Group by the four"
              + " clocks: values that pile up at one number are a timer.");

  static final CauseText SILENT_TRUNCATION =
      new CauseText(
          "The message ended by HTTP's own rules, or its WebSocket with the code for an end that"
              + " all is well with (1000), the API and its content could be followed, and the API's"
              + " proof of a whole response never came. An end mark such as [DONE] proves nothing.",
          "The API's own proof, seen by any vantage.",
          "Record on both sides of each relay: the first side without the proof is the place.",
          "Treat the response as cut, whatever the client says: most report success. Make the"
              + " client demand the proof.");

  static final CauseText IDLE_CUT =
      new CauseText(
          "The far end closed or reset the connection after a silence that is the value of a known"
              + " idle timer which runs in that phase (from 0.15 s before to 1.2 s after it): a"
              + " minute or more where no response had begun, any value within one. Never proven:"
              + " the number is a hint at the killer.",
          "A silence of another length, a close code or a GOAWAY that says why, or the API's proof"
              + " before the close. Before the response, a shorter timer's value leaves it a rival"
              + " of wait.empty_reply.",
          "Collect the silences of many cases: a timer piles them up at one number.",
          "Raise that timer at the hop that has it, or let the server send heartbeats more often. A"
              + " replay meets the same timer if the model is silent as long again.");

  static final CauseText TOTAL_CUT =
      new CauseText(
          "The far end closed or reset the connection, before or within the response, at an age of"
              + " the request or the connection that is a known timer's value (a minute or more;"
              + " within 0.2 %), with no idle timer's silence before it. Never proven. At a shorter"
              + " timer's value it stays a rival: most answers end that early anyway, so that"
              + " chance meets it as often.",
          "An age of another length, a silence that matches an idle timer, or the API's proof"
              + " before the close.",
          "Collect the ages of many cases: a timer piles them up at one number.",
          "Raise that timer at the hop that has it; heartbeats do not help. Shorten the response,"
              + " or use background mode with reconnection.");

  static final CauseText STALLED_CONTENT =
      new CauseText(
          "A response had begun, nothing speaks of an end, and the log goes on for five minutes or"
              + " more without an event that is not a heartbeat.",
          "Any terminal evidence: then that decides.",
          "Keep the recorder running until the exchange has ended, and record heartbeats apart from"
              + " content.",
          "Watch the silence in content, not only in bytes; let a timer of your own end it.");

  static final CauseText EMPTY_COMPLETION =
      new CauseText(
          "The API's proof with the finish stop, in an event stream that held no content, or"
              + " nothing but reasoning.",
          "Any text, picture or tool call in the stream, or in the event that ends it; another"
              + " finish.",
          "Record the request's shape (tools, limits): it repeats with the same request.",
          "Replay once; then change the request. Do not show it as a response.");

  static final CauseText LATE_CLOSE =
      new CauseText(
          "The API's proof of a whole response was seen, and the far end closed before HTTP's own"
              + " end.",
          "The proof missing: then it is stream.premature_eof or stream.reset.",
          "Nothing: the proof came first.",
          "Nothing. Make the client accept the response: the error that it reports came after all"
              + " of it.");
}
