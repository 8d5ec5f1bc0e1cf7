// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules.cause;

/** Ends by the client's own timers. */
final class WatchdogCauseText {

  private WatchdogCauseText() {}

  static final CauseText CONNECT =
      new CauseText(
          "The client's timer for connecting fired and ended the attempt, by its own report.",
          "The provider's side closing first, which makes it likely only; or a host that stood"
              + " still in the silence before, which makes it host.stalled or host.suspended.",
          "Record the dial's own end beside the timer's.",
          "Compare the limit with the time that a handshake takes there; then look at the"
              + " network.");

  static final CauseText HEADERS =
      new CauseText(
          "The client's timer for the response's head fired and ended the attempt, by its own"
              + " report.",
          "The provider's side closing first, which makes it likely only; or a host that stood"
              + " still in the silence before, which makes it host.stalled or host.suspended.",
          CauseText.THROUGH_GATEWAY + " It sees whether a head came later.",
          "Compare the limit with the model's time to its first token: some servers send the head"
              + " only then.");

  static final CauseText FIRST_CONTENT =
      new CauseText(
          "The client's timer for the first content fired and ended the attempt, by its own"
              + " report.",
          "The provider's side closing first, which makes it likely only; or a host that stood"
              + " still in the silence before, which makes it host.stalled or host.suspended."
              + " Content within four fifths of its threshold, where that is known, marks it a"
              + " false positive.",
          CauseText.THROUGH_GATEWAY + " It sees heartbeats apart from content.",
          "Raise the limit for models that think long, or let it watch another clock. Heartbeats"
              + " speak against it and do not refute it.");

  static final CauseText IDLE =
      new CauseText(
          "The client's idle timer fired and ended the attempt, by its own report.",
          "The provider's side closing first, which makes it likely only; or a host that stood"
              + " still in the silence before, which makes it host.stalled or host.suspended."
              + " Content within four fifths of its threshold, where that is known, marks it a"
              + " false positive.",
          CauseText.THROUGH_GATEWAY + " It sees heartbeats apart from content.",
          "Raise the limit, or let it watch another clock. A false positive is a defect of the"
              + " timer: it did not see what arrived.");

  static final CauseText TOTAL =
      new CauseText(
          "The client's limit for the whole request was reached and ended the attempt, by its own"
              + " report.",
          "The provider's side closing first, which makes it likely only; or a host that stood"
              + " still in the silence before, which makes it host.stalled or host.suspended.",
          "Report the threshold with the timer: without it nothing can be compared.",
          "Do not limit a stream by its total time; limit its silence.");

  static final CauseText TOOL =
      new CauseText(
          "The client's timer for a tool fired and ended the attempt, by its own report.",
          "The provider's side closing first, which makes it likely only; or a host that stood"
              + " still in the silence before, which makes it host.stalled or host.suspended.",
          "Let the agent report tool_started and tool_ended to the gateway's agent channel.",
          "Find out what the tool did before anything else: it may still run.");

  static final CauseText PING =
      new CauseText(
          "A ping of the client's own (HTTP/2, gRPC, a WebSocket) was not answered in time, and the"
              + " client ended the connection, by its own report.",
          "The provider's side closing first, which makes it likely only; or a host that stood"
              + " still in the silence before, which makes it host.stalled or host.suspended: a"
              + " blocked event loop does not read the response to its own ping. Content within"
              + " four fifths of its threshold, where that is known, marks it a false positive.",
          CauseText.THROUGH_GATEWAY + " It sees whether bytes came while the ping was out.",
          "Look whether this side's event loop was blocked, then at the path: a NAT or a load"
              + " balancer that forgot the connection, a network that changed. A new connection"
              + " takes the request. Raising the limit only shows it later.");
}
