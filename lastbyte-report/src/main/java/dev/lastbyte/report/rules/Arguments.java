// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import static dev.lastbyte.report.rules.Argument.likely;
import static dev.lastbyte.report.rules.Argument.proven;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.diagnosis.Origin;

/** The argument of each cause, as the diagnosis makes it. Held against it by a test. */
final class Arguments {

  private Arguments() {}

  static Argument of(Cause cause) {
    return switch (cause) {
      case NONE ->
          proven(Claim.TERMINAL_PROVEN)
              .orBecause(
                  Claim.MESSAGE_ENDED_WHOLE,
                  Claim.MESSAGE_ENDED_WITH_CONNECTION,
                  Claim.OUTCOME_TOLD)
              .or(Certainty.LIKELY)
              .or(Certainty.POSSIBLE)
              .by(Origin.PROVIDER, Origin.UNKNOWN)
              .lacking(Missing.CONTENT);
      case UNKNOWN ->
          proven(Claim.DIAL_FAILED, Claim.OUTCOME_TOLD, Claim.STREAM_BROKE)
              .orBecause(
                  Claim.TERMINAL_PROVEN,
                  Claim.FINISH_SEEN,
                  Claim.MESSAGE_ENDED_WHOLE,
                  Claim.MESSAGE_ENDED_WITH_CONNECTION)
              .only(Certainty.UNKNOWN)
              .by(Origin.UNKNOWN)
              .lacking(
                  Missing.OUTCOME,
                  Missing.CONTENT,
                  Missing.ENDING,
                  Missing.CLOSE_MARK,
                  Missing.CLOSING_HOP,
                  Missing.ABORT_PROVENANCE,
                  Missing.CODE_MEANING);

      case LOCAL_CONFIG, LOCAL_POOL_TIMEOUT, LOCAL_RETRY_BUDGET, LOCAL_BREAKER_OPEN ->
          proven(Claim.SETUP_FAILED).by(Origin.CLIENT_RUNTIME);
      case LOCAL_SETUP ->
          proven(Claim.SETUP_FAILED)
              .orBecause(Claim.DIAL_FAILED)
              .by(Origin.CLIENT_RUNTIME, Origin.HOST);

      case NET_DNS_NOT_FOUND, NET_DNS_TEMPORARY, NET_DNS_TIMEOUT ->
          proven(Claim.NAME_NOT_RESOLVED).by(Origin.NETWORK);
      case NET_OFFLINE -> proven(Claim.DIAL_FAILED).by(Origin.HOST);
      case NET_CONNECT_REFUSED -> proven(Claim.DIAL_FAILED).by(Origin.PROVIDER);
      case NET_CONNECT_TIMEOUT, NET_UNREACHABLE -> proven(Claim.DIAL_FAILED).by(Origin.NETWORK);
      case NET_PROXY_CONNECT, NET_PROXY_AUTH -> proven(Claim.PROXY_FAILED).by(Origin.LOCAL_PROXY);
      case NET_TLS_HANDSHAKE, NET_TLS_CERTIFICATE -> proven(Claim.TLS_FAILED).by(Origin.PROVIDER);

      case CONN_STALE_REUSE ->
          withoutResponse()
              .orBecause(Claim.CONNECTION_WAS_REUSED, Claim.ENDED_BEFORE_THE_REQUEST)
              .counteredBy(Claim.OPEN_BEFORE_THE_REQUEST)
              .or(Certainty.LIKELY)
              .lacking(Missing.CLOSE_MARK, Missing.SOCKET_BEFORE_REUSE);
      case CONN_REFUSED_STREAM -> proven(Claim.NOT_PROCESSED).by(Origin.PROVIDER);
      case CONN_GOAWAY ->
          proven(Claim.NOT_PROCESSED, Claim.GOING_AWAY, Claim.PROVIDER_SIDE_CLOSED)
              .orBecause(
                  Claim.CLOSE_CODE_SAYS_WHY,
                  Claim.PROVIDER_SAID_ERROR,
                  Claim.STATUS_SAYS_NO,
                  Claim.WRITTEN_IN_BETWEEN)
              .by(Origin.PROVIDER, Origin.INTERMEDIARY);
      case SEND_RESET -> withoutResponse();
      case SEND_INCOMPLETE -> withoutResponse().lacking(Missing.CLOSE_MARK);
      case WAIT_EMPTY_REPLY ->
          withoutResponse()
              .orBecause(Claim.STREAM_BROKE)
              .or(Certainty.POSSIBLE)
              .lacking(Missing.CLOSE_MARK, Missing.SOCKET_BEFORE_REUSE, Missing.ABORT_PROVENANCE);

      case HTTP_REDIRECT ->
          proven(Claim.MESSAGE_ENDED_WHOLE, Claim.MESSAGE_ENDED_WITH_CONNECTION)
              .by(Origin.PROVIDER);
      case HTTP_CLIENT_ERROR, HTTP_SERVER_ERROR -> byStatus(Origin.PROVIDER);
      case HTTP_UNEXPECTED_MEDIA ->
          proven(
                  Claim.UNEXPECTED_MEDIA,
                  Claim.MESSAGE_ENDED_WHOLE,
                  Claim.MESSAGE_ENDED_WITH_CONNECTION)
              .by(Origin.INTERMEDIARY);

      case PROTO_MALFORMED ->
          proven(Claim.PROTOCOL_BROKEN).by(Origin.PROVIDER, Origin.CLIENT_RUNTIME);
      case PROTO_GRAMMAR ->
          likely(
                  Claim.PROTOCOL_BROKEN,
                  Claim.TERMINAL_PROVEN,
                  Claim.MESSAGE_ENDED_WHOLE,
                  Claim.MESSAGE_ENDED_WITH_CONNECTION)
              .by(Origin.PROVIDER);

      case PROTO_CLIENT_LIMIT -> proven(Claim.CLOSE_CODE_SAYS_WHY).by(Origin.CLIENT_RUNTIME);

      case STREAM_RESET -> lost().lacking(Missing.CONTENT);
      case STREAM_PREMATURE_EOF ->
          lost()
              .orBecause(Claim.BODY_CUT, Claim.STREAM_BROKE)
              .or(Certainty.LIKELY)
              .lacking(Missing.CLOSE_MARK, Missing.CONTENT, Missing.ABORT_PROVENANCE);
      case STREAM_IDLE_CUT, STREAM_TOTAL_CUT ->
          withoutProof(likely(Claim.CLOCK_MATCHES_KNOWN_TIMER, Claim.PROVIDER_SIDE_CLOSED))
              .orBecause(Claim.NO_RESPONSE_BYTE)
              .by(Origin.INTERMEDIARY)
              .lacking(Missing.CLOSING_HOP, Missing.CLOSE_MARK, Missing.CONTENT);
      case STREAM_SILENT_TRUNCATION ->
          withoutProof(proven())
              .orBecause(
                  Claim.MESSAGE_ENDED_WHOLE,
                  Claim.MESSAGE_ENDED_WITH_CONNECTION,
                  Claim.PROVIDER_SIDE_CLOSED)
              .by(Origin.PROVIDER);
      case STREAM_STALLED_CONTENT ->
          withoutProof(likely()).by(Origin.PROVIDER).lacking(Missing.ENDING, Missing.CONTENT);
      case STREAM_EMPTY_COMPLETION ->
          proven(Claim.TERMINAL_PROVEN, Claim.NO_CONTENT).by(Origin.PROVIDER);
      case STREAM_LATE_CLOSE ->
          proven(Claim.TERMINAL_PROVEN, Claim.PROVIDER_SIDE_CLOSED).by(Origin.PROVIDER);

      case PROVIDER_AUTH, PROVIDER_FORBIDDEN -> byStatusOrCloseCode(Origin.ACCOUNT);
      case PROVIDER_BILLING -> byStatus(Origin.ACCOUNT);
      case PROVIDER_CREDENTIAL_EXPIRED, PROVIDER_QUOTA, PROVIDER_PLAN_WINDOW ->
          byWord(Origin.ACCOUNT);
      case PROVIDER_INVALID_REQUEST,
          PROVIDER_TOO_LARGE,
          PROVIDER_OVERLOADED,
          PROVIDER_SERVER_ERROR,
          PROVIDER_BAD_GATEWAY,
          PROVIDER_GATEWAY_TIMEOUT ->
          byStatusOrCloseCode(Origin.PROVIDER);
      case PROVIDER_NOT_FOUND, PROVIDER_RATE_LIMITED, PROVIDER_CONFLICT ->
          byStatus(Origin.PROVIDER);
      case PROVIDER_CONTEXT_OVERFLOW, PROVIDER_STATE_LOST -> byWord(Origin.PROVIDER);
      case PROVIDER_IN_STREAM_ERROR ->
          likely(Claim.PROVIDER_SAID_ERROR).by(Origin.PROVIDER).lacking(Missing.CODE_MEANING);
      case PROVIDER_CANCELLED -> byStatus(Origin.PROVIDER).orBecause(Claim.TERMINAL_PROVEN);
      case PROVIDER_OUTPUT_LIMIT, PROVIDER_INCOMPLETE ->
          proven(Claim.TERMINAL_PROVEN).by(Origin.PROVIDER);

      case POLICY_CONTENT_FILTER, POLICY_REFUSAL ->
          byWord(Origin.POLICY).orBecause(Claim.TERMINAL_PROVEN);

      case ABORT_USER -> ownAct(Claim.ABORT_REQUESTED).by(Origin.USER);
      case ABORT_PARENT, ABORT_SUPERSEDED, ABORT_LOOP_GUARD, ABORT_BUDGET ->
          ownAct(Claim.ABORT_REQUESTED).by(Origin.AGENT);
      case ABORT_LIFECYCLE ->
          ownAct(Claim.ABORT_REQUESTED)
              .orBecause(Claim.CLOSED_HERE)
              .by(Origin.LIFECYCLE, Origin.GATEWAY);
      case ABORT_DOWNSTREAM_GONE ->
          proven(Claim.CLIENT_CLOSED).by(Origin.UNKNOWN).lacking(Missing.ABORT_PROVENANCE);
      case ABORT_UNATTRIBUTED ->
          ownAct(Claim.ABORT_REQUESTED)
              .orBecause(Claim.CLOSED_HERE, Claim.OUTCOME_TOLD)
              .by(Origin.UNKNOWN, Origin.CLIENT_RUNTIME)
              .lacking(Missing.ABORT_PROVENANCE);

      case WATCHDOG_CONNECT, WATCHDOG_HEADERS, WATCHDOG_TOTAL, WATCHDOG_TOOL ->
          ownAct(Claim.TIMER_FIRED).by(Origin.WATCHDOG);
      case WATCHDOG_FIRST_CONTENT, WATCHDOG_IDLE, WATCHDOG_PING ->
          ownAct(Claim.TIMER_FIRED)
              .orBecause(Claim.STREAM_WAS_ALIVE)
              .counteredBy(Claim.HEARTBEATS_KEPT_COMING)
              .by(Origin.WATCHDOG);

      case TOOL_INVALID_ARGUMENTS ->
          proven(Claim.TOOL_ENDED_SO).orBecause(Claim.TERMINAL_PROVEN).by(Origin.TOOL);
      case TOOL_FAILED, TOOL_TIMEOUT, TOOL_INTERRUPTED, TOOL_RESULT_LOST ->
          proven(Claim.TOOL_ENDED_SO).by(Origin.TOOL);
      case TOOL_DUPLICATE_EFFECT ->
          proven(Claim.TOOL_RAN_TWICE)
              .orBecause(Claim.TOOL_MAY_HAVE_RUN_TWICE)
              .or(Certainty.LIKELY)
              .by(Origin.TOOL)
              .lacking(Missing.CALL_IDENTITY);

      case HOST_SUSPENDED -> likely(Claim.HOST_SLEPT).by(Origin.HOST);
      case HOST_STALLED -> likely(Claim.HOST_STALLED).by(Origin.HOST);
      case HOST_PROCESS_LOST ->
          proven(Claim.PROCESS_LOST)
              .by(Origin.HOST)
              .lacking(Missing.PROCESS_DEATH, Missing.CONTENT, Missing.TOOL_EXECUTION);
    };
  }

