// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

/**
 * What a provider says went wrong, in the classes of the taxonomy's {@code provider.} and {@code
 * policy.} groups.
 */
public enum ProviderFailure implements Coded {
  /** It did not accept the credential, and does not say that its time is over. */
  AUTH,
  /** The credential was right and its time is over: a new one is to be had without a person. */
  CREDENTIAL_EXPIRED,
  FORBIDDEN,
  NOT_FOUND,
  INVALID_REQUEST,
  CONTEXT_OVERFLOW,
  TOO_LARGE,
  RATE_LIMITED,
  QUOTA,
  /** The usage window of a plan is used up; it opens again at a known time. */
  PLAN_WINDOW,
  BILLING,
  OVERLOADED,
  SERVER_ERROR,
  BAD_GATEWAY,
  GATEWAY_TIMEOUT,
  /** The request took too long in the provider's own eyes (HTTP 408). */
  REQUEST_TIMEOUT,
  CONFLICT,
  /** The connection is as old as it may become, and another one takes the same request. */
  CONNECTION_LIMIT,
  /** The far side says that the request was cancelled (HTTP 499, Google's CANCELLED). */
  CANCELLED,
  STATE_LOST,
  CONTENT_FILTER,
  REFUSAL,
  /** An error event whose code says none of the above. */
  OTHER
}
