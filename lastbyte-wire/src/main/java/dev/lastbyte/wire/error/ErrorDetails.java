// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.wire.error.vocabulary.BusinessCodes;
import dev.lastbyte.wire.error.vocabulary.ErrorVocabulary;
import dev.lastbyte.wire.error.vocabulary.ErrorWord;
import dev.lastbyte.wire.json.JsonText;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one error says: its code, its type, its status, the known phrases of its message, and the
 * pause it asks for. Nothing of a message is kept.
 */
public final class ErrorDetails {

  private final LongSupplier epochMillis;
  private String code = "";
  private String type = "";
  private String status = "";
  private String reason = "";
  private @Nullable ErrorMessage message;
  private @Nullable ProviderFailure told;
  private @Nullable Long pauseNanos;

  /**
   * @param epochMillis the wall clock, asked for only if an error names a date
   */
  public ErrorDetails(LongSupplier epochMillis) {
    this.epochMillis = epochMillis;
  }

  /** Makes ready for another error. */
  public void clear() {
    message = null;
    code = "";
    type = "";
    status = "";
    reason = "";
    told = null;
    pauseNanos = null;
  }

  /** The most particular word, {@code error.code}. */
  void code(JsonText value) {
    code(value.text());
  }

  /** The most particular word; an empty one says nothing. */
  public void code(String word) {
    code = word.isEmpty() ? code : ErrorWord.reduced(word);
  }

  /** The number of an error of a service that numbers them in a field of its own. */
  void code(BusinessCodes service, String number) {
    code(number);
    told = ErrorVocabulary.meaningOf(service, number);
  }

  /** {@code error.type}; an envelope's own {@code "type": "error"} says nothing. */
  void type(JsonText value) {
    type = value.text().isEmpty() || value.text().equals("error") ? type : value.text();
  }

  /** Google's {@code error.status}. */
  void status(JsonText value) {
    status = value.text();
  }

  /** A word beside the code that says more than it: a reason, a detail's code. */
  void reason(JsonText value) {
    ProviderFailure meaning = ErrorVocabulary.meaningOf(value.text());
    if (reason.isEmpty() || isParticular(meaning)) {
      reason = value.text();
    }
  }

  private static boolean isParticular(@Nullable ProviderFailure meaning) {
    return meaning != null && Specificity.of(meaning) == Specificity.PARTICULAR;
  }

  /** Something else in the response says that it is that. */
  public void failure(ProviderFailure failure) {
    told = failure;
  }

  /** A piece of the message, as it stands on the wire. */
  void message(byte[] bytes, int from, int to) {
    if (message == null) {
      message = new ErrorMessage();
    }
    message.take(bytes, from, to);
  }

  /** A pause as a duration, such as Google's {@code retryDelay}. */
  void pause(JsonText value) {
    longest(RetryDelays.ofDuration(value.text()));
  }

  /** When a limit resets. */
  void reset(JsonText value) {
    longest(RetryDelays.ofReset(value.text(), epochMillis));
  }

  private void longest(@Nullable Long nanos) {
    if (nanos != null && (pauseNanos == null || nanos > pauseNanos)) {
      pauseNanos = nanos;
    }
  }

  /** The code, else Google's status, else the type, else a reason, else empty. */
  public String errorCode() {
    boolean digits = !code.isEmpty() && code.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!code.isEmpty() && (!digits || status.isEmpty())) {
      return code;
    }
    if (!status.isEmpty()) {
      return status;
    }
    return type.isEmpty() ? reason : type;
  }

  /** Whether anything was said. */
  public boolean isEmpty() {
    return code.isEmpty() && type.isEmpty() && status.isEmpty() && reason.isEmpty() && told == null;
  }

  /**
   * The class of an error that came inside a stream. Of a request that was being answered nothing
   * was invalid, and a type says little beside a code that is not understood: relays put the same
   * one on every error.
   *
   * @param answering whether content had come before it
   */
  public ProviderFailure failureInStream(boolean answering) {
    ProviderFailure failure = mostSpecific(ProviderFailure.OTHER);
    boolean vague = Specificity.of(failure) == Specificity.VAGUE;
    boolean refuted = answering && failure == ProviderFailure.INVALID_REQUEST;
    return vague && (refuted || hasUnknownCode()) ? ProviderFailure.OTHER : failure;
  }

  private boolean hasUnknownCode() {
    return !code.isEmpty()
        && StatusFailures.failureOf(code) == ProviderFailure.OTHER
        && ErrorVocabulary.meaningOf(code) == null;
  }

  /** The class of an error that came with an HTTP status. */
  public ProviderFailure failureAt(int httpStatus) {
    return mostSpecific(StatusFailures.failureOf(httpStatus));
  }

  /**
   * The weightiest of what the error says. Among equals the more particular place: the code, then
   * what the message says, then the status; but of what says no more than 400 or 500 the status.
   */
  private ProviderFailure mostSpecific(ProviderFailure byStatus) {
    ProviderFailure best =
        Specificity.of(byStatus) == Specificity.VAGUE ? byStatus : ProviderFailure.OTHER;
    best = moreSpecific(best, told);
    best = moreSpecific(best, ErrorVocabulary.meaningOf(code));
    best = moreSpecific(best, message == null ? null : message.limitFailure());
    best = moreSpecific(best, message == null ? null : message.failure());
    best = moreSpecific(best, ErrorVocabulary.meaningOf(reason));
    best = moreSpecific(best, byStatus);
    best = moreSpecific(best, StatusFailures.failureOf(code));
    best = moreSpecific(best, ErrorVocabulary.meaningOf(status));
    return moreSpecific(best, ErrorVocabulary.meaningOf(type));
  }

  private static ProviderFailure moreSpecific(
      ProviderFailure one, @Nullable ProviderFailure other) {
    return other != null && Specificity.of(other).compareTo(Specificity.of(one)) > 0 ? other : one;
  }

  /**
   * The pause that the error asks for, in nanoseconds, or null; a message is believed only then.
   */
  public @Nullable Long pauseNanos(ProviderFailure failure) {
    Long said = message != null && isPassing(failure) ? message.pauseNanos() : null;
    longest(said);
    return pauseNanos;
  }

  /** In an error about anything else "try again in" is talk. */
  private static boolean isPassing(ProviderFailure failure) {
    return switch (failure) {
      case RATE_LIMITED, QUOTA, PLAN_WINDOW, OVERLOADED -> true;
      case AUTH,
          CREDENTIAL_EXPIRED,
          FORBIDDEN,
          NOT_FOUND,
          INVALID_REQUEST,
          CONTEXT_OVERFLOW,
          TOO_LARGE,
          BILLING,
          SERVER_ERROR,
          BAD_GATEWAY,
          GATEWAY_TIMEOUT,
          REQUEST_TIMEOUT,
          CONFLICT,
          CONNECTION_LIMIT,
          CANCELLED,
          STATE_LOST,
          CONTENT_FILTER,
          REFUSAL,
          OTHER ->
          false;
    };
  }
}
