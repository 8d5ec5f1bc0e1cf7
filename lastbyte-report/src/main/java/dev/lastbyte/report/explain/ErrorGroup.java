// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.explain;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.event.Coded;

/** The coarse kinds of failure that people file reports under. */
public enum ErrorGroup implements Coded {
  /** The connection was lost within the response. */
  TRANSPORT_TRUNCATION,
  /** The provider answered with an error of its own. */
  PROVIDER_ERROR,
  /** A timer of the client's own fired. */
  LOCAL_TIMER,
  /** The stream ended in order, without the proof of a whole response. */
  CLEAN_END_WITHOUT_PROOF,
  /** No response came about. */
  BEFORE_RESPONSE,
  /** The failure lies at a tool call. */
  TOOL_BOUNDARY,
  ABORT,
  /** Software between client and provider answered, or gave up. */
  INTERMEDIARY,
  /** The client itself could not begin, or died. */
  CLIENT_DEFECT,
  /** A connection that had served before was dead, or too old. */
  STALE_CONNECTION,
  /** The bytes or events broke the protocol, or the reader of it. */
  PROTOCOL_PARSE,
  /** The stream stayed open, and no timer watched it. */
  STALL_WITHOUT_WATCHDOG,
  UNKNOWN;

  /** The group of a cause. */
  public static ErrorGroup of(Cause cause) {
    return switch (cause.group()) {
      case NONE -> UNKNOWN;
      case LOCAL -> cause == Cause.LOCAL_CONFIG ? CLIENT_DEFECT : BEFORE_RESPONSE;
      case NET, SEND, WAIT -> BEFORE_RESPONSE;
      case CONN -> cause == Cause.CONN_REFUSED_STREAM ? BEFORE_RESPONSE : STALE_CONNECTION;
      case PROTO -> PROTOCOL_PARSE;
      case POLICY -> PROVIDER_ERROR;
      case ABORT -> ABORT;
      case TOOL -> TOOL_BOUNDARY;
      case STREAM -> ofStream(cause);
      case WATCHDOG -> ofTimer(cause);
      case HTTP, PROVIDER -> ofResponse(cause);
      case HOST -> cause == Cause.HOST_PROCESS_LOST ? CLIENT_DEFECT : TRANSPORT_TRUNCATION;
    };
  }

  private static ErrorGroup ofStream(Cause cause) {
    return switch (cause) {
      case STREAM_SILENT_TRUNCATION, STREAM_EMPTY_COMPLETION -> CLEAN_END_WITHOUT_PROOF;
      case STREAM_STALLED_CONTENT -> STALL_WITHOUT_WATCHDOG;
      case STREAM_IDLE_CUT, STREAM_TOTAL_CUT -> INTERMEDIARY;
      default -> TRANSPORT_TRUNCATION; // The others end with the connection.
    };
  }

  private static ErrorGroup ofTimer(Cause cause) {
    return switch (cause) {
      case WATCHDOG_CONNECT -> BEFORE_RESPONSE;
      case WATCHDOG_TOOL -> TOOL_BOUNDARY;
      default -> LOCAL_TIMER; // The others watch the exchange itself.
    };
  }

  private static ErrorGroup ofResponse(Cause cause) {
    return switch (cause) {
      case HTTP_REDIRECT, HTTP_UNEXPECTED_MEDIA, PROVIDER_BAD_GATEWAY, PROVIDER_GATEWAY_TIMEOUT ->
          INTERMEDIARY;
      default -> PROVIDER_ERROR; // The others are the provider's own word.
    };
  }
}
