// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.KnownPhrase;
import java.util.List;

/**
 * What stands between client and provider: nginx, Envoy, HAProxy, Kong, Cloudflare, load balancers,
 * platforms, routers of models. Cloudflare's own statuses are no provider's.
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
          phrase(KnownPhrase.UPSTREAM_REQUEST_TIMED_OUT, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.UPSTREAM_READ_TIMED_OUT, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.UPSTREAM_CONNECTION_TIMED_OUT, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.UPSTREAM_RESPONSE_TIMED_OUT, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.UPSTREAM_CONNECT_TIMEOUT, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.UPSTREAM_CONNECTION_CLOSED, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.UPSTREAM_CONNECTION_RESET, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.UPSTREAM_CONNECTION_ERROR, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.UPSTREAM_CONNECTION_REFUSED, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.UPSTREAM_SERVER_DISCONNECTED, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.UPSTREAM_UNAVAILABLE, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.UPSTREAM_FETCH_FAILED, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.UPSTREAM_IDLE_TIMEOUT, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.UPSTREAM_TIMEOUT, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.UPSTREAM_RESPONSE_TIMEOUT, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.UPSTREAM_READ_TIMEOUT, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.UPSTREAM_STREAM_TIMEOUT, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.UPSTREAM_STREAM_IDLE_TIMEOUT, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.UPSTREAM_IS_TIMING_OUT, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.ENDPOINT_TIMED_OUT, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.A_TIMEOUT_OCCURRED, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.SERVER_DID_NOT_RESPOND, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.WITHIN_TIME_PERIOD, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.ENVOY_STREAM_TIMEOUT, Hint.GATEWAY_WAITED),
          phrase(KnownPhrase.NO_LIVE_UPSTREAMS, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.CONNECTING_TO_UPSTREAM, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.READING_FROM_UPSTREAM, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.UPSTREAM_RESET, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.INVALID_UPSTREAM_RESPONSE, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.NO_SERVER_AVAILABLE, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.INVALID_SERVER_RESPONSE, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.WEB_SERVER_DOWN, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.UNKNOWN_WEB_SERVER_ERROR, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.ORIGIN_UNREACHABLE, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.NO_SERVICES, Hint.GATEWAY_UNSERVED),
          phrase(KnownPhrase.COULD_NOT_BE_SATISFIED, Hint.WEB_PAGE),
          phrase(KnownPhrase.NGINX_PAGE, Hint.PAGE),
          phrase(KnownPhrase.OPENRESTY_PAGE, Hint.PAGE),
          phrase(KnownPhrase.CLOUDFLARE_CHALLENGE, Hint.WEB_PAGE),
          phrase(KnownPhrase.CLOUDFLARE_BLOCK, Hint.WEB_PAGE),
          phrase(KnownPhrase.DOCTYPE, Hint.PAGE),
          phrase(KnownPhrase.HTML_TAG, Hint.PAGE),
          phrase(KnownPhrase.CLIENT_LEFT_NGINX, Hint.CLIENT_LEFT),
          phrase(KnownPhrase.CLIENT_DISCONNECTED, Hint.CLIENT_LEFT),
          phrase(KnownPhrase.CLIENT_CLOSED_REQUEST, Hint.CLIENT_LEFT),
          phrase(KnownPhrase.PROVIDER_RETURNED_ERROR, Hint.RELAY_FAILED),
          phrase(KnownPhrase.UPSTREAM_ERROR, Hint.RELAY_FAILED),
          phrase(KnownPhrase.GATEWAY_TIMEOUT_PAGE, Hint.GATEWAY_TIMEOUT_STATUS),
          phrase(KnownPhrase.GATEWAY_TIME_OUT_PAGE, Hint.GATEWAY_TIMEOUT_STATUS),
          phrase(KnownPhrase.BAD_GATEWAY_PAGE, Hint.GATEWAY_STATUS),
          code("502", Hint.GATEWAY_STATUS),
          code("504", Hint.GATEWAY_TIMEOUT_STATUS),
          code("520", Hint.GATEWAY_UNSERVED),
          code("521", Hint.GATEWAY_UNSERVED),
          code("522", Hint.GATEWAY_WAITED),
          code("523", Hint.GATEWAY_UNSERVED),
          code("524", Hint.GATEWAY_WAITED),
          code("525", Hint.GATEWAY_UNSERVED),
          code("526", Hint.GATEWAY_UNSERVED),
          code("499", Hint.CLIENT_LEFT),
          code("FUNCTION_INVOCATION_TIMEOUT", Hint.GATEWAY_WAITED),
          code("EDGE_FUNCTION_INVOCATION_TIMEOUT", Hint.GATEWAY_WAITED),
          code("GatewayTimeout", Hint.GATEWAY_WAITED),
          code("UPSTREAM_REQUEST_TIMEOUT", Hint.GATEWAY_WAITED),
          code("upstream_response_timeout", Hint.GATEWAY_WAITED),
          code("H12", Hint.GATEWAY_WAITED),
          code("408", Hint.GATEWAY_TIMEOUT_STATUS),
          code("530", Hint.GATEWAY_UNSERVED),
          code("BadGateway", Hint.GATEWAY_UNSERVED),
          code("H13", Hint.GATEWAY_UNSERVED),
          code("H10", Hint.GATEWAY_UNSERVED));

  private static Fingerprint phrase(KnownPhrase phrase, Hint hint) {
    return Fingerprint.phrase(phrase, ClientFamily.INTERMEDIARY, hint);
  }

  private static Fingerprint code(String code, Hint hint) {
    return Fingerprint.code(code, ClientFamily.INTERMEDIARY, hint);
  }
}
