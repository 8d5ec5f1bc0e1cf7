// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

/** Which HTTP statuses say that a request was turned away before any work on it. */
public final class Rejection {

  private Rejection() {}

  /**
   * Whether {@code status} certainly means that nothing was done. Every 4xx but those that speak of
   * work begun or under way (408, 409, 499), and 503 and 529, by which a provider sheds load.
   */
  public static boolean isCertain(int status) {
    return switch (status) {
      case 408, 409, 499 -> false;
      case 503, 529 -> true;
      default -> status >= 400 && status < 500;
    };
  }
}
