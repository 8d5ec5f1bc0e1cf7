// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import dev.lastbyte.core.diagnosis.Missing;

/** What was not seen, and what to capture to see it next time. */
public final class MissingWords {

  private MissingWords() {}

  /** What is not known. */
  public static String what(Missing missing) {
    return switch (missing) {
      case CLOSE_MARK -> "whether the connection ended with a FIN or a reset";
      case CLOSING_HOP -> "which hop between the client and the model closed it";
      case TOOL_EXECUTION -> "whether a tool was executed, and what it did";
      case ABORT_PROVENANCE -> "who wanted the client to leave";
      case CONTENT -> "what kind of content arrived";
      case REQUEST -> "what was asked";
      case ENDING -> "how the exchange ended";
      case PROVIDER_REASON -> "the provider's own reason";
      case PROCESS_DEATH -> "how the recording process died";
    };
  }

  /** What to capture to know it. */
  public static String capture(Missing missing) {
    return switch (missing) {
      case CLOSE_MARK -> "send the client through the Lastbyte gateway: it sees the socket itself";
      case CLOSING_HOP ->
          "send the client through the Lastbyte gateway, which records both of its sides";
      case TOOL_EXECUTION ->
          "let the agent report tool_started and tool_ended to the gateway's agent channel";
      case ABORT_PROVENANCE ->
          "let the agent report abort_requested or timer_fired to the gateway's agent channel";
      case CONTENT -> "use an API and an encoding that the recorder can follow";
      case REQUEST -> "record the request as well as the response";
      case ENDING -> "keep the recorder running until the exchange has ended";
      case PROVIDER_REASON -> "keep the connection until the error's body has arrived";
      case PROCESS_DEATH -> "look at the system's journal for a kill or a crash at that time";
    };
  }
}
