// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import static dev.lastbyte.core.diagnosis.Certainty.LIKELY;
import static dev.lastbyte.core.diagnosis.Certainty.POSSIBLE;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.hint.Hint;
import java.util.List;

/**
 * Which causes each hint allows: the leading one, how sure a text alone makes it, and what else can
 * hide behind it. Data, measured where a measurement was possible.
 *
 * <p>The loss of a connection is never more than possible by its text: the same words are printed
 * whichever side closed it, and whichever timer in between did. A text that names the client's own
 * timer, or a provider's response, is likely.
 */
final class HintMeanings {

  private HintMeanings() {}

  /**
   * What a hint allows.
   *
   * @param cause the leading cause; unknown if none leads
   * @param candidates the others
   */
  record Meaning(Cause cause, Certainty certainty, List<Cause> candidates) {}

  static Meaning of(Hint hint) {
    return switch (hint) {
      case NOTHING -> unknown();
      case WRAPPED ->
          unknown(
              Cause.STREAM_PREMATURE_EOF,
              Cause.STREAM_RESET,
              Cause.WAIT_EMPTY_REPLY,
              Cause.WATCHDOG_IDLE,
              Cause.PROVIDER_IN_STREAM_ERROR,
              Cause.STREAM_SILENT_TRUNCATION);
      case WRAPPED_UNANSWERED ->
          unknown(
              Cause.WAIT_EMPTY_REPLY,
              Cause.CONN_STALE_REUSE,
              Cause.NET_DNS_NOT_FOUND,
              Cause.NET_CONNECT_REFUSED,
              Cause.NET_CONNECT_TIMEOUT,
              Cause.NET_TLS_CERTIFICATE,
              Cause.WATCHDOG_HEADERS);
      case WRAPPED_ANSWERED ->
          unknown(
              Cause.STREAM_PREMATURE_EOF,
              Cause.STREAM_RESET,
              Cause.STREAM_IDLE_CUT,
              Cause.WATCHDOG_IDLE,
              Cause.ABORT_UNATTRIBUTED,
              Cause.PROVIDER_IN_STREAM_ERROR);
      case TOOL_STOPPED ->
          unknown(Cause.TOOL_INTERRUPTED, Cause.ABORT_UNATTRIBUTED, Cause.WATCHDOG_IDLE);

      case STOPPED ->
          unknown(
              Cause.ABORT_UNATTRIBUTED,
              Cause.ABORT_USER,
              Cause.WATCHDOG_TOTAL,
              Cause.WATCHDOG_IDLE,
              Cause.STREAM_PREMATURE_EOF);
      case SEVERAL ->
          unknown(
              Cause.NET_CONNECT_TIMEOUT,
              Cause.WATCHDOG_CONNECT,
              Cause.NET_CONNECT_REFUSED,
              Cause.NET_UNREACHABLE,
              Cause.NET_DNS_NOT_FOUND);

      case CLOSED_HERE ->
          possible(Cause.ABORT_UNATTRIBUTED, Cause.WATCHDOG_TOTAL, Cause.WATCHDOG_IDLE);

      case NAME_NOT_FOUND ->
          likely(Cause.NET_DNS_NOT_FOUND, Cause.NET_DNS_TEMPORARY, Cause.NET_OFFLINE);
      case NAME_NOT_NOW ->
          likely(Cause.NET_DNS_TEMPORARY, Cause.NET_DNS_TIMEOUT, Cause.NET_OFFLINE);
      case OFFLINE -> likely(Cause.NET_OFFLINE, Cause.NET_UNREACHABLE);
      case DIAL_REFUSED -> likely(Cause.NET_CONNECT_REFUSED);
      case DIAL_TIMEOUT ->
          likely(Cause.NET_CONNECT_TIMEOUT, Cause.WATCHDOG_CONNECT, Cause.NET_PROXY_CONNECT);
      case UNREACHABLE -> likely(Cause.NET_UNREACHABLE, Cause.NET_OFFLINE);
      case DIAL_FAILED ->
          unknown(
              Cause.NET_CONNECT_REFUSED,
              Cause.NET_CONNECT_TIMEOUT,
              Cause.WATCHDOG_CONNECT,
              Cause.NET_DNS_NOT_FOUND,
              Cause.NET_UNREACHABLE,
              Cause.NET_OFFLINE,
              Cause.NET_PROXY_CONNECT,
              Cause.NET_TLS_HANDSHAKE);
      case HOST_RESOURCES -> likely(Cause.LOCAL_SETUP);
      case HOST_SLEPT -> likely(Cause.HOST_SUSPENDED, Cause.NET_OFFLINE);
      case PROXY_REFUSED -> likely(Cause.NET_PROXY_CONNECT, Cause.NET_PROXY_AUTH);
      case PROXY_LOGIN -> likely(Cause.NET_PROXY_AUTH);
      case CERTIFICATE -> likely(Cause.NET_TLS_CERTIFICATE);
      case HANDSHAKE ->
          likely(Cause.NET_TLS_HANDSHAKE, Cause.NET_TLS_CERTIFICATE, Cause.NET_PROXY_CONNECT);
      case POOL_EXHAUSTED -> likely(Cause.LOCAL_POOL_TIMEOUT);
      case BREAKER_OPEN -> likely(Cause.LOCAL_BREAKER_OPEN);
      case SEND_BROKEN ->
          possible(Cause.SEND_RESET, Cause.CONN_STALE_REUSE, Cause.PROVIDER_TOO_LARGE);

      case NO_ANSWER ->
          possible(
              Cause.WAIT_EMPTY_REPLY,
              Cause.CONN_STALE_REUSE,
              Cause.STREAM_IDLE_CUT,
              Cause.NET_PROXY_CONNECT);
      case STALE -> likely(Cause.CONN_STALE_REUSE, Cause.WAIT_EMPTY_REPLY);
      case CONNECTION_AGED -> likely(Cause.CONN_GOAWAY);
      case RESTARTING -> likely(Cause.CONN_GOAWAY, Cause.PROVIDER_OVERLOADED);
      case NOT_PROCESSED -> likely(Cause.CONN_REFUSED_STREAM, Cause.CONN_GOAWAY);
      case GOING_AWAY -> possible(Cause.STREAM_PREMATURE_EOF, Cause.CONN_GOAWAY);
      case PEER_CLOSED ->
          possible(
              Cause.STREAM_PREMATURE_EOF,
              Cause.STREAM_RESET,
              Cause.WAIT_EMPTY_REPLY,
              Cause.CONN_STALE_REUSE,
              Cause.STREAM_IDLE_CUT,
              Cause.ABORT_UNATTRIBUTED);
      case CUT ->
          possible(
              Cause.STREAM_PREMATURE_EOF,
              Cause.STREAM_RESET,
              Cause.STREAM_IDLE_CUT,
              Cause.ABORT_UNATTRIBUTED);
      case RESET ->
          possible(
              Cause.STREAM_RESET,
              Cause.WAIT_EMPTY_REPLY,
              Cause.CONN_STALE_REUSE,
              Cause.STREAM_IDLE_CUT);
      case STREAM_RESET ->
          likely(Cause.STREAM_RESET, Cause.PROVIDER_SERVER_ERROR, Cause.STREAM_IDLE_CUT);
      case STREAM_CANCELLED ->
          unknown(
              Cause.STREAM_RESET,
              Cause.STREAM_PREMATURE_EOF,
              Cause.WATCHDOG_TOTAL,
              Cause.WATCHDOG_IDLE,
              Cause.ABORT_UNATTRIBUTED);
      case CONNECTION_LOST ->
          unknown(
              Cause.STREAM_PREMATURE_EOF,
              Cause.STREAM_RESET,
              Cause.WAIT_EMPTY_REPLY,
              Cause.CONN_STALE_REUSE);
      case BODY_UNREADABLE ->
          possible(
              Cause.STREAM_PREMATURE_EOF,
              Cause.STREAM_RESET,
              Cause.ABORT_UNATTRIBUTED,
              Cause.PROTO_MALFORMED,
              Cause.PROVIDER_IN_STREAM_ERROR,
              Cause.HOST_SUSPENDED);

      case HEADERS_TIMER ->
          likely(Cause.WATCHDOG_HEADERS, Cause.WAIT_EMPTY_REPLY, Cause.CONN_STALE_REUSE);
      case READ_TIMER ->
          likely(Cause.WATCHDOG_IDLE, Cause.WATCHDOG_HEADERS, Cause.STREAM_STALLED_CONTENT);
      case IDLE_TIMER ->
          likely(Cause.WATCHDOG_IDLE, Cause.STREAM_STALLED_CONTENT, Cause.PROVIDER_IN_STREAM_ERROR);
      case TOTAL_TIMER ->
          likely(Cause.WATCHDOG_TOTAL, Cause.STREAM_STALLED_CONTENT, Cause.ABORT_UNATTRIBUTED);
      case PING_TIMER ->
          likely(
              Cause.WATCHDOG_PING,
              Cause.HOST_STALLED,
              Cause.HOST_SUSPENDED,
              Cause.STREAM_IDLE_CUT,
              Cause.NET_OFFLINE);
      case PEER_PING_TIMER ->
          possible(
              Cause.STREAM_IDLE_CUT, Cause.HOST_STALLED, Cause.HOST_SUSPENDED, Cause.NET_OFFLINE);
      case SOME_TIMER ->
          possible(
              Cause.WATCHDOG_TOTAL,
              Cause.WATCHDOG_HEADERS,
              Cause.WATCHDOG_IDLE,
              Cause.NET_CONNECT_TIMEOUT,
              Cause.PROVIDER_GATEWAY_TIMEOUT);
      case PATH_TIMEOUT ->
          possible(
              Cause.NET_CONNECT_TIMEOUT,
              Cause.WATCHDOG_CONNECT,
              Cause.STREAM_PREMATURE_EOF,
              Cause.CONN_STALE_REUSE);
      case PATH_DIED ->
          possible(
              Cause.STREAM_PREMATURE_EOF,
              Cause.WAIT_EMPTY_REPLY,
              Cause.CONN_STALE_REUSE,
              Cause.HOST_SUSPENDED,
              Cause.NET_OFFLINE);
      case ENDED_HERE ->
          unknown(
              Cause.WATCHDOG_TOTAL,
              Cause.WATCHDOG_HEADERS,
              Cause.ABORT_UNATTRIBUTED,
              Cause.STREAM_RESET,
              Cause.NET_OFFLINE);
      case STOPPED_BY_USER -> likely(Cause.ABORT_USER, Cause.ABORT_UNATTRIBUTED);
      case CLIENT_LEFT ->
          likely(
              Cause.ABORT_DOWNSTREAM_GONE,
              Cause.ABORT_USER,
              Cause.WATCHDOG_IDLE,
              Cause.WATCHDOG_TOTAL,
              Cause.HOST_PROCESS_LOST);
      case ABORTED ->
          possible(
              Cause.ABORT_UNATTRIBUTED,
              Cause.ABORT_USER,
              Cause.WATCHDOG_IDLE,
              Cause.STREAM_STALLED_CONTENT);

      case GIVEN_UP -> likely(Cause.ABORT_UNATTRIBUTED, Cause.ABORT_USER, Cause.WATCHDOG_IDLE);

      case NO_FINISH ->
          likely(
              Cause.STREAM_SILENT_TRUNCATION,
              Cause.STREAM_PREMATURE_EOF,
              Cause.STREAM_EMPTY_COMPLETION);
      case NO_END ->
          possible(
              Cause.STREAM_SILENT_TRUNCATION,
              Cause.STREAM_PREMATURE_EOF,
              Cause.STREAM_EMPTY_COMPLETION,
              Cause.PROVIDER_IN_STREAM_ERROR,
              Cause.POLICY_CONTENT_FILTER);
      case EMPTY_ANSWER ->
          possible(
              Cause.STREAM_EMPTY_COMPLETION,
              Cause.STREAM_SILENT_TRUNCATION,
              Cause.PROVIDER_IN_STREAM_ERROR);
      case RESPONSE_INCOMPLETE -> likely(Cause.PROVIDER_INCOMPLETE, Cause.POLICY_CONTENT_FILTER);
      case CLOSED_AS_DONE ->
          possible(
              Cause.STREAM_SILENT_TRUNCATION,
              Cause.STREAM_IDLE_CUT,
              Cause.CONN_GOAWAY,
              Cause.ABORT_UNATTRIBUTED);
      case CLOSED_BY_POLICY ->
          possible(
              Cause.PROVIDER_INVALID_REQUEST,
              Cause.PROVIDER_AUTH,
              Cause.PROVIDER_FORBIDDEN,
              Cause.PROVIDER_RATE_LIMITED,
              Cause.STREAM_IDLE_CUT);
      case CLIENT_LIMIT ->
          likely(Cause.PROTO_CLIENT_LIMIT, Cause.PROTO_MALFORMED, Cause.STREAM_PREMATURE_EOF);
      case UNDECODABLE ->
          possible(
              Cause.PROTO_MALFORMED,
              Cause.STREAM_PREMATURE_EOF,
              Cause.STREAM_RESET,
              Cause.HTTP_UNEXPECTED_MEDIA);
      case UNKNOWN_EVENT -> likely(Cause.PROTO_GRAMMAR, Cause.PROVIDER_IN_STREAM_ERROR);
      case NOT_HTTP -> likely(Cause.PROTO_MALFORMED, Cause.NET_PROXY_CONNECT);
      case JSON_UNREADABLE ->
          unknown(
              Cause.STREAM_PREMATURE_EOF,
              Cause.PROTO_GRAMMAR,
              Cause.HTTP_UNEXPECTED_MEDIA,
              Cause.PROVIDER_IN_STREAM_ERROR,
              Cause.TOOL_INVALID_ARGUMENTS);
      case TOOL_ARGUMENTS -> likely(Cause.TOOL_INVALID_ARGUMENTS, Cause.STREAM_PREMATURE_EOF);

      case PAGE ->
          possible(
              Cause.HTTP_UNEXPECTED_MEDIA,
              Cause.PROVIDER_BAD_GATEWAY,
              Cause.PROVIDER_GATEWAY_TIMEOUT,
              Cause.PROVIDER_OVERLOADED);
      case WEB_PAGE -> likely(Cause.HTTP_UNEXPECTED_MEDIA, Cause.NET_PROXY_CONNECT);
      case GATEWAY_WAITED ->
          likely(
              Cause.PROVIDER_GATEWAY_TIMEOUT,
              Cause.PROVIDER_IN_STREAM_ERROR,
              Cause.STREAM_STALLED_CONTENT);
      case GATEWAY_UNSERVED -> likely(Cause.PROVIDER_BAD_GATEWAY, Cause.PROVIDER_OVERLOADED);
      case RELAY_FAILED ->
          possible(
              Cause.PROVIDER_IN_STREAM_ERROR,
              Cause.PROVIDER_BAD_GATEWAY,
              Cause.PROVIDER_GATEWAY_TIMEOUT,
              Cause.PROVIDER_RATE_LIMITED,
              Cause.PROVIDER_OVERLOADED,
              Cause.PROVIDER_INVALID_REQUEST);
      case GATEWAY_STATUS ->
          possible(
              Cause.PROVIDER_BAD_GATEWAY,
              Cause.PROVIDER_GATEWAY_TIMEOUT,
              Cause.PROVIDER_SERVER_ERROR);
      case GATEWAY_TIMEOUT_STATUS ->
          possible(
              Cause.PROVIDER_GATEWAY_TIMEOUT,
              Cause.PROVIDER_BAD_GATEWAY,
              Cause.PROVIDER_SERVER_ERROR);

      case PROVIDER_AUTH -> likely(Cause.PROVIDER_AUTH);
      case CREDENTIAL_EXPIRED -> likely(Cause.PROVIDER_CREDENTIAL_EXPIRED, Cause.PROVIDER_AUTH);
      case PROVIDER_FORBIDDEN -> likely(Cause.PROVIDER_FORBIDDEN);
      case PROVIDER_NOT_FOUND -> likely(Cause.PROVIDER_NOT_FOUND);
      case PROVIDER_BAD_REQUEST ->
          possible(
              Cause.PROVIDER_INVALID_REQUEST,
              Cause.PROVIDER_CONTEXT_OVERFLOW,
              Cause.TOOL_INVALID_ARGUMENTS,
              Cause.POLICY_CONTENT_FILTER);
      case PROVIDER_CONTEXT_OVERFLOW -> likely(Cause.PROVIDER_CONTEXT_OVERFLOW);
      case PROVIDER_TOO_LARGE -> likely(Cause.PROVIDER_TOO_LARGE);
      case PROVIDER_RATE_LIMITED -> likely(Cause.PROVIDER_RATE_LIMITED, Cause.PROVIDER_QUOTA);
      case PROVIDER_QUOTA -> likely(Cause.PROVIDER_QUOTA);
      case PROVIDER_PLAN_WINDOW ->
          likely(Cause.PROVIDER_PLAN_WINDOW, Cause.PROVIDER_RATE_LIMITED, Cause.PROVIDER_QUOTA);
      case PROVIDER_BILLING -> likely(Cause.PROVIDER_BILLING);
      case PROVIDER_OVERLOADED -> likely(Cause.PROVIDER_OVERLOADED, Cause.PROVIDER_BAD_GATEWAY);
      case UNAVAILABLE ->
          possible(
              Cause.PROVIDER_OVERLOADED,
              Cause.NET_CONNECT_REFUSED,
              Cause.STREAM_PREMATURE_EOF,
              Cause.CONN_GOAWAY);
      case PROVIDER_SERVER_ERROR -> likely(Cause.PROVIDER_SERVER_ERROR, Cause.PROVIDER_BAD_GATEWAY);
      case PROVIDER_CONFLICT -> likely(Cause.PROVIDER_CONFLICT);
      case PROVIDER_STATE_LOST -> likely(Cause.PROVIDER_STATE_LOST);
      case PROVIDER_IN_STREAM -> likely(Cause.PROVIDER_IN_STREAM_ERROR, Cause.PROVIDER_OVERLOADED);
      case CONTENT_FILTERED -> likely(Cause.POLICY_CONTENT_FILTER, Cause.POLICY_REFUSAL);
    };
  }

  private static Meaning unknown(Cause... candidates) {
    return new Meaning(Cause.UNKNOWN, Certainty.UNKNOWN, List.of(candidates));
  }

  private static Meaning possible(Cause cause, Cause... candidates) {
    return new Meaning(cause, POSSIBLE, List.of(candidates));
  }

  private static Meaning likely(Cause cause, Cause... candidates) {
    return new Meaning(cause, LIKELY, List.of(candidates));
  }
}