  /** The far end closed, and no byte of a response had come. */
  private static Argument withoutResponse() {
    return proven(Claim.PROVIDER_SIDE_CLOSED, Claim.NO_RESPONSE_BYTE)
        .by(Origin.PROVIDER, Origin.UNKNOWN)
        .lacking(Missing.CLOSING_HOP);
  }

  /** The far end closed in the middle of a response. */
  private static Argument lost() {
    return withoutProof(proven(Claim.PROVIDER_SIDE_CLOSED))
        .by(Origin.PROVIDER, Origin.UNKNOWN)
        .lacking(Missing.CLOSING_HOP);
  }

  private static Argument withoutProof(Argument argument) {
    return argument
        .orBecause(Claim.NO_TERMINAL_PROOF, Claim.CONTENT_ARRIVED)
        .counteredBy(Claim.FINISH_SEEN, Claim.SENTINEL_SEEN);
  }

  /** Only a word names the class, which software in between may have written as well. */
  private static Argument byWord(Origin origin) {
    return proven(Claim.PROVIDER_SAID_ERROR, Claim.STATUS_SAYS_NO)
        .orBecause(Claim.WRITTEN_IN_BETWEEN)
        .by(origin, Origin.INTERMEDIARY);
  }

  /** A status makes the class likely, a word proves it; software in between can have written it. */
  private static Argument byStatus(Origin origin) {
    return proven(Claim.STATUS_SAYS_NO, Claim.PROVIDER_SAID_ERROR)
        .orBecause(Claim.WRITTEN_IN_BETWEEN)
        .or(Certainty.LIKELY)
        .by(origin, Origin.INTERMEDIARY)
        .lacking(Missing.PROVIDER_REASON);
  }

  private static Argument byStatusOrCloseCode(Origin origin) {
    return byStatus(origin).orBecause(Claim.CLOSE_CODE_SAYS_WHY);
  }

  /** Our own side's report, which a close by the provider's side can weaken. */
  private static Argument ownAct(Claim report) {
    return proven(report, Claim.CLIENT_CLOSED)
        .or(Certainty.LIKELY)
        .counteredBy(Claim.PROVIDER_SIDE_CLOSED);
  }
}
