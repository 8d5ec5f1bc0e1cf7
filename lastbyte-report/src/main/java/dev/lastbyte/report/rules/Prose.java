// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import dev.lastbyte.core.diagnosis.Cause;

/**
 * What is written about a cause, in whole sentences.
 *
 * @param provenBy what leads the diagnosis to it
 * @param refutedBy what leads it elsewhere
 * @param capture what to capture to be surer
 * @param toDo what an engineer should do
 */
public record Prose(String provenBy, String refutedBy, String capture, String toDo) {

  static final String EARLIER_END =
      "Terminal evidence of another kind that came earlier: the first causal piece decides.";
  static final String OWN_WORD = "Nothing: the client's own word is the proof.";
  static final String THROUGH_GATEWAY = "Send the client through the gateway.";

  static Prose of(Cause cause) {
    return switch (cause) {
      case NONE -> OutcomeProse.NONE;
      case UNKNOWN -> OutcomeProse.UNKNOWN;

      case LOCAL_CONFIG -> LocalProse.CONFIG;
      case LOCAL_SETUP -> LocalProse.SETUP;
      case LOCAL_POOL_TIMEOUT -> LocalProse.POOL_TIMEOUT;
      case LOCAL_RETRY_BUDGET -> LocalProse.RETRY_BUDGET;
      case LOCAL_BREAKER_OPEN -> LocalProse.BREAKER_OPEN;

      case NET_DNS_NOT_FOUND -> NetProse.DNS_NOT_FOUND;
      case NET_DNS_TEMPORARY -> NetProse.DNS_TEMPORARY;
      case NET_DNS_TIMEOUT -> NetProse.DNS_TIMEOUT;
      case NET_OFFLINE -> NetProse.OFFLINE;
      case NET_CONNECT_REFUSED -> NetProse.CONNECT_REFUSED;
      case NET_CONNECT_TIMEOUT -> NetProse.CONNECT_TIMEOUT;
      case NET_UNREACHABLE -> NetProse.UNREACHABLE;
      case NET_PROXY_CONNECT -> NetProse.PROXY_CONNECT;
      case NET_PROXY_AUTH -> NetProse.PROXY_AUTH;
      case NET_TLS_HANDSHAKE -> NetProse.TLS_HANDSHAKE;
      case NET_TLS_CERTIFICATE -> NetProse.TLS_CERTIFICATE;

      case CONN_STALE_REUSE -> ConnectionProse.CONN_STALE_REUSE;
      case CONN_REFUSED_STREAM -> ConnectionProse.CONN_REFUSED_STREAM;
      case CONN_GOAWAY -> ConnectionProse.CONN_GOAWAY;
      case SEND_RESET -> ConnectionProse.SEND_RESET;
      case SEND_INCOMPLETE -> ConnectionProse.SEND_INCOMPLETE;
      case WAIT_EMPTY_REPLY -> ConnectionProse.WAIT_EMPTY_REPLY;

      case HTTP_REDIRECT -> HttpProse.HTTP_REDIRECT;
      case HTTP_CLIENT_ERROR -> HttpProse.HTTP_CLIENT_ERROR;
      case HTTP_SERVER_ERROR -> HttpProse.HTTP_SERVER_ERROR;
      case HTTP_UNEXPECTED_MEDIA -> HttpProse.HTTP_UNEXPECTED_MEDIA;
      case PROTO_MALFORMED -> HttpProse.PROTO_MALFORMED;
      case PROTO_GRAMMAR -> HttpProse.PROTO_GRAMMAR;

      case STREAM_RESET -> StreamProse.RESET;
      case STREAM_PREMATURE_EOF -> StreamProse.PREMATURE_EOF;
      case STREAM_SILENT_TRUNCATION -> StreamProse.SILENT_TRUNCATION;
      case STREAM_IDLE_CUT -> StreamProse.IDLE_CUT;
      case STREAM_TOTAL_CUT -> StreamProse.TOTAL_CUT;
      case STREAM_STALLED_CONTENT -> StreamProse.STALLED_CONTENT;
      case STREAM_EMPTY_COMPLETION -> StreamProse.EMPTY_COMPLETION;
      case STREAM_LATE_CLOSE -> StreamProse.LATE_CLOSE;

      case PROVIDER_AUTH -> ProviderProse.AUTH;
      case PROVIDER_FORBIDDEN -> ProviderProse.FORBIDDEN;
      case PROVIDER_NOT_FOUND -> ProviderProse.NOT_FOUND;
      case PROVIDER_INVALID_REQUEST -> ProviderProse.INVALID_REQUEST;
      case PROVIDER_CONTEXT_OVERFLOW -> ProviderProse.CONTEXT_OVERFLOW;
      case PROVIDER_TOO_LARGE -> ProviderProse.TOO_LARGE;
      case PROVIDER_RATE_LIMITED -> ProviderProse.RATE_LIMITED;
      case PROVIDER_QUOTA -> ProviderProse.QUOTA;
      case PROVIDER_PLAN_WINDOW -> ProviderProse.PLAN_WINDOW;
      case PROVIDER_BILLING -> ProviderProse.BILLING;
      case PROVIDER_OVERLOADED -> ProviderProse.OVERLOADED;
      case PROVIDER_SERVER_ERROR -> ProviderProse.SERVER_ERROR;
      case PROVIDER_BAD_GATEWAY -> ProviderProse.BAD_GATEWAY;
      case PROVIDER_GATEWAY_TIMEOUT -> ProviderProse.GATEWAY_TIMEOUT;
      case PROVIDER_CONFLICT -> ProviderProse.CONFLICT;
      case PROVIDER_STATE_LOST -> ProviderProse.STATE_LOST;
      case PROVIDER_IN_STREAM_ERROR -> ProviderProse.IN_STREAM_ERROR;
      case PROVIDER_INCOMPLETE -> ProviderProse.INCOMPLETE;

      case POLICY_CONTENT_FILTER -> PolicyProse.CONTENT_FILTER;
      case POLICY_REFUSAL -> PolicyProse.REFUSAL;

      case ABORT_USER -> AbortProse.USER;
      case ABORT_PARENT -> AbortProse.PARENT;
      case ABORT_LIFECYCLE -> AbortProse.LIFECYCLE;
      case ABORT_SUPERSEDED -> AbortProse.SUPERSEDED;
      case ABORT_LOOP_GUARD -> AbortProse.LOOP_GUARD;
      case ABORT_BUDGET -> AbortProse.BUDGET;
      case ABORT_DOWNSTREAM_GONE -> AbortProse.DOWNSTREAM_GONE;
      case ABORT_UNATTRIBUTED -> AbortProse.UNATTRIBUTED;

      case WATCHDOG_CONNECT -> WatchdogProse.CONNECT;
      case WATCHDOG_HEADERS -> WatchdogProse.HEADERS;
      case WATCHDOG_FIRST_CONTENT -> WatchdogProse.FIRST_CONTENT;
      case WATCHDOG_IDLE -> WatchdogProse.IDLE;
      case WATCHDOG_TOTAL -> WatchdogProse.TOTAL;
      case WATCHDOG_TOOL -> WatchdogProse.TOOL;

      case TOOL_INVALID_ARGUMENTS -> ToolProse.INVALID_ARGUMENTS;
      case TOOL_FAILED -> ToolProse.FAILED;
      case TOOL_TIMEOUT -> ToolProse.TIMEOUT;
      case TOOL_INTERRUPTED -> ToolProse.INTERRUPTED;
      case TOOL_RESULT_LOST -> ToolProse.RESULT_LOST;
      case TOOL_DUPLICATE_EFFECT -> ToolProse.DUPLICATE_EFFECT;

      case HOST_SUSPENDED -> HostProse.SUSPENDED;
      case HOST_STALLED -> HostProse.STALLED;
      case HOST_PROCESS_LOST -> HostProse.PROCESS_LOST;
    };
  }
}
