// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import dev.lastbyte.core.diagnosis.Headline;

/** Headlines as titles. */
public final class HeadlineWords {

  private HeadlineWords() {}

  /** A title without a full stop. */
  public static String title(Headline headline) {
    return switch (headline) {
      case BEFORE_CONNECTION -> "Failed before there was a connection";
      case EARLY_STREAM -> "Failed before anything was visible";
      case MID_GENERATION -> "Failed in the middle of the response";
      case TOOL_SIDE_EFFECT -> "Failed after a tool had started";
      case LOCAL_ABORT -> "Ended from the client's side";
      case WATCHDOG -> "Ended by the client's own timer";
      case PROVIDER_ERROR -> "The provider said no";
      case NONE -> "Nothing failed";
      case UNDETERMINED -> "Nothing says whether it failed";
      case UNKNOWN -> "Failed, and the evidence says too little to tell more";
    };
  }
}
