// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario.composition;

/** The tokens that keys are made of, where several need them. */
public final class KeyTokens {
  public static final String SAFE = "safe_auto_retry";
  public static final String CONFIRM = "user_confirmed_retry";
  public static final String NEVER = "no_retry";
  static final String NOT_NEEDED = "not_needed";

  public static final String EARLY = "early_stream";
  public static final String MIDWAY = "mid_generation";
  public static final String LOCAL_ABORT = "local_abort";
  public static final String WATCHDOG = "watchdog";
  public static final String PROVIDER_ERROR = "provider_error";
  public static final String TOOL_EFFECT = "tool_side_effect";
  static final String NONE = "none";

  public static final String PROVIDER = "provider";
  public static final String CLIENT = "client";
  public static final String UNKNOWN = "unknown";

  private KeyTokens() {}
}
