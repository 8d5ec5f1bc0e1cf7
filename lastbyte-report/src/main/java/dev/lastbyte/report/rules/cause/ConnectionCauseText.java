// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules.cause;

/** Attempts whose connection ended before a byte of a response. */
final class ConnectionCauseText {

  private ConnectionCauseText() {}

  static final CauseText CONN_STALE_REUSE =
      new CauseText(
          "Its end was there before the request, and not one byte of a response came: a look at the"
              + " socket just before showed it, the first write of the request met it, or it came"
              + " without having acknowledged the request (peer_closed has request_reached). It is"
              + " likely where none of that is known, the connection had been idle for at least"
              + " half a second, and its end came within a round trip and 50 ms of the request's"
              + " first byte (200 ms where no dial of it was seen).",
          "A byte of a response, a close frame with a code, a GOAWAY, the reset of one stream, an"
              + " end that came later than a dead connection takes to show it, or a connection that"
              + " had just served: then it is wait.empty_reply, or send.* before the request was"
              + " out. A wait of a known timer's length makes it stream.idle_cut.",
          "Look at the socket before it is used again (connection_reused has looked), and record"
              + " the connection's round trip and idle time.",
          "Keep connections idle for less time than the far end does. A replay goes onto a new"
              + " connection at once; it may be billed twice.");

  static final CauseText CONN_REFUSED_STREAM =
      new CauseText(
          "The far end reset our stream with REFUSED_STREAM (RFC 9113 §8.7) and had not begun to"
              + " answer: it proves that it did not process the request.",
          "A reset with another code, which makes it stream.reset; or earlier terminal evidence.",
          "Nothing: the code is the proof.",
          "Replay. If it is frequent, open fewer streams at once on a connection.");

  static final CauseText CONN_GOAWAY =
      new CauseText(
          "The server sent GOAWAY (RFC 9113 §6.8), and our stream is not among those that it may"
              + " have worked on; or it is, and the connection ended before the response was whole."
              + " Or a WebSocket's close frame says 1001 or 1012, or the provider's error that the"
              + " connection is as old as it may become.",
          "A GOAWAY that counts our stream in ends nothing by itself; a reset of the stream does,"
              + " or earlier terminal evidence.",
          "Nothing: the last stream id is the proof.",
          "Replay on a new connection, as far as nothing was visible. Servers send it when they are"
              + " deployed anew, and at a connection's age limit.");

  static final CauseText SEND_RESET =
      new CauseText(
          "The far end reset the connection before the whole request was out, and not one byte of a"
              + " response came.",
          "A byte of a response, or a connection that was dead before the request"
              + " (conn.stale_reuse).",
          CauseText.THROUGH_GATEWAY
              + " A server that refuses a large body may reset before its response is read.",
          "Compare the request's size with the provider's and each proxy's limit; else replay.");

  static final CauseText SEND_INCOMPLETE =
      new CauseText(
          "The far end closed the connection in order before the whole request was out, and not one"
              + " byte of a response came.",
          "A byte of a response, or a connection that was dead before the request"
              + " (conn.stale_reuse).",
          CauseText.THROUGH_GATEWAY + " Record how far the upload had come.",
          "Compare the request's size with the provider's and each proxy's limit; else replay.");

  static final CauseText WAIT_EMPTY_REPLY =
      new CauseText(
          "The whole request was out, the far end closed, and not one byte of a response came, at"
              + " no known timer's value.",
          "An end of the connection that proved to have been there before the request was written:"
              + " then it is conn.stale_reuse. A wait of a known timer's length, a minute or more,"
              + " makes it stream.idle_cut.",
          CauseText.THROUGH_GATEWAY
              + " Record whether the connection was reused, and what its socket showed before the"
              + " request was written.",
          "Replay once or twice. The request may have been processed: reconcile first where the"
              + " request adds to a conversation, works on without us, or runs tools.");
}
