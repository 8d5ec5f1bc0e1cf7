// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import static dev.lastbyte.core.diagnosis.Cause.ABORT_BUDGET;
import static dev.lastbyte.core.diagnosis.Cause.ABORT_DOWNSTREAM_GONE;
import static dev.lastbyte.core.diagnosis.Cause.ABORT_LIFECYCLE;
import static dev.lastbyte.core.diagnosis.Cause.ABORT_LOOP_GUARD;
import static dev.lastbyte.core.diagnosis.Cause.ABORT_PARENT;
import static dev.lastbyte.core.diagnosis.Cause.ABORT_SUPERSEDED;
import static dev.lastbyte.core.diagnosis.Cause.ABORT_UNATTRIBUTED;
import static dev.lastbyte.core.diagnosis.Cause.ABORT_USER;
import static dev.lastbyte.core.diagnosis.Cause.CONN_GOAWAY;
import static dev.lastbyte.core.diagnosis.Cause.CONN_REFUSED_STREAM;
import static dev.lastbyte.core.diagnosis.Cause.CONN_STALE_REUSE;
import static dev.lastbyte.core.diagnosis.Cause.HOST_PROCESS_LOST;
import static dev.lastbyte.core.diagnosis.Cause.HTTP_CLIENT_ERROR;
import static dev.lastbyte.core.diagnosis.Cause.HTTP_SERVER_ERROR;
import static dev.lastbyte.core.diagnosis.Cause.LOCAL_BREAKER_OPEN;
import static dev.lastbyte.core.diagnosis.Cause.LOCAL_CONFIG;
import static dev.lastbyte.core.diagnosis.Cause.LOCAL_RETRY_BUDGET;
import static dev.lastbyte.core.diagnosis.Cause.LOCAL_SETUP;
import static dev.lastbyte.core.diagnosis.Cause.NET_CONNECT_REFUSED;
import static dev.lastbyte.core.diagnosis.Cause.NET_CONNECT_TIMEOUT;
import static dev.lastbyte.core.diagnosis.Cause.NET_DNS_NOT_FOUND;
import static dev.lastbyte.core.diagnosis.Cause.NET_DNS_TEMPORARY;
import static dev.lastbyte.core.diagnosis.Cause.NET_DNS_TIMEOUT;
import static dev.lastbyte.core.diagnosis.Cause.NET_PROXY_AUTH;
import static dev.lastbyte.core.diagnosis.Cause.NET_PROXY_CONNECT;
import static dev.lastbyte.core.diagnosis.Cause.NET_TLS_CERTIFICATE;
import static dev.lastbyte.core.diagnosis.Cause.NET_TLS_HANDSHAKE;
import static dev.lastbyte.core.diagnosis.Cause.NET_UNREACHABLE;
import static dev.lastbyte.core.diagnosis.Cause.NONE;
import static dev.lastbyte.core.diagnosis.Cause.POLICY_CONTENT_FILTER;
import static dev.lastbyte.core.diagnosis.Cause.PROTO_MALFORMED;
import static dev.lastbyte.core.diagnosis.Cause.PROVIDER_AUTH;
import static dev.lastbyte.core.diagnosis.Cause.PROVIDER_BAD_GATEWAY;
import static dev.lastbyte.core.diagnosis.Cause.PROVIDER_CONTEXT_OVERFLOW;
import static dev.lastbyte.core.diagnosis.Cause.PROVIDER_FORBIDDEN;
import static dev.lastbyte.core.diagnosis.Cause.PROVIDER_GATEWAY_TIMEOUT;
import static dev.lastbyte.core.diagnosis.Cause.PROVIDER_INVALID_REQUEST;
import static dev.lastbyte.core.diagnosis.Cause.PROVIDER_IN_STREAM_ERROR;
import static dev.lastbyte.core.diagnosis.Cause.PROVIDER_NOT_FOUND;
import static dev.lastbyte.core.diagnosis.Cause.PROVIDER_OVERLOADED;
import static dev.lastbyte.core.diagnosis.Cause.PROVIDER_QUOTA;
import static dev.lastbyte.core.diagnosis.Cause.PROVIDER_RATE_LIMITED;
import static dev.lastbyte.core.diagnosis.Cause.PROVIDER_SERVER_ERROR;
import static dev.lastbyte.core.diagnosis.Cause.PROVIDER_TOO_LARGE;
import static dev.lastbyte.core.diagnosis.Cause.SEND_INCOMPLETE;
import static dev.lastbyte.core.diagnosis.Cause.SEND_RESET;
import static dev.lastbyte.core.diagnosis.Cause.STREAM_IDLE_CUT;
import static dev.lastbyte.core.diagnosis.Cause.STREAM_PREMATURE_EOF;
import static dev.lastbyte.core.diagnosis.Cause.STREAM_RESET;
import static dev.lastbyte.core.diagnosis.Cause.STREAM_SILENT_TRUNCATION;
import static dev.lastbyte.core.diagnosis.Cause.STREAM_TOTAL_CUT;
import static dev.lastbyte.core.diagnosis.Cause.TOOL_FAILED;
import static dev.lastbyte.core.diagnosis.Cause.TOOL_INTERRUPTED;
import static dev.lastbyte.core.diagnosis.Cause.UNKNOWN;
import static dev.lastbyte.core.diagnosis.Cause.WAIT_EMPTY_REPLY;
import static dev.lastbyte.core.diagnosis.Cause.WATCHDOG_CONNECT;
import static dev.lastbyte.core.diagnosis.Cause.WATCHDOG_FIRST_CONTENT;
import static dev.lastbyte.core.diagnosis.Cause.WATCHDOG_IDLE;
import static dev.lastbyte.core.diagnosis.Cause.WATCHDOG_TOTAL;
import static java.util.Map.entry;

