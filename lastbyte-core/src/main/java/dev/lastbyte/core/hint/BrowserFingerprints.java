// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.KnownPhrase;
import java.util.List;

/**
 * Browsers: Chromium's {@code net::ERR_} codes, and what the fetch of each says.
 *
 * <p>Sources: {@code net/base/net_error_list.h} of Chromium; field reports for Firefox and Safari.
 */
final class BrowserFingerprints {

  private BrowserFingerprints() {}

  static final List<Fingerprint> ALL =
      List.of(
          phrase(KnownPhrase.INPUT_STREAM_ERROR, Hint.BODY_UNREADABLE),
          phrase(KnownPhrase.BODY_STREAM_ERROR, Hint.BODY_UNREADABLE),
          phrase(KnownPhrase.NETWORK_CONNECTION_LOST, Hint.CONNECTION_LOST),
          phrase(KnownPhrase.FETCH_RESOURCE, Hint.WRAPPED_UNANSWERED),
          phrase(KnownPhrase.FAILED_TO_FETCH, Hint.WRAPPED_UNANSWERED),
          phrase(KnownPhrase.NETWORK_ERROR, Hint.WRAPPED),
          phrase(KnownPhrase.LOAD_FAILED, Hint.WRAPPED),
          code("ERR_INTERNET_DISCONNECTED", Hint.OFFLINE),
          code("ERR_NETWORK_CHANGED", Hint.OFFLINE),
          code("ERR_NAME_NOT_RESOLVED", Hint.NAME_NOT_FOUND),
          code("ERR_CONNECTION_RESET", Hint.RESET),
          code("ERR_CONNECTION_REFUSED", Hint.DIAL_REFUSED),
          code("ERR_EMPTY_RESPONSE", Hint.NO_ANSWER),
          code("ERR_CONNECTION_CLOSED", Hint.CONNECTION_LOST),
          code("ERR_CONNECTION_ABORTED", Hint.CONNECTION_LOST),
          code("ERR_CONNECTION_TIMED_OUT", Hint.DIAL_TIMEOUT),
          code("ERR_TIMED_OUT", Hint.SOME_TIMER),
          code("ERR_CONNECTION_FAILED", Hint.DIAL_FAILED),
          code("ERR_ADDRESS_UNREACHABLE", Hint.UNREACHABLE),
          code("ERR_PROXY_CONNECTION_FAILED", Hint.PROXY_REFUSED),
          code("ERR_TUNNEL_CONNECTION_FAILED", Hint.PROXY_REFUSED),
          code("ERR_CONTENT_LENGTH_MISMATCH", Hint.CUT),
          code("ERR_INCOMPLETE_CHUNKED_ENCODING", Hint.CUT),
          code("ERR_CONTENT_DECODING_FAILED", Hint.UNDECODABLE),
          code("ERR_HTTP2_PING_FAILED", Hint.PING_TIMER),
          code("ERR_HTTP2_SERVER_REFUSED_STREAM", Hint.NOT_PROCESSED),
          code("ERR_HTTP2_PROTOCOL_ERROR", Hint.STREAM_CANCELLED),
          code("ERR_QUIC_PROTOCOL_ERROR", Hint.STREAM_CANCELLED),
          code("ERR_NETWORK_IO_SUSPENDED", Hint.HOST_SLEPT),
          code("ERR_CERT_AUTHORITY_INVALID", Hint.CERTIFICATE),
          code("ERR_CERT_DATE_INVALID", Hint.CERTIFICATE),
          code("ERR_CERT_COMMON_NAME_INVALID", Hint.CERTIFICATE),
          code("ERR_SSL_PROTOCOL_ERROR", Hint.HANDSHAKE),
          code("ERR_ABORTED", Hint.ABORTED),
          code("ERR_FAILED", Hint.WRAPPED));

  private static Fingerprint phrase(KnownPhrase phrase, Hint hint) {
    return Fingerprint.phrase(phrase, ClientFamily.BROWSER, hint);
  }

  private static Fingerprint code(String code, Hint hint) {
    return Fingerprint.code(code, ClientFamily.BROWSER, hint);
  }
}
