// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static dev.lastbyte.core.diagnosis.Cause.Group.ABORT;
import static dev.lastbyte.core.diagnosis.Cause.Group.CONN;
import static dev.lastbyte.core.diagnosis.Cause.Group.HOST;
import static dev.lastbyte.core.diagnosis.Cause.Group.HTTP;
import static dev.lastbyte.core.diagnosis.Cause.Group.LOCAL;
import static dev.lastbyte.core.diagnosis.Cause.Group.NET;
import static dev.lastbyte.core.diagnosis.Cause.Group.POLICY;
import static dev.lastbyte.core.diagnosis.Cause.Group.PROTO;
import static dev.lastbyte.core.diagnosis.Cause.Group.PROVIDER;
import static dev.lastbyte.core.diagnosis.Cause.Group.SEND;
import static dev.lastbyte.core.diagnosis.Cause.Group.STREAM;
import static dev.lastbyte.core.diagnosis.Cause.Group.TOOL;
import static dev.lastbyte.core.diagnosis.Cause.Group.WAIT;
import static dev.lastbyte.core.diagnosis.Cause.Group.WATCHDOG;

import dev.lastbyte.core.event.Coded;
import java.util.Locale;

/** What ended an attempt. Codes are stable: {@code group.name}. */
public enum Cause implements Coded {
  /** Nothing: it ended as it should. */
  NONE(Group.NONE),
  /** The facts do not tell. */
  UNKNOWN(Group.NONE),

  LOCAL_CONFIG(LOCAL),
  LOCAL_SETUP(LOCAL),
  LOCAL_POOL_TIMEOUT(LOCAL),
  LOCAL_RETRY_BUDGET(LOCAL),
  LOCAL_BREAKER_OPEN(LOCAL),

  NET_DNS_NOT_FOUND(NET),
  NET_DNS_TEMPORARY(NET),
  NET_DNS_TIMEOUT(NET),
  NET_OFFLINE(NET),
  NET_CONNECT_REFUSED(NET),
  NET_CONNECT_TIMEOUT(NET),
  NET_UNREACHABLE(NET),
  NET_PROXY_CONNECT(NET),
  NET_PROXY_AUTH(NET),
  NET_TLS_HANDSHAKE(NET),
  NET_TLS_CERTIFICATE(NET),

  /** A reused connection died before a response byte. */
  CONN_STALE_REUSE(CONN),
  CONN_REFUSED_STREAM(CONN),
  CONN_GOAWAY(CONN),

  SEND_RESET(SEND),
  SEND_INCOMPLETE(SEND),

  /** The connection closed after the full request, and no byte came back. */
  WAIT_EMPTY_REPLY(WAIT),

  /** A redirect that was not followed. */
  HTTP_REDIRECT(HTTP),
  /** A 4xx that no {@code provider} code names. */
  HTTP_CLIENT_ERROR(HTTP),
  /** A 5xx that no {@code provider} code names. */
  HTTP_SERVER_ERROR(HTTP),
  /** A good status with a body that no API sends, such as an intermediary's page. */
  HTTP_UNEXPECTED_MEDIA(HTTP),

  PROTO_MALFORMED(PROTO),
  PROTO_GRAMMAR(PROTO),
  /** What came is longer than the client's own parser takes: nothing is wrong with it. */
  PROTO_CLIENT_LIMIT(PROTO),

  STREAM_RESET(STREAM),
  STREAM_PREMATURE_EOF(STREAM),
  /** The message ended by HTTP's own rules, and the response did not. */
  STREAM_SILENT_TRUNCATION(STREAM),
  STREAM_IDLE_CUT(STREAM),
  STREAM_TOTAL_CUT(STREAM),
  STREAM_STALLED_CONTENT(STREAM),
  /** Proven whole, and empty. */
  STREAM_EMPTY_COMPLETION(STREAM),
  /** Cut after the proof of a whole response: benign. */
  STREAM_LATE_CLOSE(STREAM),