import dev.lastbyte.core.diagnosis.Cause;
import java.util.EnumMap;
import java.util.Map;

/** What other systems call our causes; a cause without an entry has no name there. */
final class PeerNames {

  private static final Map<Cause, String> ENVOY =
      Map.ofEntries(
          entry(LOCAL_RETRY_BUDGET, "URX"),
          entry(LOCAL_BREAKER_OPEN, "UO"),
          entry(NET_DNS_NOT_FOUND, "DF"),
          entry(NET_DNS_TEMPORARY, "DF"),
          entry(NET_DNS_TIMEOUT, "DF"),
          entry(NET_CONNECT_REFUSED, "UF"),
          entry(NET_CONNECT_TIMEOUT, "UF"),
          entry(NET_UNREACHABLE, "UF"),
          entry(NET_TLS_HANDSHAKE, "UF"),
          entry(NET_TLS_CERTIFICATE, "UF"),
          entry(CONN_STALE_REUSE, "UC"),
          entry(SEND_RESET, "UC"),
          entry(SEND_INCOMPLETE, "UC"),
          entry(WAIT_EMPTY_REPLY, "UC"),
          entry(PROTO_MALFORMED, "UPE"),
          entry(STREAM_RESET, "UC for a connection, UR for an HTTP/2 stream"),
          entry(STREAM_PREMATURE_EOF, "UC"),
          entry(STREAM_IDLE_CUT, "SI, where the timer is Envoy's"),
          entry(STREAM_TOTAL_CUT, "UT or UMSDR, where the timer is Envoy's"),
          entry(PROVIDER_GATEWAY_TIMEOUT, "UT, where the 504 is Envoy's"),
          entry(ABORT_DOWNSTREAM_GONE, "DC"));

