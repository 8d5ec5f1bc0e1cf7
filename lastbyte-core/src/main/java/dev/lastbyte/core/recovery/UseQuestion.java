// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import static dev.lastbyte.core.recovery.Answer.Question.USE;
import static dev.lastbyte.core.recovery.RetrySafety.NOT_NEEDED;
import static dev.lastbyte.core.recovery.RetrySafety.NO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.SAFE_AUTO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.USER_CONFIRMED_RETRY;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.recovery.Answer.Reason;
import java.time.Duration;

/** Could it succeed, and when? */
final class UseQuestion {

  private UseQuestion() {}

  static Answer answer(AttemptFacts facts, Diagnosis diagnosis, RetryPolicy policy) {
    Answer byCause = byCause(facts, diagnosis, policy);
    // The provider's word can make an answer stricter, never laxer.
    boolean vetoed = byCause.verdict() == SAFE_AUTO_RETRY && saysNo(facts);
    return vetoed ? new Answer(USE, NO_RETRY, Reason.PROVIDER_SAYS_NO) : byCause;
  }

  private static boolean saysNo(AttemptFacts facts) {
    return facts.ending() instanceof Ending.Refused && facts.reply().refusesMore();
  }

  private static Answer byCause(AttemptFacts facts, Diagnosis diagnosis, RetryPolicy policy) {
    return switch (diagnosis.cause()) {
      case NONE, STREAM_LATE_CLOSE -> new Answer(USE, NOT_NEEDED, Reason.NOTHING_FAILED);

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
          PROVIDER_IN_STREAM_ERROR,
          WATCHDOG_CONNECT,
          WATCHDOG_HEADERS,
          WATCHDOG_FIRST_CONTENT,
          WATCHDOG_IDLE,
          WATCHDOG_TOTAL,
          WATCHDOG_TOOL,
          HOST_SUSPENDED,
          HOST_STALLED,
          HOST_PROCESS_LOST ->
          new Answer(USE, SAFE_AUTO_RETRY, Reason.CAUSE_IS_TEMPORARY);

      case PROVIDER_RATE_LIMITED, PROVIDER_OVERLOADED -> afterWait(facts, policy);

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
          PROVIDER_AUTH,
          PROVIDER_FORBIDDEN,
          PROVIDER_NOT_FOUND,
          PROVIDER_INVALID_REQUEST,
          PROVIDER_CONTEXT_OVERFLOW,
          PROVIDER_TOO_LARGE,
          PROVIDER_QUOTA,
          PROVIDER_PLAN_WINDOW,
          PROVIDER_BILLING,
          PROVIDER_STATE_LOST,
          PROVIDER_INCOMPLETE,
          POLICY_CONTENT_FILTER,
          POLICY_REFUSAL,
          TOOL_INVALID_ARGUMENTS,
          TOOL_DUPLICATE_EFFECT ->
          new Answer(USE, NO_RETRY, Reason.CAUSE_IS_PERMANENT);

      case ABORT_USER,
          ABORT_PARENT,
          ABORT_LIFECYCLE,
          ABORT_SUPERSEDED,
          ABORT_LOOP_GUARD,
          ABORT_BUDGET ->
          new Answer(USE, NO_RETRY, Reason.SOMEBODY_WANTED_IT);

      case ABORT_DOWNSTREAM_GONE, ABORT_UNATTRIBUTED ->
          new Answer(USE, USER_CONFIRMED_RETRY, Reason.NOBODY_SAYS_WHY);

      case TOOL_FAILED, TOOL_TIMEOUT, TOOL_INTERRUPTED, TOOL_RESULT_LOST, UNKNOWN ->
          new Answer(USE, USER_CONFIRMED_RETRY, Reason.CAUSE_UNKNOWN);
    };
  }

  private static Answer afterWait(AttemptFacts facts, RetryPolicy policy) {
    Duration wish = RetryAfter.of(facts);
    return wish.compareTo(policy.longestWait()) > 0
        ? new Answer(USE, NO_RETRY, Reason.WAIT_IS_TOO_LONG)
        : new Answer(USE, SAFE_AUTO_RETRY, Reason.CAUSE_IS_TEMPORARY);
  }
}
