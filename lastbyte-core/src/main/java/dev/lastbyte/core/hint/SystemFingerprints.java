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
          phrase(KnownPhrase.SENT_PING_TIMEOUT, Hint.PING_TIMER),
          phrase(KnownPhrase.RECEIVED_PING_TIMEOUT, Hint.PEER_PING_TIMER),
          phrase(KnownPhrase.SENT_OK, Hint.GIVEN_UP),
          phrase(KnownPhrase.RECEIVED_OK, Hint.CLOSED_AS_DONE),
          phrase(KnownPhrase.SENT_GOING_AWAY, Hint.GIVEN_UP),
          phrase(KnownPhrase.RECEIVED_GOING_AWAY, Hint.RESTARTING),
          phrase(KnownPhrase.SENT_PROTOCOL_ERROR, Hint.NOT_HTTP),
          phrase(KnownPhrase.RECEIVED_PROTOCOL_ERROR, Hint.CLOSED_BY_POLICY),
          phrase(KnownPhrase.SENT_UNSUPPORTED, Hint.NOT_HTTP),
          phrase(KnownPhrase.RECEIVED_UNSUPPORTED, Hint.CLOSED_BY_POLICY),
          phrase(KnownPhrase.SENT_INVALID_PAYLOAD, Hint.NOT_HTTP),
          phrase(KnownPhrase.RECEIVED_INVALID_PAYLOAD, Hint.CLOSED_BY_POLICY),
          phrase(KnownPhrase.SENT_POLICY, Hint.GIVEN_UP),
          phrase(KnownPhrase.RECEIVED_POLICY, Hint.CLOSED_BY_POLICY),
          phrase(KnownPhrase.SENT_TOO_BIG, Hint.CLIENT_LIMIT),
          phrase(KnownPhrase.RECEIVED_TOO_BIG, Hint.PROVIDER_TOO_LARGE),
          phrase(KnownPhrase.SENT_INTERNAL, Hint.GIVEN_UP),
          phrase(KnownPhrase.RECEIVED_INTERNAL, Hint.PROVIDER_SERVER_ERROR),
          phrase(KnownPhrase.RECEIVED_RESTART, Hint.RESTARTING),
          phrase(KnownPhrase.RECEIVED_TRY_AGAIN, Hint.PROVIDER_OVERLOADED),
          phrase(KnownPhrase.RECEIVED_BAD_GATEWAY, Hint.GATEWAY_STATUS),
          phrase(KnownPhrase.NO_FRAME_EITHER_WAY, Hint.PEER_CLOSED),
          phrase(KnownPhrase.OPEN_FILES, Hint.HOST_RESOURCES),
          phrase(KnownPhrase.CANNOT_ASSIGN_ADDRESS, Hint.HOST_RESOURCES),
          phrase(KnownPhrase.OPERATION_NOT_PERMITTED, Hint.UNREACHABLE),
          phrase(KnownPhrase.SOFTWARE_ABORT, Hint.ENDED_HERE),
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
          code("1012", Hint.RESTARTING),
          code("1013", Hint.PROVIDER_OVERLOADED),
          code("EMFILE", Hint.HOST_RESOURCES),
          code("ENFILE", Hint.HOST_RESOURCES),
          code("ENOBUFS", Hint.HOST_RESOURCES),
          code("EADDRNOTAVAIL", Hint.HOST_RESOURCES),
          code("errno:111", Hint.DIAL_REFUSED),
          code("errno:61", Hint.DIAL_REFUSED),
          code("errno:10061", Hint.DIAL_REFUSED),
          code("WSAECONNREFUSED", Hint.DIAL_REFUSED),
          code("errno:104", Hint.RESET),
          code("errno:54", Hint.RESET),
          code("errno:10054", Hint.RESET),
          code("WSAECONNRESET", Hint.RESET),
          code("errno:110", Hint.PATH_TIMEOUT),
          code("errno:60", Hint.PATH_TIMEOUT),
          code("errno:10060", Hint.PATH_TIMEOUT),
          code("WSAETIMEDOUT", Hint.PATH_TIMEOUT),
          code("errno:113", Hint.UNREACHABLE),
          code("errno:65", Hint.UNREACHABLE),
          code("errno:101", Hint.UNREACHABLE),
          code("errno:51", Hint.UNREACHABLE),
          code("errno:10051", Hint.UNREACHABLE),
          code("errno:10065", Hint.UNREACHABLE),
          code("errno:32", Hint.SEND_BROKEN),
          code("errno:10053", Hint.ENDED_HERE),
          code("errno:53", Hint.ENDED_HERE),
          code("errno:103", Hint.ENDED_HERE),
          code("WSAECONNABORTED", Hint.ENDED_HERE),
          code("errno:-2", Hint.NAME_NOT_FOUND),
          code("errno:8", Hint.NAME_NOT_FOUND),
          code("errno:11001", Hint.NAME_NOT_FOUND),
          code("ENODATA", Hint.NAME_NOT_FOUND),
          code("errno:-3", Hint.NAME_NOT_NOW),
          code("errno:11002", Hint.NAME_NOT_NOW),
          code("EAI_FAIL", Hint.NAME_NOT_NOW),
          code("1008", Hint.CLOSED_BY_POLICY),
          code("1009", Hint.PROVIDER_TOO_LARGE),
          code("1002", Hint.NOT_HTTP),
          code("1007", Hint.NOT_HTTP),
          code("1000", Hint.CLOSED_AS_DONE));

  private static Fingerprint phrase(KnownPhrase phrase, Hint hint) {
    return Fingerprint.phrase(phrase, ClientFamily.SYSTEM, hint);
  }

  private static Fingerprint code(String code, Hint hint) {
    return Fingerprint.code(code, ClientFamily.SYSTEM, hint);
  }
}
