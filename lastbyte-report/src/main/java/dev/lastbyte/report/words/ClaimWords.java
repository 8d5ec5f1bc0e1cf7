// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import dev.lastbyte.core.diagnosis.Claim;

/** What a piece of evidence says, when there is no event to quote. */
public final class ClaimWords {

  private ClaimWords() {}

  /** A clause without a full stop. */
  public static String clause(Claim claim) {
    return switch (claim) {
      case NAME_NOT_RESOLVED -> "the look-up of the name failed";
      case DIAL_FAILED -> "the dial failed";
      case TLS_FAILED -> "the TLS handshake failed";
      case CONNECTION_WAS_REUSED -> "the connection had served before";
      case STATUS_SAYS_NO -> "the status says no";
      case PROVIDER_SAID_ERROR -> "the provider named an error";
      case WRITTEN_IN_BETWEEN ->
          "software between us and the API wrote the error, not the API itself";
      case PROVIDER_SIDE_CLOSED -> "the provider's side closed first";
      case CLIENT_CLOSED -> "the client closed first";
      case CLOSED_HERE -> "our own side closed first";
      case BODY_CUT -> "the body stopped short of its framing's end";
      case MESSAGE_ENDED_WHOLE -> "HTTP's framing calls the message whole";
      case MESSAGE_ENDED_WITH_CONNECTION ->
          "the connection's orderly end is the body's only end mark";
      case NO_TERMINAL_PROOF -> "the API's own proof of a whole response never came";
      case NO_RESPONSE_BYTE -> "not one byte of a response came";
      case NO_CONTENT -> "the response holds no content";
      case TERMINAL_PROVEN -> "the API's own proof of a whole response came";
      case FINISH_SEEN -> "the model had said why it stopped";
      case SENTINEL_SEEN -> "the transport's end mark had come, which proves nothing by itself";
      case CONTENT_ARRIVED -> "content had arrived until shortly before";
      case PROTOCOL_BROKEN -> "the bytes broke a protocol rule";
      case TIMER_FIRED -> "the client's own timer fired";
      case TIMER_DID_NOT_FIRE -> "the client's own timer had not fired";
      case ABORT_REQUESTED -> "an abort was asked for";
      case ABORT_SIGNAL_SET -> "the abort signal was set";
      case ABORT_SIGNAL_NOT_SET -> "the abort signal was not set";
      case ERROR_REPORTED -> "a program reported an error, which is a hint and no proof";
      case PROCESS_LOST -> "the start was recorded, and no end";
      case SETUP_FAILED -> "the client could not begin";
      case PROXY_FAILED -> "the proxy did not open the connection";
      case CLOSE_CODE_SAYS_WHY -> "the code of the peer's close frame names the reason";
      case GOING_AWAY -> "the server had announced that it would close the connection";
      case NOT_PROCESSED -> "the server proved that it did not process the request";
      case CLOCK_MATCHES_KNOWN_TIMER -> "a clock stands at the value of a timer known in the field";
      case STREAM_WAS_ALIVE -> "content had come within the timer's own threshold";
      case HEARTBEATS_KEPT_COMING -> "heartbeats had come within the timer's own threshold";
      case HOST_SLEPT -> "this machine slept in the silence before the end";
      case HOST_STALLED -> "this process stood still in the silence before the end";
      case TOOL_RAN_TWICE -> "the same tool call was started again";
      case TOOL_MAY_HAVE_RUN_TWICE ->
          "the tool call was begun again, and may have had its effect before";
      case ENDED_BEFORE_THE_REQUEST ->
          "the connection's end was there before the request could reach its far end";
      case OPEN_BEFORE_THE_REQUEST ->
          "the connection showed no end just before the request was written on it";
      case OUTCOME_TOLD -> "the application said what became of the run";
      case STREAM_BROKE -> "the application said that the stream broke, and no more";
      case TOOL_ENDED_SO -> "the tool came no further";
      case UNEXPECTED_MEDIA -> "the body is of a kind that this API does not send";
    };
  }
}
