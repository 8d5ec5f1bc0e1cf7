// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import java.util.List;

/**
 * What each cause is mistaken for. Data, drawn from what clients report: one text of theirs stands
 * for several of these (measured: "stream was reset: CANCEL" for a peer, a connection and
 * ourselves).
 */
public final class LookAlikes {

  private LookAlikes() {}

  /** The causes that look like {@code cause} to a client; empty where none is known. */
  public static List<Cause> of(Cause cause) {
    return switch (cause) {
      case NONE -> List.of(Cause.STREAM_SILENT_TRUNCATION);
      case STREAM_PREMATURE_EOF ->
          List.of(
              Cause.STREAM_RESET,
              Cause.STREAM_SILENT_TRUNCATION,
              Cause.STREAM_IDLE_CUT,
              Cause.STREAM_TOTAL_CUT,
              Cause.ABORT_UNATTRIBUTED,
              Cause.WATCHDOG_IDLE);
      case STREAM_RESET ->
          List.of(
              Cause.STREAM_PREMATURE_EOF,
              Cause.STREAM_IDLE_CUT,
              Cause.STREAM_TOTAL_CUT,
              Cause.ABORT_UNATTRIBUTED,
              Cause.WATCHDOG_IDLE);
      case STREAM_IDLE_CUT, STREAM_TOTAL_CUT ->
          List.of(
              Cause.STREAM_PREMATURE_EOF,
              Cause.WAIT_EMPTY_REPLY,
              Cause.ABORT_UNATTRIBUTED,
              Cause.WATCHDOG_IDLE);
      case STREAM_SILENT_TRUNCATION -> List.of(Cause.NONE, Cause.STREAM_PREMATURE_EOF);
      case STREAM_EMPTY_COMPLETION -> List.of(Cause.STREAM_SILENT_TRUNCATION);
      case STREAM_LATE_CLOSE -> List.of(Cause.STREAM_PREMATURE_EOF);
      case STREAM_STALLED_CONTENT -> List.of(Cause.NONE, Cause.WATCHDOG_IDLE);
      case CONN_STALE_REUSE -> List.of(Cause.WAIT_EMPTY_REPLY, Cause.STREAM_IDLE_CUT);
      case WAIT_EMPTY_REPLY ->
          List.of(
              Cause.CONN_STALE_REUSE,
              Cause.STREAM_IDLE_CUT,
              Cause.STREAM_TOTAL_CUT,
              Cause.ABORT_UNATTRIBUTED);
      case CONN_REFUSED_STREAM, CONN_GOAWAY -> List.of(Cause.STREAM_RESET);
      case SEND_RESET, SEND_INCOMPLETE -> List.of(Cause.WAIT_EMPTY_REPLY, Cause.PROVIDER_TOO_LARGE);
      case ABORT_DOWNSTREAM_GONE, ABORT_UNATTRIBUTED ->
          List.of(Cause.ABORT_USER, Cause.WATCHDOG_IDLE, Cause.STREAM_STALLED_CONTENT);
      case ABORT_USER, ABORT_PARENT, ABORT_SUPERSEDED, ABORT_LIFECYCLE ->
          List.of(Cause.STREAM_PREMATURE_EOF, Cause.WATCHDOG_IDLE);
      case WATCHDOG_CONNECT -> List.of(Cause.NET_CONNECT_TIMEOUT);
      case WATCHDOG_HEADERS, WATCHDOG_FIRST_CONTENT, WATCHDOG_IDLE, WATCHDOG_TOTAL ->
          List.of(Cause.STREAM_STALLED_CONTENT, Cause.STREAM_PREMATURE_EOF);
      case WATCHDOG_PING -> List.of(Cause.HOST_STALLED, Cause.STREAM_PREMATURE_EOF);
      case PROTO_CLIENT_LIMIT -> List.of(Cause.PROTO_MALFORMED, Cause.STREAM_PREMATURE_EOF);
      case PROVIDER_AUTH -> List.of(Cause.PROVIDER_CREDENTIAL_EXPIRED);
      case PROVIDER_RATE_LIMITED -> List.of(Cause.PROVIDER_QUOTA);
      case PROVIDER_PLAN_WINDOW -> List.of(Cause.PROVIDER_RATE_LIMITED, Cause.PROVIDER_QUOTA);
      case PROVIDER_QUOTA -> List.of(Cause.PROVIDER_RATE_LIMITED, Cause.PROVIDER_BILLING);
      case PROVIDER_IN_STREAM_ERROR, PROVIDER_SERVER_ERROR, PROVIDER_OVERLOADED ->
          List.of(Cause.STREAM_PREMATURE_EOF);
      case HOST_SUSPENDED, HOST_STALLED -> List.of(Cause.STREAM_PREMATURE_EOF, Cause.WATCHDOG_IDLE);
      default -> List.of(); // Its own evidence leaves no room for another.
    };
  }
}
