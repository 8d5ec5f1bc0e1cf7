// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import static dev.lastbyte.core.hint.Hint.Weight.SHARED;
import static dev.lastbyte.core.hint.Hint.Weight.TELLING;
import static dev.lastbyte.core.hint.Hint.Weight.WRAPPING;
import static dev.lastbyte.core.hint.Stage.ANSWERED;
import static dev.lastbyte.core.hint.Stage.AWAITING;
import static dev.lastbyte.core.hint.Stage.DIALLING;
import static dev.lastbyte.core.hint.Stage.HANDSHAKING;
import static dev.lastbyte.core.hint.Stage.RESOLVING;
import static dev.lastbyte.core.hint.Stage.UNANSWERED;
import static dev.lastbyte.core.hint.Stage.UNTOLD;

import dev.lastbyte.core.event.Coded;

/**
 * What a phrase, a type or a code speaks of. Which causes that allows is the diagnosis's matter.
 */
public enum Hint implements Coded {
  /** No text of the catalogue. */
  NOTHING(WRAPPING, UNTOLD),
  /** A wrapping of any failure. */
  WRAPPED(WRAPPING, UNTOLD),
  /** A wrapping of any failure before the response. */
  WRAPPED_UNANSWERED(WRAPPING, UNANSWERED),
  /** A wrapping of any failure within the response. */
  WRAPPED_ANSWERED(WRAPPING, ANSWERED),
  /** A tool was stopped because something else had failed. */
  TOOL_STOPPED(WRAPPING, UNTOLD),
  /** This side closed its socket: what a timeout or an abort does on its way. */
  CLOSED_HERE(WRAPPING, UNTOLD),
  /** Something was stopped: by an abort, by a timer, or since its connection was lost. */
  STOPPED(WRAPPING, UNTOLD),
  /** Several causes stand behind it, such as one for each address. */
  SEVERAL(WRAPPING, UNTOLD),

  NAME_NOT_FOUND(TELLING, RESOLVING),
  NAME_NOT_NOW(TELLING, RESOLVING),
  OFFLINE(TELLING, UNANSWERED),
  DIAL_REFUSED(TELLING, DIALLING),
  DIAL_TIMEOUT(TELLING, DIALLING),
  UNREACHABLE(TELLING, DIALLING),
  /** No connection came about; why is not said, and it may have been the look-up. */
  DIAL_FAILED(SHARED, UNANSWERED),
  /** This machine has no descriptor, port or buffer left. */
  HOST_RESOURCES(TELLING, UNANSWERED),
  /** This machine slept. */
  HOST_SLEPT(TELLING, UNTOLD),
  PROXY_REFUSED(TELLING, DIALLING),
  PROXY_LOGIN(TELLING, DIALLING),
  CERTIFICATE(TELLING, HANDSHAKING),
  HANDSHAKE(TELLING, HANDSHAKING),
  POOL_EXHAUSTED(TELLING, UNANSWERED),
  BREAKER_OPEN(TELLING, UNANSWERED),
  /** The connection broke while something was being written to it, or to a local pipe. */
  SEND_BROKEN(SHARED, UNTOLD),

  /** The connection ended before the first byte of a response. */
  NO_ANSWER(TELLING, UNANSWERED),
  /** A pooled connection had been closed at its far end. */
  STALE(TELLING, UNANSWERED),
  /** The provider retires connections of that age. */
  CONNECTION_AGED(TELLING, UNTOLD),
  /** The server says that it goes away or restarts: another connection takes the request. */
  RESTARTING(TELLING, UNTOLD),
  NOT_PROCESSED(TELLING, UNANSWERED),
  GOING_AWAY(TELLING, UNTOLD),
  /** The peer ended the connection. Measured for a FIN; other ends may look the same. */
  PEER_CLOSED(TELLING, UNTOLD),
  /** The kernel reported a reset. */
  RESET(TELLING, UNTOLD),
  /** The body ended short of its framing. */
  CUT(TELLING, ANSWERED),
  /** The peer reset the HTTP/2 stream, and its code is not the one that we send ourselves. */
  STREAM_RESET(TELLING, UNTOLD),
  /** An HTTP/2 stream was cancelled: by the peer, with its connection, or by ourselves. */
  STREAM_CANCELLED(SHARED, UNTOLD),
  /** The connection was lost, before or within the response. */
  CONNECTION_LOST(SHARED, UNTOLD),
  /** The body could not be read to its end, for whatever reason. */
  BODY_UNREADABLE(SHARED, ANSWERED),

