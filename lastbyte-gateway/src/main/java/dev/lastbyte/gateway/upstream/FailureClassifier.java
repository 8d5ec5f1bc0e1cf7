// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.event.ConnectionEvent.LookupFailure;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailure;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/**
 * Reads exceptions of the JDK and of Netty. Where a type is shared by several failures, the
 * operating system's own words for the error number decide; nothing else carries it.
 */
final class FailureClassifier {

  private FailureClassifier() {}

  static LookupFailure ofLookup(UnknownHostException e) {
    return messageContains(e, "temporary") ? LookupFailure.TEMPORARY : LookupFailure.NOT_FOUND;
  }

  static DialFailure ofConnect(Throwable e) {
    if (isExhausted(e)) {
      return DialFailure.EXHAUSTED;
    }
    if (messageContains(e, "timed out")) {
      return DialFailure.TIMEOUT;
    }
    if (e instanceof NoRouteToHostException
        || messageContains(e, "unreachable")
        || messageContains(e, "no route")) {
      return DialFailure.UNREACHABLE;
    }
    // "Cannot assign requested address" is among the rest: no port left, or no IPv6 on this
    // machine.
    return messageContains(e, "refused") ? DialFailure.REFUSED : DialFailure.OTHER;
  }

  /** A socket that could not be made is the cause of a channel that could not. */
  private static boolean isExhausted(Throwable e) {
    for (Throwable link = e; link != null; link = link.getCause()) {
      if (messageContains(link, "too many open files")
          || messageContains(link, "no buffer space")
          || messageContains(link, "cannot allocate memory")) {
        return true;
      }
    }
    return false;
  }

  static TlsFailure ofHandshake(Throwable e) {
    if (e instanceof SslHandshakeTimeoutException) {
      return TlsFailure.TIMEOUT;
    }
    for (Throwable link = e; link != null; link = link.getCause()) {
      if (link instanceof CertificateException || link instanceof CertPathValidatorException) {
        return TlsFailure.CERTIFICATE;
      }
      if (link instanceof ClosedChannelException || messageContains(link, "connection closed")) {
        return TlsFailure.CLOSED;
      }
    }
    return e instanceof SSLException ? TlsFailure.HANDSHAKE : TlsFailure.CLOSED;
  }

  /** Whether the peer broke the handshake off, by closing or by an alert, and not this side. */
  static boolean isCausedByPeer(Throwable e, TlsFailure reason) {
    return switch (reason) {
      case CERTIFICATE, TIMEOUT -> false;
      case HANDSHAKE -> messageContains(e, "received fatal alert");
      case CLOSED -> true;
    };
  }

  /** How the peer broke it off; what followed its alert is not waited for. */
  static CloseMark closeMarkOf(Throwable e, TlsFailure reason) {
    if (reason != TlsFailure.CLOSED) {
      return CloseMark.UNKNOWN;
    }
    return messageContains(e, "reset") ? CloseMark.RST : CloseMark.FIN;
  }

  private static boolean messageContains(Throwable e, String words) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains(words);
  }
}