  private static final Map<Cause, String> CURL =
      Map.ofEntries(
          entry(NONE, "0"),
          entry(NET_DNS_NOT_FOUND, "6"),
          entry(NET_DNS_TEMPORARY, "6"),
          entry(NET_DNS_TIMEOUT, "6, or 28 by curl's own limit"),
          entry(NET_CONNECT_REFUSED, "7"),
          entry(NET_CONNECT_TIMEOUT, "7, or 28 by curl's own limit"),
          entry(NET_UNREACHABLE, "7"),
          entry(NET_PROXY_CONNECT, "56"),
          entry(NET_PROXY_AUTH, "56"),
          entry(NET_TLS_HANDSHAKE, "35"),
          entry(NET_TLS_CERTIFICATE, "60"),
          entry(SEND_RESET, "55"),
          entry(WAIT_EMPTY_REPLY, "52, or 56 for a reset"),
          entry(HTTP_CLIENT_ERROR, "22 with --fail"),
          entry(HTTP_SERVER_ERROR, "22 with --fail"),
          entry(PROTO_MALFORMED, "8 in the head, 56 in the chunks"),
          entry(STREAM_RESET, "56, or 92 for an HTTP/2 stream"),
          entry(STREAM_PREMATURE_EOF, "18"),
          entry(STREAM_SILENT_TRUNCATION, "0: success"),
          entry(WATCHDOG_CONNECT, "28 with --connect-timeout"),
          entry(WATCHDOG_IDLE, "28 with --speed-time"),
          entry(WATCHDOG_TOTAL, "28 with --max-time"));

  private static final Map<Cause, String> GRPC =
      Map.ofEntries(
          entry(NONE, "OK"),
          entry(CONN_REFUSED_STREAM, "UNAVAILABLE"),
          entry(CONN_GOAWAY, "UNAVAILABLE"),
          entry(SEND_RESET, "UNAVAILABLE"),
          entry(SEND_INCOMPLETE, "UNAVAILABLE"),
          entry(WAIT_EMPTY_REPLY, "UNAVAILABLE"),
          entry(STREAM_RESET, "UNAVAILABLE for a connection; by its code for an HTTP/2 stream"),
          entry(STREAM_PREMATURE_EOF, "UNAVAILABLE"),
          entry(STREAM_SILENT_TRUNCATION, "UNKNOWN (a 200 without grpc-status)"),
          entry(PROVIDER_AUTH, "UNAUTHENTICATED"),
          entry(PROVIDER_FORBIDDEN, "PERMISSION_DENIED"),
          entry(PROVIDER_NOT_FOUND, "UNIMPLEMENTED (from HTTP 404)"),
          entry(PROVIDER_INVALID_REQUEST, "INTERNAL (from HTTP 400)"),
          entry(PROVIDER_TOO_LARGE, "RESOURCE_EXHAUSTED"),
          entry(PROVIDER_RATE_LIMITED, "UNAVAILABLE (from HTTP 429)"),
          entry(PROVIDER_OVERLOADED, "UNAVAILABLE"),
          entry(PROVIDER_SERVER_ERROR, "UNKNOWN (from HTTP 500)"),
          entry(PROVIDER_BAD_GATEWAY, "UNAVAILABLE"),
          entry(PROVIDER_GATEWAY_TIMEOUT, "UNAVAILABLE (from HTTP 504)"),
          entry(ABORT_USER, "CANCELLED"),
          entry(ABORT_PARENT, "CANCELLED"),
          entry(ABORT_LIFECYCLE, "CANCELLED"),
          entry(ABORT_SUPERSEDED, "CANCELLED"),
          entry(ABORT_LOOP_GUARD, "CANCELLED"),
          entry(ABORT_BUDGET, "CANCELLED"),
          entry(ABORT_UNATTRIBUTED, "CANCELLED"),
          entry(WATCHDOG_TOTAL, "DEADLINE_EXCEEDED"));

  private static final Map<Cause, String> CODEX =
      Map.ofEntries(
          entry(LOCAL_RETRY_BUDGET, "RetryLimit"),
          entry(HTTP_CLIENT_ERROR, "UnexpectedStatus"),
          entry(HTTP_SERVER_ERROR, "UnexpectedStatus"),
          entry(STREAM_RESET, "Stream"),
          entry(STREAM_PREMATURE_EOF, "Stream"),
          entry(STREAM_SILENT_TRUNCATION, "Stream: stream closed before response.completed"),
          entry(PROVIDER_NOT_FOUND, "UnexpectedStatus"),
          entry(PROVIDER_INVALID_REQUEST, "InvalidRequest"),
          entry(PROVIDER_CONTEXT_OVERFLOW, "ContextWindowExceeded"),
          entry(PROVIDER_QUOTA, "QuotaExceeded, or UsageLimitReached for a plan"),
          entry(PROVIDER_OVERLOADED, "ServerOverloaded"),
          entry(PROVIDER_SERVER_ERROR, "InternalServerError"),
          entry(PROVIDER_IN_STREAM_ERROR, "Stream"),
          entry(ABORT_USER, "Interrupted, or TurnAborted"),
          entry(WATCHDOG_IDLE, "Stream: idle timeout waiting for SSE"));

