// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

/** Which responses say that a request was turned away before any work on it. */
public final class Rejection {

  private Rejection() {}

  /** Whether an attempt's response certainly means that nothing was done. */
  public static boolean isCertain(AttemptFacts facts) {
    return facts.response() != null
        && facts.sideObservations().lastContent() == null
        && facts.tools().isEmpty()
        && isCertain(facts.response().event().status(), facts.responseAdvice());
  }

  /**
   * Every 4xx but those that speak of work begun or under way (408, 409, 499), and 503 and 529, by
   * which a provider sheds load. Software in between says 503 also when the provider's side broke
   * off while it worked.
   */
  static boolean isCertain(int status, ResponseAdvice reply) {
    return switch (status) {
      case 408, 409, 499 -> false;
      case 503, 529 -> !reply.isNoApiError() && !reply.isSignedInBetween();
      default -> status >= 400 && status < 500;
    };
  }
}
