// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

/** The tokens that keys are made of, where several need them. */
final class Words {
  static final String SAFE = "safe_auto_retry";
  static final String CONFIRM = "user_confirmed_retry";
  static final String NEVER = "no_retry";
  static final String NOT_NEEDED = "not_needed";

  static final String EARLY = "early_stream";
  static final String MIDWAY = "mid_generation";
  static final String LOCAL_ABORT = "local_abort";
  static final String WATCHDOG = "watchdog";
  static final String PROVIDER_ERROR = "provider_error";
  static final String TOOL_EFFECT = "tool_side_effect";
  static final String NONE = "none";

  static final String PROVIDER = "provider";
  static final String CLIENT = "client";
  static final String UNKNOWN = "unknown";

  private Words() {}
}
