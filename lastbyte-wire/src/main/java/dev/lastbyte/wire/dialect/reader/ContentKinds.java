// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import dev.lastbyte.core.event.StreamEvent.Content;

/** Which kind a piece is counted as that is of several kinds at once. */
public final class ContentKinds {

  private ContentKinds() {}

  /** The one that matters more to the question whether to try again. */
  public static Content stronger(Content one, Content other) {
    return rank(other) > rank(one) ? other : one;
  }

  private static int rank(Content kind) {
    return switch (kind) {
      case HEARTBEAT -> 0;
      case LIFECYCLE -> 1;
      case REASONING -> 2;
      case TEXT -> 3;
      case TOOL_INPUT -> 4;
      case SERVER_TOOL -> 5;
    };
  }
}
