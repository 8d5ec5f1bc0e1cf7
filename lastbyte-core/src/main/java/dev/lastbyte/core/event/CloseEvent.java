// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

/** The end of one side's connection. At most one a vantage and attempt: what happened first. */
public sealed interface CloseEvent extends RunEvent {

  /**
   * How it ended.
   *
   * @return the mark on the wire
   */
  CloseMark mark();

  /** Whether the peer did it, or this side. */
  default boolean byPeer() {
    return switch (this) {
      case PeerClosed closed -> true;
      case LocalClosed closed -> false;
      case StreamReset reset -> reset.fromPeer();
      case WebSocketClosed closed -> closed.fromPeer();
    };
  }

  /**
   * The peer ended the connection.
   *
   * @param received bytes had from it over this attempt
   * @param sent bytes given to it over this attempt
   * @param requestReached whether a byte of the request can have reached it before it ended: no,
   *     where its end was proven to be there already, or on its way
   */
  record PeerClosed(Stamp stamp, CloseMark mark, long received, long sent, Known requestReached)
      implements CloseEvent {

    /** An end of which is not known whether it came before the request. */
    public PeerClosed(Stamp stamp, CloseMark mark, long received, long sent) {
      this(stamp, mark, received, sent, Known.UNKNOWN);
    }
  }

  /**
   * This side ended the connection before its peer did.
   *
   * @param received bytes had from the peer over this attempt
   * @param sent bytes given to it over this attempt
   */
  record LocalClosed(Stamp stamp, CloseMark mark, long received, long sent) implements CloseEvent {}

  /**
   * One stream of an HTTP/2 connection was reset (RST_STREAM, RFC 9113 §6.4); the connection lives.
   *
   * @param code what the reset says
   * @param fromPeer whether it came from the peer
   */
  record StreamReset(Stamp stamp, ResetCode code, boolean fromPeer) implements CloseEvent {
    @Override
    public CloseMark mark() {
      return CloseMark.RST_STREAM;
    }
  }

  /**
   * A WebSocket was closed (RFC 6455 §7.4), or ended without a close frame.
   *
   * @param code the close code; 1005 for none given, 1006 for an end without a close frame
   * @param fromPeer whether the peer ended it first
   */
  record WebSocketClosed(Stamp stamp, int code, boolean fromPeer) implements CloseEvent {

    /** All is done that the connection was for (RFC 6455 §7.4.1). */
    public static final int NORMAL = 1000;

    /** A message was bigger than the closing side takes. */
    public static final int TOO_BIG = 1009;

    /** The code that no close frame may carry: the connection ended without one. */
    public static final int ABNORMAL = 1006;

    @Override
    public CloseMark mark() {
      return CloseMark.WEBSOCKET;
    }
  }

  /** The error codes of HTTP/2 (RFC 9113 §7) that say something about a request. */
  enum ResetCode implements Coded {
    NO_ERROR,
    PROTOCOL_ERROR,
    INTERNAL_ERROR,
    FLOW_CONTROL_ERROR,
    STREAM_CLOSED,
    /** The server proves that it did not process the request (RFC 9113 §8.7). */
    REFUSED_STREAM,
    CANCEL,
    ENHANCE_YOUR_CALM,
    OTHER
  }

  /** What ends a connection on the wire. */
  enum CloseMark implements Coded {
    /** The orderly end of TCP. */
    FIN,
    /** A TCP reset. */
    RST,
    /** The orderly end of TLS (RFC 8446 §6.1). */
    TLS_CLOSE_NOTIFY,
    /** TCP ended without the orderly end of TLS: a truncation attack looks the same. */
    TLS_TRUNCATED,
    /** The reset of one HTTP/2 stream. */
    RST_STREAM,
    /** The end of a WebSocket. */
    WEBSOCKET,
    /** The connection ended, and this vantage cannot see how. */
    UNKNOWN
  }
}
