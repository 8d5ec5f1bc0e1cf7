// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules.cause;

import dev.lastbyte.core.diagnosis.Cause;

/** What is written about each cause. */
public final class CauseTexts {

  private CauseTexts() {}

  public static CauseText of(Cause cause) {
    return switch (cause) {
      case NONE -> OutcomeCauseText.NONE;
      case UNKNOWN -> OutcomeCauseText.UNKNOWN;

      case LOCAL_CONFIG -> LocalCauseText.CONFIG;
      case LOCAL_SETUP -> LocalCauseText.SETUP;
      case LOCAL_POOL_TIMEOUT -> LocalCauseText.POOL_TIMEOUT;
      case LOCAL_RETRY_BUDGET -> LocalCauseText.RETRY_BUDGET;
      case LOCAL_BREAKER_OPEN -> LocalCauseText.BREAKER_OPEN;

      case NET_DNS_NOT_FOUND -> NetCauseText.DNS_NOT_FOUND;
      case NET_DNS_TEMPORARY -> NetCauseText.DNS_TEMPORARY;
      case NET_DNS_TIMEOUT -> NetCauseText.DNS_TIMEOUT;
      case NET_OFFLINE -> NetCauseText.OFFLINE;
      case NET_CONNECT_REFUSED -> NetCauseText.CONNECT_REFUSED;
      case NET_CONNECT_TIMEOUT -> NetCauseText.CONNECT_TIMEOUT;
      case NET_UNREACHABLE -> NetCauseText.UNREACHABLE;
      case NET_PROXY_CONNECT -> NetCauseText.PROXY_CONNECT;
      case NET_PROXY_AUTH -> NetCauseText.PROXY_AUTH;
      case NET_TLS_HANDSHAKE -> NetCauseText.TLS_HANDSHAKE;
      case NET_TLS_CERTIFICATE -> NetCauseText.TLS_CERTIFICATE;

      case CONN_STALE_REUSE -> ConnectionCauseText.CONN_STALE_REUSE;
      case CONN_REFUSED_STREAM -> ConnectionCauseText.CONN_REFUSED_STREAM;
      case CONN_GOAWAY -> ConnectionCauseText.CONN_GOAWAY;
      case SEND_RESET -> ConnectionCauseText.SEND_RESET;
      case SEND_INCOMPLETE -> ConnectionCauseText.SEND_INCOMPLETE;
      case WAIT_EMPTY_REPLY -> ConnectionCauseText.WAIT_EMPTY_REPLY;

      case HTTP_REDIRECT -> HttpCauseText.HTTP_REDIRECT;
      case HTTP_CLIENT_ERROR -> HttpCauseText.HTTP_CLIENT_ERROR;
      case HTTP_SERVER_ERROR -> HttpCauseText.HTTP_SERVER_ERROR;
      case HTTP_UNEXPECTED_MEDIA -> HttpCauseText.HTTP_UNEXPECTED_MEDIA;
      case PROTO_MALFORMED -> HttpCauseText.PROTO_MALFORMED;
      case PROTO_GRAMMAR -> HttpCauseText.PROTO_GRAMMAR;

      case PROTO_CLIENT_LIMIT -> HttpCauseText.PROTO_CLIENT_LIMIT;
      case STREAM_RESET -> StreamCauseText.RESET;
      case STREAM_PREMATURE_EOF -> StreamCauseText.PREMATURE_EOF;
      case STREAM_SILENT_TRUNCATION -> StreamCauseText.SILENT_TRUNCATION;
      case STREAM_IDLE_CUT -> StreamCauseText.IDLE_CUT;
      case STREAM_TOTAL_CUT -> StreamCauseText.TOTAL_CUT;
      case STREAM_STALLED_CONTENT -> StreamCauseText.STALLED_CONTENT;
      case STREAM_EMPTY_COMPLETION -> StreamCauseText.EMPTY_COMPLETION;
      case STREAM_LATE_CLOSE -> StreamCauseText.LATE_CLOSE;

      case PROVIDER_AUTH -> ProviderCauseText.AUTH;
      case PROVIDER_CREDENTIAL_EXPIRED -> ProviderCauseText.CREDENTIAL_EXPIRED;
      case PROVIDER_FORBIDDEN -> ProviderCauseText.FORBIDDEN;
      case PROVIDER_NOT_FOUND -> ProviderCauseText.NOT_FOUND;
      case PROVIDER_INVALID_REQUEST -> ProviderCauseText.INVALID_REQUEST;
      case PROVIDER_CONTEXT_OVERFLOW -> ProviderCauseText.CONTEXT_OVERFLOW;
      case PROVIDER_TOO_LARGE -> ProviderCauseText.TOO_LARGE;
      case PROVIDER_RATE_LIMITED -> ProviderCauseText.RATE_LIMITED;
      case PROVIDER_QUOTA -> ProviderCauseText.QUOTA;
      case PROVIDER_PLAN_WINDOW -> ProviderCauseText.PLAN_WINDOW;
      case PROVIDER_BILLING -> ProviderCauseText.BILLING;
      case PROVIDER_OVERLOADED -> ProviderCauseText.OVERLOADED;
      case PROVIDER_SERVER_ERROR -> ProviderCauseText.SERVER_ERROR;
      case PROVIDER_BAD_GATEWAY -> ProviderCauseText.BAD_GATEWAY;
      case PROVIDER_GATEWAY_TIMEOUT -> ProviderCauseText.GATEWAY_TIMEOUT;
      case PROVIDER_CONFLICT -> ProviderCauseText.CONFLICT;
      case PROVIDER_STATE_LOST -> ProviderCauseText.STATE_LOST;
      case PROVIDER_IN_STREAM_ERROR -> ProviderCauseText.IN_STREAM_ERROR;
      case PROVIDER_CANCELLED -> ProviderCauseText.CANCELLED;
      case PROVIDER_OUTPUT_LIMIT -> ProviderCauseText.OUTPUT_LIMIT;
      case PROVIDER_INCOMPLETE -> ProviderCauseText.INCOMPLETE;

      case POLICY_CONTENT_FILTER -> PolicyCauseText.CONTENT_FILTER;
      case POLICY_REFUSAL -> PolicyCauseText.REFUSAL;

      case ABORT_USER -> AbortCauseText.USER;
      case ABORT_PARENT -> AbortCauseText.PARENT;
      case ABORT_LIFECYCLE -> AbortCauseText.LIFECYCLE;
      case ABORT_SUPERSEDED -> AbortCauseText.SUPERSEDED;
      case ABORT_LOOP_GUARD -> AbortCauseText.LOOP_GUARD;
      case ABORT_BUDGET -> AbortCauseText.BUDGET;
      case ABORT_DOWNSTREAM_GONE -> AbortCauseText.DOWNSTREAM_GONE;
      case ABORT_UNATTRIBUTED -> AbortCauseText.UNATTRIBUTED;

      case WATCHDOG_CONNECT -> WatchdogCauseText.CONNECT;
      case WATCHDOG_HEADERS -> WatchdogCauseText.HEADERS;
      case WATCHDOG_FIRST_CONTENT -> WatchdogCauseText.FIRST_CONTENT;
      case WATCHDOG_IDLE -> WatchdogCauseText.IDLE;
      case WATCHDOG_TOTAL -> WatchdogCauseText.TOTAL;
      case WATCHDOG_PING -> WatchdogCauseText.PING;
      case WATCHDOG_TOOL -> WatchdogCauseText.TOOL;

      case TOOL_INVALID_ARGUMENTS -> ToolCauseText.INVALID_ARGUMENTS;
      case TOOL_FAILED -> ToolCauseText.FAILED;
      case TOOL_TIMEOUT -> ToolCauseText.TIMEOUT;
      case TOOL_INTERRUPTED -> ToolCauseText.INTERRUPTED;
      case TOOL_RESULT_LOST -> ToolCauseText.RESULT_LOST;
      case TOOL_DUPLICATE_EFFECT -> ToolCauseText.DUPLICATE_EFFECT;

      case HOST_SUSPENDED -> HostCauseText.SUSPENDED;
      case HOST_STALLED -> HostCauseText.STALLED;
      case HOST_PROCESS_LOST -> HostCauseText.PROCESS_LOST;
    };
  }
}
