// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.KnownPhrase;
import java.util.List;

/** The kernel's and the resolver's words, which every runtime passes on. */
final class SystemFingerprints {

  private SystemFingerprints() {}

  static final List<Fingerprint> ALL =
      List.of(
          phrase(KnownPhrase.READ_ECONNRESET, Hint.RESET),
          phrase(KnownPhrase.CONNECTION_RESET, Hint.RESET),
          phrase(KnownPhrase.BROKEN_PIPE, Hint.SEND_BROKEN),
          phrase(KnownPhrase.CONNECTION_TIMED_OUT, Hint.PATH_TIMEOUT),
          phrase(KnownPhrase.CONNECTION_REFUSED, Hint.DIAL_REFUSED),
          phrase(KnownPhrase.NO_ROUTE, Hint.UNREACHABLE),
          phrase(KnownPhrase.NETWORK_UNREACHABLE, Hint.UNREACHABLE),
          phrase(KnownPhrase.PROXY_AUTH_REQUIRED, Hint.PROXY_LOGIN),
          code("ECONNRESET", Hint.RESET),
          code("EPIPE", Hint.SEND_BROKEN),
          code("ECONNREFUSED", Hint.DIAL_REFUSED),
          code("ETIMEDOUT", Hint.PATH_TIMEOUT),
          code("EHOSTUNREACH", Hint.UNREACHABLE),
          code("ENETUNREACH", Hint.UNREACHABLE),
          code("ENETDOWN", Hint.OFFLINE),
          code("ENOTFOUND", Hint.NAME_NOT_FOUND),
          code("EAI_AGAIN", Hint.NAME_NOT_NOW),
          code("EPROTO", Hint.HANDSHAKE),
          code("407", Hint.PROXY_LOGIN),
          code("1001", Hint.GOING_AWAY),
          code("1006", Hint.PEER_CLOSED),
          code("1011", Hint.PROVIDER_SERVER_ERROR),
          code("1012", Hint.PROVIDER_OVERLOADED),
          code("1013", Hint.PROVIDER_OVERLOADED));

  private static Fingerprint phrase(KnownPhrase phrase, Hint hint) {
    return Fingerprint.phrase(phrase, ClientFamily.SYSTEM, hint);
  }

  private static Fingerprint code(String code, Hint hint) {
    return Fingerprint.code(code, ClientFamily.SYSTEM, hint);
  }
}
