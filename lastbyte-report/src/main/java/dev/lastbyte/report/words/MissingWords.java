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
      case OUTCOME -> "whether it failed at all";
      case PROVIDER_TOOLS -> "whether a tool that the provider runs itself changed something";
      case CALL_IDENTITY -> "whether both executions were of one call, and what the first did";
      case SOCKET_BEFORE_REUSE ->
          "whether the connection had ended before the request was written on it";
      case PROVIDER_REASON -> "the provider's own reason";
      case CODE_MEANING -> "what the provider means by the reason that it gave";
      case PROCESS_DEATH -> "how the recording process died";
    };
  }

  /** What to capture to know it. */
  public static String capture(Missing missing) {
    return switch (missing) {
      case CLOSE_MARK ->
          "record where the socket itself is seen, as the Lastbyte gateway sees both of its own;"
              + " where it could not tell, capture the packets";
      case CLOSING_HOP ->
          "record on both sides of each hop in between, as the Lastbyte gateway does of itself";
      case TOOL_EXECUTION ->
          "let the agent report tool_started and tool_ended of each call to the gateway's agent"
              + " channel";
      case PROVIDER_TOOLS ->
          "ask the provider for the response by its id, or look at what it changed";
      case CALL_IDENTITY ->
          "let the agent report each call with its id, and tool_ended with its outcome; where it"
              + " has, look at what the first one changed";
      case SOCKET_BEFORE_REUSE ->
          "look at the socket just before the request is written: connection_reused has looked";
      case ABORT_PROVENANCE ->
          "let the agent report timer_fired, or abort_requested with its source, to the gateway's"
              + " agent channel";
      case CONTENT -> "use an API and an encoding that the recorder can follow";
      case REQUEST -> "record the request as well as the response";
      case ENDING -> "keep the recorder running until the exchange has ended";
      case OUTCOME ->
          "let the application say it: run_ended with its outcome, or the error that it was handed";
      case CODE_MEANING ->
          "look its word up at the provider, or read the message that came beside it in the"
              + " client's own log";
      case PROVIDER_REASON -> "keep the connection until the error's body has arrived";
      case PROCESS_DEATH -> "look at the system's journal for a kill or a crash at that time";
    };
  }
}
