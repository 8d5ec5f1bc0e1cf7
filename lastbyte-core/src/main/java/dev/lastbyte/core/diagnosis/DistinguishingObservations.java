// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

/** What has to be seen to tell a cause from those that print the same text. */
public final class DistinguishingObservations {

  private DistinguishingObservations() {}

  /** What is missing to know whether it was {@code cause}. */
  public static Missing of(Cause cause) {
    return switch (cause.group()) {
      case STREAM -> ofStream(cause);
      case CONN, SEND, WAIT -> Missing.CLOSE_MARK;
      case ABORT, WATCHDOG -> Missing.ABORT_PROVENANCE;
      case HTTP, PROVIDER, POLICY -> Missing.PROVIDER_REASON;
      case PROTO -> cause == Cause.PROTO_CLIENT_LIMIT ? Missing.CLOSE_MARK : Missing.CONTENT;
      case TOOL -> Missing.TOOL_EXECUTION;
      case NONE, LOCAL, NET, HOST -> Missing.ENDING;
    };
  }

  private static Missing ofStream(Cause cause) {
    return switch (cause) {
      case STREAM_IDLE_CUT, STREAM_TOTAL_CUT -> Missing.CLOSING_HOP;
      case STREAM_SILENT_TRUNCATION, STREAM_STALLED_CONTENT, STREAM_EMPTY_COMPLETION ->
          Missing.CONTENT;
      default -> Missing.CLOSE_MARK; // The others end with the connection.
    };
  }
}