  HEADERS_TIMER(TELLING, AWAITING),
  /** A timer of each single read: while waiting for the headers, or between two bytes. */
  READ_TIMER(TELLING, UNTOLD),
  IDLE_TIMER(TELLING, UNTOLD),
  TOTAL_TIMER(TELLING, UNTOLD),
  /** This side's ping was not answered. */
  PING_TIMER(TELLING, UNTOLD),
  /** This side did not answer the peer's ping. */
  PEER_PING_TIMER(TELLING, UNTOLD),
  /** Some limit of time; which is not said. */
  SOME_TIMER(SHARED, UNTOLD),
  /** The kernel gave up on the path: while dialling, or later. */
  PATH_TIMEOUT(SHARED, UNTOLD),
  /** The kernel gave up on the path of a connection that was open. */
  PATH_DIED(TELLING, UNTOLD),
  ABORTED(SHARED, UNTOLD),
  /** This side ended it: by a timer, or by an abort. */
  ENDED_HERE(WRAPPING, UNTOLD),
  /** A person wanted it to end. */
  STOPPED_BY_USER(TELLING, UNTOLD),
  /** A server or a relay says that its client left. */
  CLIENT_LEFT(TELLING, UNTOLD),
  /** This side gave the response up. */
  GIVEN_UP(TELLING, UNTOLD),

  /** The program looked for the proof of a whole response and did not find it. */
  NO_FINISH(TELLING, ANSWERED),
  /** The stream ended and something of it was missing: cut short, or ended too early. */
  NO_END(SHARED, ANSWERED),
  EMPTY_ANSWER(TELLING, ANSWERED),
  /** The provider ended the response short of its end and said so. */
  RESPONSE_INCOMPLETE(TELLING, ANSWERED),
  /** The peer closed as if all were done. */
  CLOSED_AS_DONE(TELLING, UNTOLD),
  /** The peer closed since it did not like what it had got. */
  CLOSED_BY_POLICY(TELLING, UNTOLD),
  /** What came is beyond a limit of the client's own. */
  CLIENT_LIMIT(TELLING, UNTOLD),
  /** A content coding that could not be undone: cut, or none. */
  UNDECODABLE(SHARED, ANSWERED),
  /** An event that the program does not know, or did not expect. */
  UNKNOWN_EVENT(TELLING, ANSWERED),
  NOT_HTTP(TELLING, UNTOLD),
  /** JSON that could not be read, of whichever text: cut, or not JSON, or of another shape. */
  JSON_UNREADABLE(SHARED, UNTOLD),
  TOOL_ARGUMENTS(TELLING, ANSWERED),

  /** A page where an API's response was expected; its words may say of what. */
  PAGE(WRAPPING, ANSWERED),
  WEB_PAGE(TELLING, ANSWERED),
  GATEWAY_WAITED(TELLING, UNTOLD),
  GATEWAY_UNSERVED(TELLING, UNTOLD),
  /** A relay passes a failure of its upstream on, and does not say which. */
  RELAY_FAILED(SHARED, UNTOLD),
  /** A 502, which a provider may say of itself. */
  GATEWAY_STATUS(SHARED, UNTOLD),
  /** A 504, likewise. */
  GATEWAY_TIMEOUT_STATUS(SHARED, UNTOLD),

  PROVIDER_AUTH(TELLING, UNTOLD),
  CREDENTIAL_EXPIRED(TELLING, UNTOLD),
  PROVIDER_FORBIDDEN(TELLING, UNTOLD),
  PROVIDER_NOT_FOUND(TELLING, UNTOLD),
  /** The request was turned down; a code elsewhere may say why. */
  PROVIDER_BAD_REQUEST(SHARED, UNTOLD),
  PROVIDER_CONTEXT_OVERFLOW(TELLING, UNTOLD),
  PROVIDER_TOO_LARGE(TELLING, UNTOLD),
  PROVIDER_RATE_LIMITED(TELLING, UNTOLD),
  PROVIDER_QUOTA(TELLING, UNTOLD),
  /** The share of a plan for some hours or days is used up. */
  PROVIDER_PLAN_WINDOW(TELLING, UNTOLD),
  PROVIDER_BILLING(TELLING, UNTOLD),
  PROVIDER_OVERLOADED(TELLING, UNTOLD),
  /** gRPC: the provider says that it is not available, or cannot be reached. */
  UNAVAILABLE(SHARED, UNTOLD),
  PROVIDER_SERVER_ERROR(TELLING, UNTOLD),
  PROVIDER_CONFLICT(TELLING, UNTOLD),
  PROVIDER_STATE_LOST(TELLING, UNTOLD),
  PROVIDER_IN_STREAM(TELLING, ANSWERED),
  CONTENT_FILTERED(TELLING, UNTOLD);

  /** How much a text says beside others of the same chain, from least to most. */
  public enum Weight {
    /** Says that something failed. */
    WRAPPING,
    /** Allows several causes of different kinds. */
    SHARED,
    /** Names what happened. */
    TELLING
  }

  private final Weight weight;
  private final Stage stage;

  Hint(Weight weight, Stage stage) {
    this.weight = weight;
    this.stage = stage;
  }

  /** How much it says. */
  public Weight weight() {
    return weight;
  }

  /** How far the exchange had come. */
  public Stage stage() {
    return stage;
  }
}
