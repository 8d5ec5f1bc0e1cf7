// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import dev.lastbyte.core.event.Coded;

/** What a piece of evidence says. The wording for a reader belongs to the report. */
public enum Claim implements Coded {
  NAME_NOT_RESOLVED,
  DIAL_FAILED,
  TLS_FAILED,
  CONNECTION_WAS_REUSED,
  STATUS_SAYS_NO,
  PROVIDER_SAID_ERROR,
  /** The error is not in the API's own words. */
  WRITTEN_IN_BETWEEN,
  PROVIDER_SIDE_CLOSED,
  CLIENT_CLOSED,
  CLOSED_HERE,
  BODY_CUT,
  MESSAGE_ENDED_WHOLE,
  /** The connection's orderly end was the body's only end mark. */
  MESSAGE_ENDED_WITH_CONNECTION,
  /** Absence: the dialect's own proof of a whole response never came. */
  NO_TERMINAL_PROOF,
  /** Absence: not one byte of a response came. */
  NO_RESPONSE_BYTE,
  /** Absence: the response is whole and holds nothing. */
  NO_CONTENT,
  TERMINAL_PROVEN,
  FINISH_SEEN,
  SENTINEL_SEEN,
  CONTENT_ARRIVED,
  PROTOCOL_BROKEN,
  TIMER_FIRED,
  TIMER_DID_NOT_FIRE,
  ABORT_REQUESTED,
  ABORT_SIGNAL_SET,
  ABORT_SIGNAL_NOT_SET,
  ERROR_REPORTED,
  PROCESS_LOST,
  UNEXPECTED_MEDIA,
  SETUP_FAILED,
  PROXY_FAILED,
  /** The server proved that it did not process the request. */
  NOT_PROCESSED,
  /** The code of the peer's close frame names the reason. */
  CLOSE_CODE_SAYS_WHY,
  /** The server had announced that it would close the connection. */
  GOING_AWAY,
  /** A clock stands at the value of a timer that is known in the field. */
  CLOCK_MATCHES_KNOWN_TIMER,
  /** Content had come within the timer's own threshold. */
  STREAM_WAS_ALIVE,
  /** Heartbeats had come within the timer's own threshold. */
  HEARTBEATS_KEPT_COMING,
  HOST_SLEPT,
  HOST_STALLED,
  TOOL_RAN_TWICE,
  /** It was begun again after an execution of which is not known what it did. */
  TOOL_MAY_HAVE_RUN_TWICE,
  /** Its end was there, or on its way, before a byte of the request reached the far end. */
  ENDED_BEFORE_THE_REQUEST,
  /** A look at the socket before the request showed no end. */
  OPEN_BEFORE_THE_REQUEST,
  /** The application's own word on what became of the run. */
  OUTCOME_TOLD,
  /** The application's word that the stream broke. */
  STREAM_BROKE,
  TOOL_ENDED_SO
}
