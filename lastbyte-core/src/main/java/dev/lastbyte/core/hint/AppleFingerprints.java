// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.KnownPhrase;
import java.util.List;

/**
 * URLSession of Apple's platforms: the descriptions and names of {@code NSURLError}.
 *
 * <p>Source: {@code developer.apple.com/documentation/foundation/urlerror}.
 */
final class AppleFingerprints {

  private AppleFingerprints() {}

  static final List<Fingerprint> ALL =
      List.of(
          phrase(KnownPhrase.HOSTNAME_NOT_FOUND, Hint.NAME_NOT_FOUND),
          phrase(KnownPhrase.APPEARS_OFFLINE, Hint.OFFLINE),
          phrase(KnownPhrase.CERTIFICATE_INVALID, Hint.CERTIFICATE),
          phrase(KnownPhrase.SSL_ERROR_OCCURRED, Hint.HANDSHAKE),
          code("NSURLErrorTimedOut", Hint.SOME_TIMER),
          code("NSURLErrorNetworkConnectionLost", Hint.CONNECTION_LOST),
          code("NSURLErrorCannotConnectToHost", Hint.DIAL_FAILED),
          code("NSURLErrorNotConnectedToInternet", Hint.OFFLINE),
          code("NSURLErrorCancelled", Hint.ABORTED),
          code("NSURLErrorCannotFindHost", Hint.NAME_NOT_FOUND),
          code("NSURLErrorDNSLookupFailed", Hint.NAME_NOT_NOW),
          code("NSURLErrorSecureConnectionFailed", Hint.HANDSHAKE),
          code("NSURLErrorServerCertificateUntrusted", Hint.CERTIFICATE),
          code("NSURLErrorServerCertificateHasBadDate", Hint.CERTIFICATE),
          code("NSURLErrorBadServerResponse", Hint.NOT_HTTP),
          code("NSURLErrorCannotParseResponse", Hint.NOT_HTTP),
          code("NSURLErrorCannotDecodeContentData", Hint.UNDECODABLE));

  private static Fingerprint phrase(KnownPhrase phrase, Hint hint) {
    return Fingerprint.phrase(phrase, ClientFamily.APPLE, hint);
  }

  private static Fingerprint code(String code, Hint hint) {
    return Fingerprint.code(code, ClientFamily.APPLE, hint);
  }
}
