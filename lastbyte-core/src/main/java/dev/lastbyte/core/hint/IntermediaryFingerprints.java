// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.KnownPhrase;
import java.util.List;

/**
 * What stands between client and provider: nginx, Envoy, Cloudflare. Cloudflare's own statuses are
 * no provider's.
 */
final class IntermediaryFingerprints {

  private IntermediaryFingerprints() {}

  static final List<Fingerprint> ALL =
      List.of(
          phrase(KnownPhrase.UPSTREAM_TIMED_OUT, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.UPSTREAM_REQUEST_TIMEOUT, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.UPSTREAM_CONNECT_ERROR, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.UPSTREAM_CLOSED, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.NO_HEALTHY_UPSTREAM, Hint.GATEWAY_UNSERVED),
          code("502", Hint.GATEWAY_STATUS),
          code("504", Hint.GATEWAY_TIMEOUT_STATUS),
          code("520", Hint.GATEWAY_UNSERVED),
          code("521", Hint.GATEWAY_UNSERVED),
          code("522", Hint.GATEWAY_WAITED),
          code("523", Hint.GATEWAY_UNSERVED),
          code("524", Hint.GATEWAY_WAITED),
          code("525", Hint.GATEWAY_UNSERVED),
          code("526", Hint.GATEWAY_UNSERVED));

  private static Fingerprint phrase(KnownPhrase phrase, Hint hint) {
    return Fingerprint.phrase(phrase, ClientFamily.INTERMEDIARY, hint);
  }

  private static Fingerprint code(String code, Hint hint) {
    return Fingerprint.code(code, ClientFamily.INTERMEDIARY, hint);
  }
}
