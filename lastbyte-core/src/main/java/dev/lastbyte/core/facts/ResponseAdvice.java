// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ResponseEvent.ErrorBodySeen;
import dev.lastbyte.core.event.ResponseEvent.ErrorShape;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.ResponseEvent.RetryAdvised;
import dev.lastbyte.core.event.ResponseEvent.Signer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a response says besides its status.
 *
 * @param errorBody what its error looks like, or null if there is none, or none was seen
 * @param pause the longest pause that it wishes for in any place, or zero
 * @param refusesMore whether it says that the request must not be tried again
 */
public record ResponseAdvice(
    @Nullable Seen<ErrorBodySeen> errorBody, Duration pause, boolean refusesMore) {

  /** A response that says nothing. */
  public static final ResponseAdvice SILENT = new ResponseAdvice(null, Duration.ZERO, false);

  static ResponseAdvice in(AttemptEvents events) {
    Seen<ResponseStarted> head = events.first(ResponseStarted.class);
    Long header = head == null ? null : head.event().retryAfterNanos();
    long longest = header == null ? 0 : header;
    boolean refusesMore = false;
    for (Seen<RetryAdvised> advice : events.every(RetryAdvised.class)) {
      Long wish = advice.event().afterNanos();
      longest = Math.max(longest, wish == null ? 0 : wish);
      refusesMore |= advice.event().again() == Known.NO;
    }
    return new ResponseAdvice(
        events.first(ErrorBodySeen.class), Duration.ofNanos(longest), refusesMore);
  }

  /** Whether software between us and the API wrote the error: its page, or its name in it. */
  public boolean isSignedInBetween() {
    return errorBody != null && isSignedInBetween(errorBody.event());
  }

  private static boolean isSignedInBetween(ErrorBodySeen body) {
    return switch (body.shape()) {
      case ERROR_OBJECT -> false;
      case HTML -> true;
      case JSON, TEXT, EMPTY, UNKNOWN -> body.signer() != Signer.UNKNOWN;
    };
  }

  /** Whether nothing in the error is an API's own word. */
  public boolean isNoApiError() {
    return errorBody != null && isNoApiError(errorBody.event().shape());
  }

  private static boolean isNoApiError(ErrorShape shape) {
    return switch (shape) {
      case ERROR_OBJECT, JSON, UNKNOWN -> false;
      case HTML, TEXT, EMPTY -> true;
    };
  }
}
