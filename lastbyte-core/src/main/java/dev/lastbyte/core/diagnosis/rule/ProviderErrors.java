// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.diagnosis.Origin;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.ResponseAdvice;

/** Attempts that the provider's side answered with a failure of its own. */
final class ProviderErrors {

  private ProviderErrors() {}

  static Finding refused(Ending.Refused ending, ResponseAdvice reply) {
    ResponseStarted head = ending.seen().event();
    ProviderFailure failure =
        ending.said() != null ? ending.said().event().failure() : ProviderFailure.OTHER;
    Cause cause = failure == ProviderFailure.OTHER ? causeOf(head.status()) : causeOf(failure);
    // A status alone leaves room: 429 is a rate limit or a quota, 400 an overflow or a typing
    // error.
    Finding finding =
        blamed(
                ending.said() == null ? Finding.likely(cause) : Finding.proven(cause),
                cause,
                head,
                reply)
            .because(Claim.STATUS_SAYS_NO, ending.seen())
            .because(Claim.PROVIDER_SAID_ERROR, ending.said());
    if (reply.isSignedInBetween()) {
      finding.because(Claim.WRITTEN_IN_BETWEEN, reply.errorBody());
    }
    return ending.said() == null ? finding.lacking(Missing.PROVIDER_REASON) : finding;
  }

  static Finding failedInStream(Ending.FailedInStream ending) {
    Cause cause = causeOf(ending.seen().event().failure());
    // That it failed is proven; of what kind the failure is a code that is not known cannot tell.
    boolean known = cause != Cause.PROVIDER_IN_STREAM_ERROR;
    Finding finding =
        (known ? Finding.proven(cause) : Finding.likely(cause))
            .by(originOf(cause), Certainty.PROVEN)
            .because(Claim.PROVIDER_SAID_ERROR, ending.seen());
    return known ? finding : finding.lacking(Missing.CODE_MEANING);
  }

  private static Cause causeOf(int status) {
    return switch (status) {
      case 401 -> Cause.PROVIDER_AUTH;
      case 402 -> Cause.PROVIDER_BILLING;
      case 403 -> Cause.PROVIDER_FORBIDDEN;
      case 404 -> Cause.PROVIDER_NOT_FOUND;
      case 400, 422 -> Cause.PROVIDER_INVALID_REQUEST;
      case 409 -> Cause.PROVIDER_CONFLICT;
      case 413 -> Cause.PROVIDER_TOO_LARGE;
      case 429 -> Cause.PROVIDER_RATE_LIMITED;
      case 499 -> Cause.PROVIDER_CANCELLED;
      case 500 -> Cause.PROVIDER_SERVER_ERROR;
      case 502, 520, 521, 523, 525, 526, 530 -> Cause.PROVIDER_BAD_GATEWAY;
      case 503, 529 -> Cause.PROVIDER_OVERLOADED;
      case 408, 504, 522, 524 -> Cause.PROVIDER_GATEWAY_TIMEOUT;
      default -> status < 500 ? Cause.HTTP_CLIENT_ERROR : Cause.HTTP_SERVER_ERROR;
    };
  }

  private static Cause causeOf(ProviderFailure failure) {
    return switch (failure) {
      case AUTH -> Cause.PROVIDER_AUTH;
      case CREDENTIAL_EXPIRED -> Cause.PROVIDER_CREDENTIAL_EXPIRED;
      case FORBIDDEN -> Cause.PROVIDER_FORBIDDEN;
      case NOT_FOUND -> Cause.PROVIDER_NOT_FOUND;
      case INVALID_REQUEST -> Cause.PROVIDER_INVALID_REQUEST;
      case CONTEXT_OVERFLOW -> Cause.PROVIDER_CONTEXT_OVERFLOW;
      case TOO_LARGE -> Cause.PROVIDER_TOO_LARGE;
      case RATE_LIMITED -> Cause.PROVIDER_RATE_LIMITED;
      case QUOTA -> Cause.PROVIDER_QUOTA;
      case PLAN_WINDOW -> Cause.PROVIDER_PLAN_WINDOW;
      case BILLING -> Cause.PROVIDER_BILLING;
      case OVERLOADED -> Cause.PROVIDER_OVERLOADED;
      case SERVER_ERROR -> Cause.PROVIDER_SERVER_ERROR;
      case BAD_GATEWAY -> Cause.PROVIDER_BAD_GATEWAY;
      case GATEWAY_TIMEOUT, REQUEST_TIMEOUT -> Cause.PROVIDER_GATEWAY_TIMEOUT;
      case CONFLICT -> Cause.PROVIDER_CONFLICT;
      case CONNECTION_LIMIT -> Cause.CONN_GOAWAY;
      case CANCELLED -> Cause.PROVIDER_CANCELLED;
      case STATE_LOST -> Cause.PROVIDER_STATE_LOST;
      case CONTENT_FILTER -> Cause.POLICY_CONTENT_FILTER;
      case REFUSAL -> Cause.POLICY_REFUSAL;
      case OTHER -> Cause.PROVIDER_IN_STREAM_ERROR;
    };
  }

  /**
   * A page, or an error that software in between signed, is not what an API answers. Bare text, or
   * nothing at all, with a gateway's status is probably not either.
   */
  private static Finding blamed(
      Finding finding, Cause cause, ResponseStarted head, ResponseAdvice reply) {
    if (head.media() == Media.HTML || reply.isSignedInBetween()) {
      return finding.by(Origin.INTERMEDIARY, Certainty.LIKELY);
    }
    return reply.isNoApiError() && isOfGateways(head.status())
        ? finding.by(Origin.INTERMEDIARY, Certainty.POSSIBLE)
        : finding.by(originOf(cause), Certainty.LIKELY);
  }

  /** 502 and 504 (RFC 9110 §15.6), and Cloudflare's own 52x and 530. */
  private static boolean isOfGateways(int status) {
    return switch (status) {
      case 502, 504, 530 -> true;
      default -> status >= 520 && status <= 527;
    };
  }

  static Origin originOf(Cause cause) {
    return switch (cause) {
      case PROVIDER_AUTH,
          PROVIDER_CREDENTIAL_EXPIRED,
          PROVIDER_FORBIDDEN,
          PROVIDER_QUOTA,
          PROVIDER_PLAN_WINDOW,
          PROVIDER_BILLING ->
          Origin.ACCOUNT;
      case POLICY_CONTENT_FILTER, POLICY_REFUSAL -> Origin.POLICY;
      default -> Origin.PROVIDER; // Whatever else it says, the provider's side says it.
    };
  }
}
