// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.event.Coded;

/**
 * Whether the same request could succeed after a cause: the retry table's column of use, as data.
 *
 * <p>Where the systems that we learned from disagree: after an overload Codex stops, PawWork and
 * Claude Code retry; we retry after a pause, since nothing was done and nothing shown. 409 and 500
 * are temporary as the SDKs have it; 404 is not, since a model does not appear by asking again. A
 * name that does not exist is permanent, as gRPC has it; a name server that does not answer is not.
 */
public enum Retryability implements Coded {
  /** Nothing failed. */
  NOT_NEEDED,
  /** The cause is of a kind that passes. */
  TEMPORARY,
  /** It passes, and the provider wants a pause. */
  AFTER_PAUSE,
  /** It ends at a known time, and not before: a quota, a plan's window. */
  AT_RESET,
  /** The same request would fail again. */
  PERMANENT,
  /** The end was wanted. */
  WANTED,
  /** The client left, and nothing says why. */
  UNEXPLAINED,
  /** The cause does not tell. */
  UNCLEAR;

  /** The prospect after a cause. */
  public static Retryability after(Cause cause) {
    return switch (cause) {
      case NONE, STREAM_LATE_CLOSE -> NOT_NEEDED;

      case NET_DNS_TEMPORARY,
          NET_DNS_TIMEOUT,
          NET_OFFLINE,
          NET_CONNECT_REFUSED,
          NET_CONNECT_TIMEOUT,
          NET_UNREACHABLE,
          NET_PROXY_CONNECT,
          NET_TLS_HANDSHAKE,
          LOCAL_POOL_TIMEOUT,
          CONN_STALE_REUSE,
          CONN_REFUSED_STREAM,
          CONN_GOAWAY,
          SEND_RESET,
          SEND_INCOMPLETE,
          WAIT_EMPTY_REPLY,
          HTTP_SERVER_ERROR,
          PROTO_MALFORMED,
          PROTO_GRAMMAR,
          STREAM_RESET,
          STREAM_PREMATURE_EOF,
          STREAM_SILENT_TRUNCATION,
          STREAM_IDLE_CUT,
          STREAM_TOTAL_CUT,
          STREAM_STALLED_CONTENT,
          STREAM_EMPTY_COMPLETION,
          PROVIDER_SERVER_ERROR,
          PROVIDER_BAD_GATEWAY,
          PROVIDER_GATEWAY_TIMEOUT,
          PROVIDER_CONFLICT,
          WATCHDOG_CONNECT,
          WATCHDOG_HEADERS,
          WATCHDOG_FIRST_CONTENT,
          WATCHDOG_IDLE,
          WATCHDOG_TOTAL,
          WATCHDOG_TOOL,
          WATCHDOG_PING,
          HOST_SUSPENDED,
          HOST_STALLED,
          HOST_PROCESS_LOST ->
          TEMPORARY;

      case PROVIDER_RATE_LIMITED, PROVIDER_OVERLOADED -> AFTER_PAUSE;

      case PROVIDER_QUOTA, PROVIDER_PLAN_WINDOW -> AT_RESET;

      case LOCAL_CONFIG,
          LOCAL_SETUP,
          LOCAL_RETRY_BUDGET,
          LOCAL_BREAKER_OPEN,
          NET_DNS_NOT_FOUND,
          NET_PROXY_AUTH,
          NET_TLS_CERTIFICATE,
          HTTP_REDIRECT,
          HTTP_CLIENT_ERROR,
          HTTP_UNEXPECTED_MEDIA,
          PROTO_CLIENT_LIMIT,
          PROVIDER_AUTH,
          PROVIDER_CREDENTIAL_EXPIRED,
          PROVIDER_FORBIDDEN,
          PROVIDER_NOT_FOUND,
          PROVIDER_INVALID_REQUEST,
          PROVIDER_CONTEXT_OVERFLOW,
          PROVIDER_TOO_LARGE,
          PROVIDER_BILLING,
          PROVIDER_STATE_LOST,
          PROVIDER_OUTPUT_LIMIT,
          PROVIDER_INCOMPLETE,
          POLICY_CONTENT_FILTER,
          POLICY_REFUSAL,
          TOOL_INVALID_ARGUMENTS,
          TOOL_DUPLICATE_EFFECT ->
          PERMANENT;

      case ABORT_USER,
          ABORT_PARENT,
          ABORT_LIFECYCLE,
          ABORT_SUPERSEDED,
          ABORT_LOOP_GUARD,
          ABORT_BUDGET ->
          WANTED;

      case ABORT_DOWNSTREAM_GONE, ABORT_UNATTRIBUTED -> UNEXPLAINED;

      case PROVIDER_IN_STREAM_ERROR,
          PROVIDER_CANCELLED,
          TOOL_FAILED,
          TOOL_TIMEOUT,
          TOOL_INTERRUPTED,
          TOOL_RESULT_LOST,
          UNKNOWN ->
          UNCLEAR;
    };
  }
}
