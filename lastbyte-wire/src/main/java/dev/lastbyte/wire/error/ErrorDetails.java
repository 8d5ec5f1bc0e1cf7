// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.wire.json.JsonText;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one error says: its code, its type, its status, the known phrases of its message, and the
 * pause it asks for. Nothing of a message is kept.
 */
public final class ErrorDetails {

  private final LongSupplier epochMillis;
  private final PhraseScan<ProviderFailure> phrases = ErrorVocabulary.phrases();
  private final RetryDelayText spoken = new RetryDelayText();
  private String code = "";
  private String type = "";
  private String status = "";
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
    phrases.clear();
    spoken.clear();
    code = "";
    type = "";
    status = "";
    told = null;
    pauseNanos = null;
  }

  /** The most particular word, {@code error.code}. */
  public void code(JsonText value) {
    code(value.text());
  }

  /** The most particular word; an empty one says nothing. */
  public void code(String word) {
    code = word.isEmpty() ? code : word;
  }

  /** {@code error.type}; an envelope's own {@code "type": "error"} says nothing. */
  public void type(JsonText value) {
    type = value.text().isEmpty() || value.text().equals("error") ? type : value.text();
  }

  /** Google's {@code error.status}. */
  public void status(JsonText value) {
    status = value.text();
  }

  /** A word beside the code that says more than it: a reason, a detail's code. */
  public void reason(JsonText value) {
    ProviderFailure meaning = ErrorVocabulary.meaningOf(value.text());
    if (meaning != null && Specificity.of(meaning) == Specificity.PARTICULAR) {
      told = meaning;
    } else if (type.isEmpty()) {
      type = value.text();
    }
  }

  /** Something else in the answer says that it is that. */
  public void failure(ProviderFailure failure) {
    told = failure;
  }

  /** A piece of the message, as it stands on the wire. */
  public void message(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      phrases.take(bytes[at]);
      spoken.take(bytes[at]);
    }
  }

  /** A pause as a duration, such as Google's {@code retryDelay}. */
  public void pause(JsonText value) {
    longest(RetryDelays.ofDuration(value.text()));
  }

  /** When a limit resets. */
  public void reset(JsonText value) {
    longest(RetryDelays.ofReset(value.text(), epochMillis));
  }

  private void longest(@Nullable Long nanos) {
    if (nanos != null && (pauseNanos == null || nanos > pauseNanos)) {
      pauseNanos = nanos;
    }
  }

  /** The code, else Google's status, else the type, else empty. */
  public String errorCode() {
    boolean digits = !code.isEmpty() && code.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!code.isEmpty() && (!digits || status.isEmpty())) {
      return code;
    }
    return status.isEmpty() ? type : status;
  }

  /** Whether anything was said. */
  public boolean isEmpty() {
    return code.isEmpty() && type.isEmpty() && status.isEmpty() && told == null;
  }

  /** The class of an error that came inside a stream. */
  public ProviderFailure failureInStream() {
    return failureBeside(StatusFailures.failureOf(code));
  }

  /** The class of an error that came with an HTTP status. */
  public ProviderFailure failureAt(int httpStatus) {
    ProviderFailure byStatus = StatusFailures.failureOf(httpStatus);
    return failureBeside(
        byStatus == ProviderFailure.OTHER ? StatusFailures.failureOf(code) : byStatus);
  }

  /** The weightiest of what the error says; among equals a status, then the first word. */
  private ProviderFailure failureBeside(ProviderFailure byStatus) {
    ProviderFailure best = byStatus;
    best = moreSpecific(best, told);
    best = moreSpecific(best, ErrorVocabulary.meaningOf(code));
    best = moreSpecific(best, ErrorVocabulary.meaningOf(status));
    best = moreSpecific(best, ErrorVocabulary.meaningOf(type));
    best = moreSpecific(best, phrases.found());
    // A known code without a class of its own still says more than a vague type.
    boolean known = ErrorVocabulary.meaningOf(code) == ProviderFailure.OTHER;
    return known && Specificity.of(best) == Specificity.VAGUE ? ProviderFailure.OTHER : best;
  }

  private static ProviderFailure moreSpecific(
      ProviderFailure one, @Nullable ProviderFailure other) {
    return other != null && Specificity.of(other).compareTo(Specificity.of(one)) > 0 ? other : one;
  }

  /**
   * The pause that the error asks for, in nanoseconds, or null; a message is believed only then.
   */
  public @Nullable Long pauseNanos(ProviderFailure failure) {
    Long said = isPassing(failure) ? spoken.nanos() : null;
    longest(said);
    return pauseNanos;
  }

  /** In an error about anything else "try again in" is talk. */
  private static boolean isPassing(ProviderFailure failure) {
    return switch (failure) {
      case RATE_LIMITED, QUOTA, PLAN_WINDOW, OVERLOADED -> true;
      case AUTH,
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
          STATE_LOST,
          CONTENT_FILTER,
          REFUSAL,
          OTHER ->
          false;
    };
  }
}
