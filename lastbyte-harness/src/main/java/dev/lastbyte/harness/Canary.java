// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

/**
 * Words that stand in every response for what a person would not want to see recorded. A test that
 * finds one of them in a log, a report or a metric has found a leak.
 */
public final class Canary {
  /** Stands in the visible text. */
  public static final String ANSWER = "lastbyte-canary-answer";

  /** Stands in the reasoning. */
  public static final String REASONING = "lastbyte-canary-reasoning";

  /** Stands in the arguments of the tool call. */
  public static final String ARGUMENT = "lastbyte-canary-argument";

  private Canary() {}
}
