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

  /**
   * The peer ended the connection.
   *
   * @param received bytes had from it over this attempt
   * @param sent bytes given to it over this attempt
   */
  record PeerClosed(Stamp stamp, CloseMark mark, long received, long sent) implements CloseEvent {}

  /**
   * This side ended the connection before its peer did.
   *
   * @param received bytes had from the peer over this attempt
   * @param sent bytes given to it over this attempt
   */
  record LocalClosed(Stamp stamp, CloseMark mark, long received, long sent) implements CloseEvent {}

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
    /** The connection ended, and this vantage cannot see how. */
    UNKNOWN
  }
}
