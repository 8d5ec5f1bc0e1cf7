// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.KnownPhrase;
import java.util.List;

/**
 * undici, Node, Bun, browsers, and the SDKs and agents on them. Of undici, the words before and
 * after the headers differ: {@code fetch failed}, {@code terminated}.
 */
final class JavaScriptFingerprints {

  private JavaScriptFingerprints() {}

  static final List<Fingerprint> ALL =
      List.of(
          phrase(KnownPhrase.OTHER_SIDE_CLOSED, Hint.PEER_CLOSED),
          phrase(KnownPhrase.HEADERS_TIMEOUT_ERROR, Hint.HEADERS_TIMER),
          phrase(KnownPhrase.BODY_TIMEOUT_ERROR, Hint.IDLE_TIMER),
          phrase(KnownPhrase.CONNECT_TIMEOUT_ERROR, Hint.DIAL_TIMEOUT),
          phrase(KnownPhrase.SOCKET_HANG_UP, Hint.NO_ANSWER),
          phrase(KnownPhrase.PREMATURE_CLOSE, Hint.CUT),
          phrase(KnownPhrase.CLOSED_MID_RESPONSE, Hint.CUT),
          phrase(KnownPhrase.SSE_READ_TIMED_OUT, Hint.IDLE_TIMER),
          phrase(KnownPhrase.STREAM_IDLE_TIMEOUT, Hint.IDLE_TIMER),
          phrase(KnownPhrase.ABORTED_DUE_TO_TIMEOUT, Hint.TOTAL_TIMER),
          phrase(KnownPhrase.OPERATION_ABORTED, Hint.ABORTED),
          phrase(KnownPhrase.REQUEST_WAS_ABORTED, Hint.ABORTED),
          phrase(KnownPhrase.UNEXPECTED_TOKEN_LESS_THAN, Hint.WEB_PAGE),
          phrase(KnownPhrase.UNEXPECTED_TOKEN_BARE_LESS_THAN, Hint.WEB_PAGE),
          phrase(KnownPhrase.INCOMPLETE_JSON_SEGMENT, Hint.BODY_UNREADABLE),
          phrase(KnownPhrase.UNEXPECTED_END_OF_JSON, Hint.JSON_UNREADABLE),
          phrase(KnownPhrase.ENDED_WITHOUT_CHUNKS, Hint.EMPTY_ANSWER),
          phrase(KnownPhrase.ENDED_WITHOUT_MESSAGE, Hint.EMPTY_ANSWER),
          phrase(KnownPhrase.ENDED_WITHOUT_FINISH, Hint.NO_FINISH),
          phrase(KnownPhrase.MISSING_FINISH, Hint.NO_FINISH),
          phrase(KnownPhrase.MISSING_FINISH_OF_CHOICE, Hint.NO_FINISH),
          phrase(KnownPhrase.CLOSED_BEFORE_FINISH, Hint.NO_FINISH),
          phrase(KnownPhrase.EMPTY_RESPONSE_TEXT, Hint.EMPTY_ANSWER),
          phrase(KnownPhrase.NO_ASSISTANT_MESSAGES, Hint.EMPTY_ANSWER),
          phrase(KnownPhrase.SELF_SIGNED_CERTIFICATE, Hint.CERTIFICATE),
          phrase(KnownPhrase.SELF_SIGNED_CERTIFICATE_OLD, Hint.CERTIFICATE),
          phrase(KnownPhrase.LOCAL_ISSUER_CERTIFICATE, Hint.CERTIFICATE),
          phrase(KnownPhrase.TUNNEL_NOT_ESTABLISHED, Hint.PROXY_REFUSED),
          phrase(KnownPhrase.SOCKET_CLOSED_UNEXPECTEDLY, Hint.CONNECTION_LOST),
          phrase(KnownPhrase.TERMINATED, Hint.WRAPPED_ANSWERED),
          phrase(KnownPhrase.FETCH_FAILED, Hint.WRAPPED_UNANSWERED),
          phrase(KnownPhrase.PROCESS_SUCCESSFUL_RESPONSE, Hint.WRAPPED_ANSWERED),
          phrase(KnownPhrase.FAILED_TO_PIPE, Hint.WRAPPED),
          phrase(KnownPhrase.TOOL_EXECUTION_ABORTED, Hint.TOOL_STOPPED),
          phrase(KnownPhrase.NO_OUTPUT_GENERATED, Hint.WRAPPED_ANSWERED),
          type("HeadersTimeoutError", Hint.HEADERS_TIMER),
          type("BodyTimeoutError", Hint.IDLE_TIMER),
          type("ConnectTimeoutError", Hint.DIAL_TIMEOUT),
          type("SocketError", Hint.CONNECTION_LOST),
          type("AbortError", Hint.ABORTED),
          type("APIUserAbortError", Hint.ABORTED),
          type("TimeoutError", Hint.SOME_TIMER),
          type("APIConnectionTimeoutError", Hint.SOME_TIMER),
          type("EmptyStreamError", Hint.EMPTY_ANSWER),
          type("AI_APICallError", Hint.WRAPPED),
          type("AI_NoOutputGeneratedError", Hint.WRAPPED_ANSWERED),
          type("AI_InvalidToolInputError", Hint.TOOL_ARGUMENTS),
          type("AI_InvalidToolArgumentsError", Hint.TOOL_ARGUMENTS),
          code("UND_ERR_HEADERS_TIMEOUT", Hint.HEADERS_TIMER),
          code("UND_ERR_BODY_TIMEOUT", Hint.IDLE_TIMER),
          code("UND_ERR_CONNECT_TIMEOUT", Hint.DIAL_TIMEOUT),
          code("UND_ERR_SOCKET", Hint.CONNECTION_LOST),
          code("UND_ERR_ABORTED", Hint.ABORTED),
          code("UND_ERR_INFO", Hint.WRAPPED),
          code("ABORT_ERR", Hint.ABORTED),
          code("ERR_STREAM_PREMATURE_CLOSE", Hint.CUT),
          code("ERR_HTTP2_STREAM_ERROR", Hint.STREAM_CANCELLED),
          code("ERR_HTTP2_PROTOCOL_ERROR", Hint.STREAM_CANCELLED),
          code("ERR_INCOMPLETE_CHUNKED_ENCODING", Hint.CUT),
          code("ERR_INTERNET_DISCONNECTED", Hint.OFFLINE),
          code("ERR_NETWORK_CHANGED", Hint.OFFLINE),
          code("ERR_NAME_NOT_RESOLVED", Hint.NAME_NOT_FOUND),
          code("ERR_CONNECTION_RESET", Hint.RESET),
          code("ERR_CONNECTION_REFUSED", Hint.DIAL_REFUSED),
          code("ERR_TLS_CERT_ALTNAME_INVALID", Hint.CERTIFICATE),
          code("SELF_SIGNED_CERT_IN_CHAIN", Hint.CERTIFICATE),
          code("DEPTH_ZERO_SELF_SIGNED_CERT", Hint.CERTIFICATE),
          code("UNABLE_TO_VERIFY_LEAF_SIGNATURE", Hint.CERTIFICATE),
          code("UNABLE_TO_GET_ISSUER_CERT_LOCALLY", Hint.CERTIFICATE),
          code("CERT_HAS_EXPIRED", Hint.CERTIFICATE),
          code("HPE_INVALID_CONSTANT", Hint.NOT_HTTP),
          code("HPE_INVALID_CHUNK_SIZE", Hint.NOT_HTTP),
          code("ConnectionRefused", Hint.DIAL_REFUSED),
          code("ConnectionClosed", Hint.CONNECTION_LOST),
          code("FailedToOpenSocket", Hint.WRAPPED_UNANSWERED));

  private static Fingerprint phrase(KnownPhrase phrase, Hint hint) {
    return Fingerprint.phrase(phrase, ClientFamily.JAVASCRIPT, hint);
  }

  private static Fingerprint type(String name, Hint hint) {
    return Fingerprint.type(name, ClientFamily.JAVASCRIPT, hint);
  }

  private static Fingerprint code(String code, Hint hint) {
    return Fingerprint.code(code, ClientFamily.JAVASCRIPT, hint);
  }
}
