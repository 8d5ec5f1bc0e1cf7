// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.KnownPhrase;
import java.util.List;

/**
 * h11, httpcore, httpx, aiohttp, urllib3, the standard library, and the SDKs on them. The innermost
 * of the three {@code RemoteProtocolError} is the same text again.
 */
final class PythonFingerprints {

  private PythonFingerprints() {}

  static final List<Fingerprint> ALL =
      List.of(
          phrase(KnownPhrase.INCOMPLETE_CHUNKED_READ, Hint.CUT),
          phrase(KnownPhrase.INCOMPLETE_MESSAGE_BODY, Hint.CUT),
          phrase(KnownPhrase.DISCONNECTED_WITHOUT_RESPONSE, Hint.NO_ANSWER),
          phrase(KnownPhrase.SERVER_DISCONNECTED, Hint.NO_ANSWER),
          phrase(KnownPhrase.PAYLOAD_NOT_COMPLETED, Hint.CUT),
          phrase(KnownPhrase.TRANSFER_LENGTH_UNMET, Hint.CUT),
          phrase(KnownPhrase.TIMEOUT_READING_SOCKET, Hint.READ_TIMER),
          phrase(KnownPhrase.INCOMPLETE_READ, Hint.CUT),
          phrase(KnownPhrase.CLOSED_WITHOUT_RESPONSE, Hint.NO_ANSWER),
          phrase(KnownPhrase.FAILED_TO_RESOLVE, Hint.NAME_NOT_FOUND),
          phrase(KnownPhrase.GETADDRINFO_FAILED, Hint.NAME_NOT_FOUND),
          phrase(KnownPhrase.NAME_NOT_KNOWN, Hint.NAME_NOT_FOUND),
          phrase(KnownPhrase.NODENAME_NOR_SERVNAME, Hint.NAME_NOT_FOUND),
          phrase(KnownPhrase.NAME_RESOLUTION_TEMPORARY, Hint.NAME_NOT_NOW),
          phrase(KnownPhrase.CERTIFICATE_VERIFY_FAILED, Hint.CERTIFICATE),
          phrase(KnownPhrase.WRONG_VERSION_NUMBER, Hint.HANDSHAKE),
          phrase(KnownPhrase.EXPECTING_VALUE, Hint.JSON_UNREADABLE),
          phrase(KnownPhrase.REQUEST_TIMED_OUT, Hint.SOME_TIMER),
          type("RemoteProtocolError", Hint.WRAPPED),
          type("ClientPayloadError", Hint.CUT),
          type("TransferEncodingError", Hint.CUT),
          type("ContentLengthError", Hint.CUT),
          type("ServerDisconnectedError", Hint.NO_ANSWER),
          type("RemoteDisconnected", Hint.NO_ANSWER),
          type("IncompleteRead", Hint.CUT),
          type("ReadTimeout", Hint.READ_TIMER),
          type("ReadTimeoutError", Hint.READ_TIMER),
          type("SocketTimeoutError", Hint.READ_TIMER),
          type("ConnectTimeout", Hint.DIAL_TIMEOUT),
          type("PoolTimeout", Hint.POOL_EXHAUSTED),
          type("NameResolutionError", Hint.NAME_NOT_FOUND),
          type("SSLCertVerificationError", Hint.CERTIFICATE),
          type("CancelledError", Hint.ABORTED),
          type("ReadError", Hint.CONNECTION_LOST),
          type("JSONDecodeError", Hint.JSON_UNREADABLE),
          type("APITimeoutError", Hint.SOME_TIMER),
          type("APIConnectionError", Hint.WRAPPED),
          type("MaxRetryError", Hint.WRAPPED_UNANSWERED),
          type("MidStreamFallbackError", Hint.WRAPPED_ANSWERED),
          type("RateLimitError", Hint.PROVIDER_RATE_LIMITED),
          type("InternalServerError", Hint.PROVIDER_SERVER_ERROR),
          type("AuthenticationError", Hint.PROVIDER_AUTH),
          type("PermissionDeniedError", Hint.PROVIDER_FORBIDDEN),
          type("NotFoundError", Hint.PROVIDER_NOT_FOUND),
          type("BadRequestError", Hint.PROVIDER_BAD_REQUEST),
          type("AsyncEngineDeadError", Hint.PROVIDER_SERVER_ERROR));

  private static Fingerprint phrase(KnownPhrase phrase, Hint hint) {
    return Fingerprint.phrase(phrase, ClientFamily.PYTHON, hint);
  }

  private static Fingerprint type(String name, Hint hint) {
    return Fingerprint.type(name, ClientFamily.PYTHON, hint);
  }
}
