// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.KnownPhrase;
import java.util.List;

/**
 * reqwest, hyper, rustls, serde, and Codex on them. Codex puts one prefix before five causes; what
 * follows it decides.
 */
final class RustFingerprints {

  private RustFingerprints() {}

  static final List<Fingerprint> ALL =
      List.of(
          phrase(KnownPhrase.SSE_IDLE_TIMEOUT, Hint.IDLE_TIMER),
          phrase(KnownPhrase.WEBSOCKET_IDLE_TIMEOUT, Hint.IDLE_TIMER),
          phrase(KnownPhrase.WEBSOCKET_CLOSED, Hint.PEER_CLOSED),
          phrase(KnownPhrase.CLOSED_BEFORE_COMPLETED, Hint.NO_FINISH),
          phrase(KnownPhrase.CLOSED_BEFORE_MESSAGE_COMPLETED, Hint.NO_ANSWER),
          phrase(KnownPhrase.CONNECTION_NOT_READY, Hint.STALE),
          phrase(KnownPhrase.NO_CLOSE_NOTIFY, Hint.PEER_CLOSED),
          phrase(KnownPhrase.UNEXPECTED_EOF_IN_CHUNK, Hint.CUT),
          phrase(KnownPhrase.BODY_ENDED_BEFORE_LENGTH, Hint.CUT),
          phrase(KnownPhrase.ERROR_READING_BODY, Hint.BODY_UNREADABLE),
          phrase(KnownPhrase.DNS_ERROR, Hint.NAME_NOT_FOUND),
          phrase(KnownPhrase.TCP_CONNECT_ERROR, Hint.DIAL_FAILED),
          phrase(KnownPhrase.INVALID_PEER_CERTIFICATE, Hint.CERTIFICATE),
          phrase(KnownPhrase.TOOL_PARAMETERS_UNREADABLE, Hint.TOOL_ARGUMENTS),
          phrase(KnownPhrase.UNKNOWN_VARIANT, Hint.UNKNOWN_EVENT),
          phrase(KnownPhrase.EOF_WHILE_PARSING, Hint.JSON_UNREADABLE),
          phrase(KnownPhrase.DECODING_BODY, Hint.BODY_UNREADABLE),
          phrase(KnownPhrase.OPERATION_TIMED_OUT, Hint.SOME_TIMER),
          phrase(KnownPhrase.ERROR_SENDING_REQUEST, Hint.WRAPPED_UNANSWERED),
          phrase(KnownPhrase.STREAM_DISCONNECTED, Hint.WRAPPED),
          phrase(KnownPhrase.H2_REFUSED_PROSE, Hint.NOT_PROCESSED),
          phrase(KnownPhrase.H2_STREAM_RECEIVED, Hint.STREAM_RESET),
          phrase(KnownPhrase.H2_CONNECTION_RECEIVED, Hint.GOING_AWAY),
          phrase(KnownPhrase.KEEP_ALIVE_TIMED_OUT, Hint.PING_TIMER),
          phrase(KnownPhrase.TLS_HANDSHAKE_EOF, Hint.HANDSHAKE),
          phrase(KnownPhrase.FATAL_ALERT, Hint.HANDSHAKE),
          phrase(KnownPhrase.LOOKUP_ADDRESS, Hint.NAME_NOT_FOUND),
          phrase(KnownPhrase.WITHOUT_CLOSING_HANDSHAKE, Hint.PEER_CLOSED),
          phrase(KnownPhrase.CLOSED_NORMALLY, Hint.CLOSED_AS_DONE),
          phrase(KnownPhrase.MESSAGE_TOO_LONG, Hint.CLIENT_LIMIT),
          phrase(KnownPhrase.MAX_LINE_LENGTH, Hint.CLIENT_LIMIT),
          phrase(KnownPhrase.HEAD_TOO_LARGE, Hint.CLIENT_LIMIT),
          phrase(KnownPhrase.UNEXPECTED_END_OF_FILE, Hint.CONNECTION_LOST),
          phrase(KnownPhrase.DEADLINE_ELAPSED, Hint.SOME_TIMER),
          phrase(KnownPhrase.OPERATION_CANCELED, Hint.STOPPED),
          phrase(KnownPhrase.BODY_ERROR, Hint.BODY_UNREADABLE),
          phrase(KnownPhrase.RUST_TRYING_TO_CONNECT, Hint.DIAL_FAILED),
          phrase(KnownPhrase.CLIENT_ERROR_CONNECT, Hint.DIAL_FAILED),
          phrase(KnownPhrase.CLIENT_ERROR_SEND, Hint.WRAPPED_UNANSWERED),
          phrase(KnownPhrase.HTTP2_ERROR, Hint.STREAM_CANCELLED),
          type("IncompleteMessage", Hint.NO_ANSWER),
          type("UnexpectedEof", Hint.CONNECTION_LOST),
          type("ConnectionReset", Hint.RESET));

  private static Fingerprint phrase(KnownPhrase phrase, Hint hint) {
    return Fingerprint.phrase(phrase, ClientFamily.RUST, hint);
  }

  private static Fingerprint type(String name, Hint hint) {
    return Fingerprint.type(name, ClientFamily.RUST, hint);
  }
}
