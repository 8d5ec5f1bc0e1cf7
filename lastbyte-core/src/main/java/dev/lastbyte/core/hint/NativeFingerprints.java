// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.KnownPhrase;
import java.util.List;

/** Go's net/http and its HTTP/2, gRPC and curl. */
final class NativeFingerprints {

  private NativeFingerprints() {}

  static final List<Fingerprint> ALL =
      List.of(
          phrase(KnownPhrase.GO_AWAITING_HEADERS, Hint.HEADERS_TIMER),
          phrase(KnownPhrase.GO_CLIENT_TIMEOUT, Hint.TOTAL_TIMER),
          phrase(KnownPhrase.CONTEXT_DEADLINE, Hint.TOTAL_TIMER),
          phrase(KnownPhrase.CONTEXT_CANCELED, Hint.ABORTED),
          phrase(KnownPhrase.IDLE_CONNECTION_CLOSED, Hint.STALE),
          phrase(KnownPhrase.SERVER_SENT_GOAWAY, Hint.GOING_AWAY),
          phrase(KnownPhrase.STREAM_ERROR_REFUSED, Hint.NOT_PROCESSED).proving(),
          phrase(KnownPhrase.RECEIVED_FROM_PEER, Hint.STREAM_RESET),
          phrase(KnownPhrase.UNEXPECTED_EOF, Hint.CONNECTION_LOST),
          phrase(KnownPhrase.NO_SUCH_HOST, Hint.NAME_NOT_FOUND),
          phrase(KnownPhrase.IO_TIMEOUT_DIALLING, Hint.DIAL_TIMEOUT),
          phrase(KnownPhrase.TLS_HANDSHAKE_TIMEOUT, Hint.HANDSHAKE),
          phrase(KnownPhrase.UNKNOWN_AUTHORITY, Hint.CERTIFICATE),
          phrase(KnownPhrase.CERTIFICATE_EXPIRED, Hint.CERTIFICATE),
          phrase(KnownPhrase.HTTP_TO_HTTPS, Hint.HANDSHAKE),
          phrase(KnownPhrase.MALFORMED_RESPONSE, Hint.NOT_HTTP),
          phrase(KnownPhrase.COULD_NOT_RESOLVE, Hint.NAME_NOT_FOUND),
          phrase(KnownPhrase.TRANSFER_CLOSED, Hint.CUT),
          phrase(KnownPhrase.EMPTY_REPLY, Hint.NO_ANSWER),
          phrase(KnownPhrase.NOT_CLOSED_CLEANLY, Hint.STREAM_RESET),
          phrase(KnownPhrase.SSL_CERTIFICATE_PROBLEM, Hint.CERTIFICATE),
          phrase(KnownPhrase.POST_EOF, Hint.NO_ANSWER),
          phrase(KnownPhrase.CLOSED_NETWORK_CONNECTION, Hint.CLOSED_HERE),
          phrase(KnownPhrase.GO_PING, Hint.PING_TIMER),
          phrase(KnownPhrase.GRPC_PING, Hint.PING_TIMER),
          phrase(KnownPhrase.TOO_MANY_PINGS, Hint.GOING_AWAY),
          phrase(KnownPhrase.GO_BODY_CLOSED, Hint.GIVEN_UP),
          phrase(KnownPhrase.GO_REQUEST_CANCELED, Hint.ABORTED),
          phrase(KnownPhrase.GO_TLS_RECORD, Hint.HANDSHAKE),
          phrase(KnownPhrase.GO_TLS_ALERT, Hint.HANDSHAKE),
          phrase(KnownPhrase.GO_VERIFY_CERTIFICATE, Hint.CERTIFICATE),
          phrase(KnownPhrase.GO_TOKEN_TOO_LONG, Hint.CLIENT_LIMIT),
          phrase(KnownPhrase.GO_READ_LIMIT, Hint.CLIENT_LIMIT),
          phrase(KnownPhrase.GO_RESPONSE_HEADERS, Hint.CLIENT_LIMIT),
          phrase(KnownPhrase.CURL_LARGE_HEADERS, Hint.CLIENT_LIMIT),
          phrase(KnownPhrase.GRPC_WATCHDOG, Hint.PING_TIMER),
          phrase(KnownPhrase.GO_LOOKUP, Hint.NAME_NOT_NOW),
          phrase(KnownPhrase.GRPC_EOF, Hint.PEER_CLOSED),
          phrase(KnownPhrase.GRPC_REFUSED, Hint.NOT_PROCESSED),
          phrase(KnownPhrase.GRPC_RST, Hint.STREAM_RESET),
          phrase(KnownPhrase.GRPC_CLOSING, Hint.CONNECTION_LOST),
          phrase(KnownPhrase.GRPC_ALL_ADDRESSES, Hint.DIAL_FAILED),
          phrase(KnownPhrase.FRAME_HEADER_EOF, Hint.PEER_CLOSED),
          phrase(KnownPhrase.BAD_HANDSHAKE, Hint.WRAPPED_UNANSWERED),
          phrase(KnownPhrase.IMMEDIATE_CONNECT_FAIL, Hint.SEVERAL),
          phrase(KnownPhrase.CURL_FAILED_TO_CONNECT, Hint.DIAL_FAILED),
          phrase(KnownPhrase.CURL_COULD_NOT_CONNECT, Hint.DIAL_FAILED),
          phrase(KnownPhrase.CURL_COULD_NOT_CONNECT_NEW, Hint.DIAL_FAILED),
          phrase(KnownPhrase.CURL_RECV, Hint.CONNECTION_LOST),
          phrase(KnownPhrase.CURL_SEND, Hint.SEND_BROKEN),
          phrase(KnownPhrase.CURL_OUTSTANDING, Hint.CUT),
          phrase(KnownPhrase.CURL_WEIRD, Hint.NOT_HTTP),
          phrase(KnownPhrase.CURL_HTTP09, Hint.NOT_HTTP),
          phrase(KnownPhrase.IO_TIMEOUT, Hint.SOME_TIMER),
          phrase(KnownPhrase.H2_STREAM_ERROR, Hint.STREAM_CANCELLED),
          phrase(KnownPhrase.DIAL_TCP, Hint.DIAL_FAILED),
          code("DEADLINE_EXCEEDED", Hint.SOME_TIMER),
          code("CANCELLED", Hint.ABORTED),
          code("REFUSED_STREAM", Hint.NOT_PROCESSED).proving(),
          code("CANCEL", Hint.STREAM_CANCELLED),
          code("ENHANCE_YOUR_CALM", Hint.STREAM_RESET));

  private static Fingerprint phrase(KnownPhrase phrase, Hint hint) {
    return Fingerprint.phrase(phrase, ClientFamily.NATIVE, hint);
  }

  private static Fingerprint code(String code, Hint hint) {
    return Fingerprint.code(code, ClientFamily.NATIVE, hint);
  }
}
