// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.KnownPhrase;
import java.util.List;

/**
 * HttpClient of .NET, its sockets and web sockets.
 *
 * <p>Sources: the resource strings of {@code dotnet/runtime} ({@code System.Net.Http}, {@code
 * System.Net.Primitives}).
 */
final class DotNetFingerprints {

  private DotNetFingerprints() {}

  static final List<Fingerprint> ALL =
      List.of(
          phrase(KnownPhrase.RESPONSE_ENDED_SHORT, Hint.CUT),
          phrase(KnownPhrase.RESPONSE_ENDED, Hint.PEER_CLOSED),
          phrase(KnownPhrase.HTTP_CLIENT_TIMEOUT, Hint.TOTAL_TIMER),
          phrase(KnownPhrase.ACTIVELY_REFUSED, Hint.DIAL_REFUSED),
          phrase(KnownPhrase.FORCIBLY_CLOSED, Hint.RESET),
          phrase(KnownPhrase.SSL_NOT_ESTABLISHED, Hint.HANDSHAKE),
          phrase(KnownPhrase.REMOTE_CERTIFICATE, Hint.CERTIFICATE),
          phrase(KnownPhrase.H2_SERVER_RESET, Hint.STREAM_RESET),
          phrase(KnownPhrase.H2_SERVER_CLOSED, Hint.GOING_AWAY),
          phrase(KnownPhrase.H2_PING_UNANSWERED, Hint.PING_TIMER),
          phrase(KnownPhrase.RESPONSE_HEADERS_LENGTH, Hint.CLIENT_LIMIT),
          phrase(KnownPhrase.WITHOUT_CLOSE_HANDSHAKE, Hint.PEER_CLOSED),
          phrase(KnownPhrase.DID_NOT_RESPOND, Hint.PATH_TIMEOUT),
          phrase(KnownPhrase.HOST_SOFTWARE, Hint.ENDED_HERE),
          phrase(KnownPhrase.TRANSPORT_CONNECTION, Hint.CONNECTION_LOST),
          phrase(KnownPhrase.COPYING_CONTENT, Hint.BODY_UNREADABLE),
          phrase(KnownPhrase.TASK_CANCELED, Hint.STOPPED),
          phrase(KnownPhrase.ONE_OR_MORE_ERRORS, Hint.SEVERAL),
          phrase(KnownPhrase.DOTNET_SENDING, Hint.WRAPPED_UNANSWERED),
          type("HttpRequestException", Hint.WRAPPED),
          type("HttpIOException", Hint.WRAPPED),
          type("TaskCanceledException", Hint.STOPPED),
          type("OperationCanceledException", Hint.STOPPED),
          type("AggregateException", Hint.SEVERAL),
          code("ResponseEnded", Hint.PEER_CLOSED),
          code("SecureConnectionError", Hint.HANDSHAKE),
          code("ConfigurationLimitExceeded", Hint.CLIENT_LIMIT));

  private static Fingerprint phrase(KnownPhrase phrase, Hint hint) {
    return Fingerprint.phrase(phrase, ClientFamily.DOTNET, hint);
  }

  private static Fingerprint type(String name, Hint hint) {
    return Fingerprint.type(name, ClientFamily.DOTNET, hint);
  }

  private static Fingerprint code(String code, Hint hint) {
    return Fingerprint.code(code, ClientFamily.DOTNET, hint);
  }
}
