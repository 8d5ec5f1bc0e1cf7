// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.core.event.ProviderFailure;

/** What an HTTP status says of a failure (RFC 9110 §15, and the statuses that Cloudflare added). */
final class StatusFailures {

  private StatusFailures() {}

  static ProviderFailure failureOf(int status) {
    return switch (status) {
      case 400, 422 -> ProviderFailure.INVALID_REQUEST;
      case 401 -> ProviderFailure.AUTH;
      case 402 -> ProviderFailure.BILLING;
      case 403 -> ProviderFailure.FORBIDDEN;
      case 404 -> ProviderFailure.NOT_FOUND;
      case 408 -> ProviderFailure.REQUEST_TIMEOUT;
      case 409 -> ProviderFailure.CONFLICT;
      // nginx's own, and Google's for CANCELLED: a hop beyond this one gave the request up.
      case 499 -> ProviderFailure.CANCELLED;
      case 413 -> ProviderFailure.TOO_LARGE;
      case 429 -> ProviderFailure.RATE_LIMITED;
      case 500 -> ProviderFailure.SERVER_ERROR;
      // 520 to 526 and 530: Cloudflare could not reach the origin, or not understand it.
      case 502, 520, 521, 523, 525, 526, 530 -> ProviderFailure.BAD_GATEWAY;
      case 503, 529 -> ProviderFailure.OVERLOADED;
      // 522 and 524: the origin did not take the connection, or not answer, in time.
      case 504, 522, 524 -> ProviderFailure.GATEWAY_TIMEOUT;
      default -> ProviderFailure.OTHER;
    };
  }

  /** The class of a code that is a status in digits, as OpenRouter, Google and LiteLLM send it. */
  static ProviderFailure failureOf(String code) {
    boolean status = code.length() == 3 && code.chars().allMatch(c -> c >= '0' && c <= '9');
    return status ? failureOf(Integer.parseInt(code)) : ProviderFailure.OTHER;
  }
}
