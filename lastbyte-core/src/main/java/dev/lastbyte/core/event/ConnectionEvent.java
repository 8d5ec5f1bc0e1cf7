// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.privacy.Word;
import org.jspecify.annotations.Nullable;

/** How the attempt came by its connection. */
public sealed interface ConnectionEvent extends RunEvent {

  /** The look-up of the provider's name began. */
  record LookupStarted(Stamp stamp) implements ConnectionEvent {}

  /** The look-up gave no address. */
  record LookupFailed(Stamp stamp, LookupFailure why) implements ConnectionEvent {}

  /** A TCP connection is being opened. */
  record DialStarted(Stamp stamp) implements ConnectionEvent {}

  /** No TCP connection came about. */
  record DialFailed(Stamp stamp, DialFailure why) implements ConnectionEvent {}

  /** The TCP connection stands. */
  record Connected(Stamp stamp) implements ConnectionEvent {}

  /** A proxy was asked to open the connection (RFC 9110 §9.3.6). */
  record ProxyStarted(Stamp stamp) implements ConnectionEvent {}

  /** The proxy did not open the connection. */
  record ProxyFailed(Stamp stamp, ProxyFailure why) implements ConnectionEvent {}

  /** The TLS handshake began. */
  record TlsStarted(Stamp stamp) implements ConnectionEvent {}

  /** The TLS handshake failed. */
  record TlsFailed(Stamp stamp, TlsFailure why) implements ConnectionEvent {}

  /** The TLS handshake is done. */
  record TlsDone(Stamp stamp) implements ConnectionEvent {}

  /**
   * The attempt was given a connection that had served before.
   *
   * @param ageNanos since that connection was established
   * @param idleNanos since its last byte in either direction
   * @param looked what its socket showed when it was looked at just before the request was written
   * @param roundTripNanos how long a round trip took when it was dialled, or null if not known
   */
  record ConnectionReused(
      Stamp stamp, long ageNanos, long idleNanos, SocketState looked, @Nullable Long roundTripNanos)
      implements ConnectionEvent {

    /** A reuse without a look at the socket. */
    public ConnectionReused(Stamp stamp, long ageNanos, long idleNanos) {
      this(stamp, ageNanos, idleNanos, SocketState.UNKNOWN, null);
    }
  }

  /**
   * The server is closing the connection (HTTP/2 GOAWAY, RFC 9113 §6.8).
   *
   * @param code the error code by its name, or null if not seen
   * @param processed whether our stream is among those that the server may have worked on
   */
  record GoAwayReceived(Stamp stamp, @Nullable Token code, Known processed)
      implements ConnectionEvent {

    /** A code that is a long random string is not kept. */
    public GoAwayReceived {
      code = Word.orNull(code);
    }
  }

  /** What a socket shows before anything is written to it. */
  enum SocketState implements Coded {
    /** Nothing has ended it yet. */
    OPEN,
    /** Its far end has closed it (a FIN, or the end of TLS, is there to be read). */
    CLOSED,
    /** Its far end has reset it. */
    RESET,
    /** It was not looked at. */
    UNKNOWN
  }

  /** Why a proxy did not open the connection. */
  enum ProxyFailure implements Coded {
    /** It demands a login (407). */
    AUTH,
    /** It does not allow it: another status from 400 to 499, but for those of a moment. */
    FORBIDDEN,
    /** It could not: any other status but a good one, 408 and 429 among them. */
    REFUSED,
    /** It closed the connection. */
    CLOSED,
    TIMEOUT
  }

  /** Why a name gave no address. */
  enum LookupFailure implements Coded {
    /** The name does not exist (NXDOMAIN), or has no address. */
    NOT_FOUND,
    /** The resolver answered that it cannot answer now (SERVFAIL). */
    TEMPORARY,
    /** No response within the resolver's own limit. */
    TIMEOUT
  }

  /** Why no TCP connection came about. */
  enum DialFailure implements Coded {
    /** The address answered the SYN with a reset (ECONNREFUSED). */
    REFUSED,
    /** The kernel or the dialler gave up waiting. */
    TIMEOUT,
    /** No route to the host or the network. */
    UNREACHABLE,
    /** This machine has no network. */
    OFFLINE,
    /** This machine lets the dialler open no more: no descriptor, no memory. */
    EXHAUSTED,
    /** Any other failure. */
    OTHER
  }

  /** Why a TLS handshake failed. */
  enum TlsFailure implements Coded {
    /** The peer's certificate was not accepted: untrusted, expired, or for another host. */
    CERTIFICATE,
    /** The handshake broke: an alert, an unusable version or cipher, or bytes that are not TLS. */
    HANDSHAKE,
    /** The peer closed the connection during the handshake. */
    CLOSED,
    /** The handshake was not done in time, and the dialling side gave it up. */
    TIMEOUT
  }
}
