// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

/** What a provider may say is wrong; each dialect has its own words for it. */
public enum ProviderError {
  INVALID_REQUEST(400, "Bad Request", "provider.invalid_request"),
  CONTEXT_OVERFLOW(400, "Bad Request", "provider.context_overflow"),
  AUTH(401, "Unauthorized", "provider.auth"),
  CREDENTIAL_EXPIRED(401, "Unauthorized", "provider.credential_expired"),
  BILLING(402, "Payment Required", "provider.billing"),
  FORBIDDEN(403, "Forbidden", "provider.forbidden"),
  MODEL_NOT_FOUND(404, "Not Found", "provider.not_found"),
  CONFLICT(409, "Conflict", "provider.conflict"),
  TOO_LARGE(413, "Content Too Large", "provider.too_large"),
  UNPROCESSABLE(422, "Unprocessable Content", "provider.invalid_request"),
  RATE_LIMITED(429, "Too Many Requests", "provider.rate_limited"),
  QUOTA(429, "Too Many Requests", "provider.quota"),
  SERVER_ERROR(500, "Internal Server Error", "provider.server_error"),
  /** An error in words alone: no type, no code and no status says what kind it is. */
  UNCLASSED(500, "Internal Server Error", "provider.in_stream_error"),
  UNAVAILABLE(503, "Service Unavailable", "provider.overloaded"),
  OVERLOADED(529, "Overloaded", "provider.overloaded"),
  CONTENT_FILTER(400, "Bad Request", "policy.content_filter");

  private final int status;
  private final String reason;
  private final String cause;

  ProviderError(int status, String reason, String cause) {
    this.status = status;
    this.reason = reason;
    this.cause = cause;
  }

  /** The status of a response that says so before any stream. */
  public int status() {
    return status;
  }

  /** The phrase after the status. */
  public String reason() {
    return reason;
  }

  /** The cause in the words of the taxonomy. */
  public String cause() {
    return cause;
  }
}