  private static final Map<Cause, String> PAWWORK =
      Map.ofEntries(
          entry(UNKNOWN, "unknown_interruption"),
          entry(LOCAL_CONFIG, "request_setup_failure"),
          entry(LOCAL_SETUP, "request_setup_failure"),
          entry(NET_CONNECT_REFUSED, "provider_transport_disconnect"),
          entry(NET_CONNECT_TIMEOUT, "provider_transport_disconnect"),
          entry(WAIT_EMPTY_REPLY, "provider_transport_disconnect"),
          entry(STREAM_RESET, "provider_transport_disconnect"),
          entry(STREAM_PREMATURE_EOF, "provider_transport_disconnect"),
          entry(PROVIDER_AUTH, "auth"),
          entry(PROVIDER_INVALID_REQUEST, "invalid_request"),
          entry(PROVIDER_CONTEXT_OVERFLOW, "ContextOverflowError"),
          entry(PROVIDER_RATE_LIMITED, "rate_limit"),
          entry(PROVIDER_QUOTA, "quota_exhausted"),
          entry(PROVIDER_OVERLOADED, "server_overload"),
          entry(ABORT_USER, "user_cancel"),
          entry(ABORT_LIFECYCLE, "local_lifecycle_close"),
          entry(WATCHDOG_FIRST_CONTENT, "watchdog_timeout/connect"),
          entry(WATCHDOG_IDLE, "watchdog_timeout/silent_stream"),
          entry(TOOL_FAILED, "tool_execution_failure"),
          entry(TOOL_INTERRUPTED, "tool_execution_interrupted"),
          entry(HOST_PROCESS_LOST, "crash_or_restart_incomplete"));

  private static final Map<Cause, String> LITELLM =
      Map.ofEntries(
          entry(STREAM_RESET, "MidStreamFallbackError"),
          entry(STREAM_PREMATURE_EOF, "MidStreamFallbackError"),
          entry(PROVIDER_IN_STREAM_ERROR, "MidStreamFallbackError"),
          entry(PROVIDER_AUTH, "AuthenticationError"),
          entry(PROVIDER_FORBIDDEN, "PermissionDeniedError"),
          entry(PROVIDER_NOT_FOUND, "NotFoundError"),
          entry(PROVIDER_INVALID_REQUEST, "BadRequestError, UnprocessableEntityError for 422"),
          entry(PROVIDER_CONTEXT_OVERFLOW, "ContextWindowExceededError"),
          entry(PROVIDER_RATE_LIMITED, "RateLimitError"),
          entry(PROVIDER_OVERLOADED, "ServiceUnavailableError"),
          entry(PROVIDER_SERVER_ERROR, "InternalServerError"),
          entry(PROVIDER_BAD_GATEWAY, "BadGatewayError"),
          entry(PROVIDER_GATEWAY_TIMEOUT, "Timeout"),
          entry(POLICY_CONTENT_FILTER, "ContentPolicyViolationError"),
          entry(ABORT_BUDGET, "BudgetExceededError"),
          entry(WATCHDOG_TOTAL, "Timeout"));

  private PeerNames() {}

  /** The names of a cause, by who calls it so. */
  static Map<PeerSystem, String> of(Cause cause) {
    Map<PeerSystem, String> names = new EnumMap<>(PeerSystem.class);
    for (PeerSystem peer : PeerSystem.values()) {
      String name = namesOf(peer).get(cause);
      if (name != null) {
        names.put(peer, name);
      }
    }
    return names;
  }

  private static Map<Cause, String> namesOf(PeerSystem peer) {
    return switch (peer) {
      case ENVOY -> ENVOY;
      case CURL -> CURL;
      case GRPC -> GRPC;
      case CODEX -> CODEX;
      case PAWWORK -> PAWWORK;
      case LITELLM -> LITELLM;
    };
  }
}