  /** The credential was not accepted, and nothing says that its time is over. */
  PROVIDER_AUTH(PROVIDER),
  /** The credential's time is over: it is to be refreshed once, and the request sent again. */
  PROVIDER_CREDENTIAL_EXPIRED(PROVIDER),
  PROVIDER_FORBIDDEN(PROVIDER),
  PROVIDER_NOT_FOUND(PROVIDER),
  PROVIDER_INVALID_REQUEST(PROVIDER),
  PROVIDER_CONTEXT_OVERFLOW(PROVIDER),
  PROVIDER_TOO_LARGE(PROVIDER),
  PROVIDER_RATE_LIMITED(PROVIDER),
  PROVIDER_QUOTA(PROVIDER),
  /** The usage window of a plan is used up; it opens again at a known time. */
  PROVIDER_PLAN_WINDOW(PROVIDER),
  PROVIDER_BILLING(PROVIDER),
  PROVIDER_OVERLOADED(PROVIDER),
  PROVIDER_SERVER_ERROR(PROVIDER),
  PROVIDER_BAD_GATEWAY(PROVIDER),
  PROVIDER_GATEWAY_TIMEOUT(PROVIDER),
  PROVIDER_CONFLICT(PROVIDER),
  PROVIDER_STATE_LOST(PROVIDER),
  /** An error event whose code fits no other class. */
  PROVIDER_IN_STREAM_ERROR(PROVIDER),
  /** The far side says that the request was cancelled, which this side did not ask for. */
  PROVIDER_CANCELLED(PROVIDER),
  /** The response ran into the limit on its output. */
  PROVIDER_OUTPUT_LIMIT(PROVIDER),
  /** The provider ended the response short of its end and said so. */
  PROVIDER_INCOMPLETE(PROVIDER),

  POLICY_CONTENT_FILTER(POLICY),
  POLICY_REFUSAL(POLICY),

  ABORT_USER(ABORT),
  ABORT_PARENT(ABORT),
  ABORT_LIFECYCLE(ABORT),
  ABORT_SUPERSEDED(ABORT),
  ABORT_LOOP_GUARD(ABORT),
  ABORT_BUDGET(ABORT),
  /** The client went away, and nothing says why. */
  ABORT_DOWNSTREAM_GONE(ABORT),
  ABORT_UNATTRIBUTED(ABORT),

  WATCHDOG_CONNECT(WATCHDOG),
  WATCHDOG_HEADERS(WATCHDOG),
  WATCHDOG_FIRST_CONTENT(WATCHDOG),
  WATCHDOG_IDLE(WATCHDOG),
  WATCHDOG_TOTAL(WATCHDOG),
  WATCHDOG_TOOL(WATCHDOG),
  /** This side's ping was not answered in time. */
  WATCHDOG_PING(WATCHDOG),

  TOOL_INVALID_ARGUMENTS(TOOL),
  TOOL_FAILED(TOOL),
  TOOL_TIMEOUT(TOOL),
  TOOL_INTERRUPTED(TOOL),
  TOOL_RESULT_LOST(TOOL),
  TOOL_DUPLICATE_EFFECT(TOOL),

  HOST_SUSPENDED(HOST),
  HOST_STALLED(HOST),
  /** A start record and no end. */
  HOST_PROCESS_LOST(HOST);

  /** The taxonomy's groups. */
  public enum Group {
    NONE,
    LOCAL,
    NET,
    CONN,
    SEND,
    WAIT,
    HTTP,
    PROTO,
    STREAM,
    PROVIDER,
    POLICY,
    ABORT,
    WATCHDOG,
    TOOL,
    HOST
  }

  private final Group group;

  Cause(Group group) {
    this.group = group;
  }

  /** The group that the code begins with. */
  public Group group() {
    return group;
  }

  @Override
  public String code() {
    String lower = name().toLowerCase(Locale.ROOT);
    return group == Group.NONE ? lower : lower.replaceFirst("_", ".");
  }
}
