// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.core.event.ProviderFailure;

/** How much a word or a status says, where one error is put in several ways. From least to most. */
enum Specificity {
  /** Nothing. */
  NONE,
  /** That it failed, and on which side: what a word says if it only repeats 400 or 500. */
  VAGUE,
  /** A class that a status has too. */
  PLAIN,
  /** That the size of the request is at fault; a word may say that its tokens are. */
  DISTINCT,
  /** A class that no status says by itself. */
  PARTICULAR;

  static Specificity of(ProviderFailure failure) {
    return switch (failure) {
      case OTHER -> NONE;
      case INVALID_REQUEST, SERVER_ERROR -> VAGUE;
      case AUTH,
          FORBIDDEN,
          NOT_FOUND,
          RATE_LIMITED,
          BAD_GATEWAY,
          GATEWAY_TIMEOUT,
          REQUEST_TIMEOUT,
          CONFLICT,
          CONNECTION_LIMIT,
          CANCELLED ->
          PLAIN;
      case TOO_LARGE -> DISTINCT;
      // 402 and 503 say these too, but no word that comes beside them says more.
      case CREDENTIAL_EXPIRED,
          BILLING,
          OVERLOADED,
          CONTEXT_OVERFLOW,
          QUOTA,
          PLAN_WINDOW,
          STATE_LOST,
          CONTENT_FILTER,
          REFUSAL ->
          PARTICULAR;
    };
  }
}
