// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.KnownPhrase;
import java.util.List;

/**
 * JDK HttpClient, OkHttp, Reactor Netty, Apache HttpClient 5, the AWS SDK, the SDKs and frameworks
 * on them. Measured on loopback against 77 wire faults.
 */
final class JvmFingerprints {

  private JvmFingerprints() {}

  static final List<Fingerprint> ALL =
      List.of(
          phrase(KnownPhrase.HEADER_PARSER_GOT_NOTHING, Hint.NO_ANSWER),
          phrase(KnownPhrase.UNEXPECTED_END_OF_STREAM_ON, Hint.NO_ANSWER),
          phrase(KnownPhrase.UNEXPECTED_END_OF_STREAM, Hint.CUT),
          phrase(KnownPhrase.CHUNK_READING_LENGTH, Hint.BODY_UNREADABLE),
          phrase(KnownPhrase.CHUNK_READING_DATA, Hint.CUT),
          phrase(KnownPhrase.FIXED_LENGTH_SHORT, Hint.CUT),
          phrase(KnownPhrase.EOF_WHILE_READING, Hint.PEER_CLOSED),
          phrase(KnownPhrase.NOT_PROCESSED_BY_PEER, Hint.NOT_PROCESSED).proving(),
          phrase(KnownPhrase.RST_STREAM_CANCELLED, Hint.STREAM_CANCELLED),
          phrase(KnownPhrase.RST_STREAM_RECEIVED, Hint.STREAM_RESET),
          phrase(KnownPhrase.GOAWAY_RECEIVED, Hint.GOING_AWAY),
          phrase(KnownPhrase.SUBSCRIPTION_CANCELLED, Hint.GIVEN_UP),
          phrase(KnownPhrase.RESET_REFUSED_STREAM, Hint.NOT_PROCESSED).proving(),
          phrase(KnownPhrase.RESET_CANCEL, Hint.STREAM_CANCELLED),
          phrase(KnownPhrase.STREAM_WAS_RESET, Hint.STREAM_RESET),
          phrase(KnownPhrase.CLOSED_BEFORE_RESPONSE, Hint.NO_ANSWER),
          phrase(KnownPhrase.CLOSED_DURING_RESPONSE, Hint.CUT),
          phrase(KnownPhrase.FAILED_TO_RESPOND, Hint.NO_ANSWER),
          phrase(KnownPhrase.PREMATURE_END_OF_CHUNKED_BODY, Hint.CUT),
          phrase(KnownPhrase.PREMATURE_END_OF_LENGTH_BODY, Hint.CUT),
          phrase(KnownPhrase.STREAM_RESET_BY_NUMBER, Hint.STREAM_CANCELLED),
          phrase(KnownPhrase.CLOSED_DURING_THE_REQUEST, Hint.NO_ANSWER),
          phrase(KnownPhrase.ACQUIRE_TOOK_TOO_LONG, Hint.POOL_EXHAUSTED),
          phrase(KnownPhrase.POOL_ACQUIRE_PENDING, Hint.POOL_EXHAUSTED),
          phrase(KnownPhrase.WAITING_FROM_POOL, Hint.POOL_EXHAUSTED),
          phrase(KnownPhrase.READ_TIMED_OUT, Hint.READ_TIMER),
          phrase(KnownPhrase.CONNECT_TIMED_OUT, Hint.DIAL_TIMEOUT),
          phrase(KnownPhrase.PKIX_PATH, Hint.CERTIFICATE),
          phrase(KnownPhrase.NO_SUBJECT_ALTERNATIVE, Hint.CERTIFICATE),
          phrase(KnownPhrase.HANDSHAKE_ENDED, Hint.HANDSHAKE),
          phrase(KnownPhrase.HANDSHAKE_FAILURE, Hint.HANDSHAKE),
          phrase(KnownPhrase.UNEXPECTED_LESS_THAN, Hint.WEB_PAGE),
          phrase(KnownPhrase.SOCKET_CLOSED, Hint.CLOSED_HERE),
          phrase(KnownPhrase.STREAM_FAILED, Hint.WRAPPED_ANSWERED),
          phrase(KnownPhrase.REQUEST_FAILED, Hint.WRAPPED),
          phrase(KnownPhrase.UNEXPECTED_FILE_END, Hint.NO_ANSWER),
          phrase(KnownPhrase.PARSING_HEADER, Hint.CONNECTION_LOST),
          phrase(KnownPhrase.NEWLINE_NOT_FOUND, Hint.CONNECTION_LOST),
          phrase(KnownPhrase.PREMATURE_EOF, Hint.CUT),
          phrase(KnownPhrase.BOGUS_CHUNK, Hint.NOT_HTTP),
          phrase(KnownPhrase.ILLEGAL_CHUNK, Hint.NOT_HTTP),
          phrase(KnownPhrase.LEADING_HEX, Hint.NOT_HTTP),
          phrase(KnownPhrase.TLS_CLOSED_IN_HANDSHAKE, Hint.HANDSHAKE),
          phrase(KnownPhrase.HANDSHAKE_TIMED_OUT, Hint.HANDSHAKE),
          phrase(KnownPhrase.INBOUND_WITHOUT_NOTIFY, Hint.PEER_CLOSED),
          phrase(KnownPhrase.ACQUIRE_QUEUE_FULL, Hint.POOL_EXHAUSTED),
          phrase(KnownPhrase.BUFFER_LIMIT, Hint.CLIENT_LIMIT),
          phrase(KnownPhrase.LARGE_HEADER_LINE, Hint.CLIENT_LIMIT),
          phrase(KnownPhrase.LARGE_HEADER, Hint.CLIENT_LIMIT),
          phrase(KnownPhrase.MAXIMUM_LINE_LENGTH, Hint.CLIENT_LIMIT),
          phrase(KnownPhrase.KEEPALIVE_FAILED, Hint.PING_TIMER),
          phrase(KnownPhrase.NO_PONG_IN_TIME, Hint.PING_TIMER),
          phrase(KnownPhrase.REACTOR_TIMEOUT, Hint.READ_TIMER),
          phrase(KnownPhrase.EXECUTION_TIMEOUT, Hint.TOTAL_TIMER),
          phrase(KnownPhrase.OKHTTP_PING, Hint.PING_TIMER),
          phrase(KnownPhrase.SUPPRESSED, Hint.SEVERAL),
          phrase(KnownPhrase.UNABLE_TO_EXECUTE, Hint.WRAPPED_UNANSWERED),
          type("StreamResetException", Hint.WRAPPED),
          type("ConnectionShutdownException", Hint.GOING_AWAY),
          type("NoHttpResponseException", Hint.NO_ANSWER),
          type("ConnectionClosedException", Hint.CONNECTION_LOST),
          type("TruncatedChunkException", Hint.CUT),
          type("PrematureCloseException", Hint.CONNECTION_LOST),
          type("InterruptedIOException", Hint.TOTAL_TIMER),
          type("ReadTimeoutException", Hint.READ_TIMER),
          type("SocketTimeoutException", Hint.SOME_TIMER),
          type("HttpTimeoutException", Hint.SOME_TIMER),
          type("HttpConnectTimeoutException", Hint.DIAL_TIMEOUT),
          type("ConnectTimeoutException", Hint.DIAL_TIMEOUT),
          type("ConnectionRequestTimeoutException", Hint.POOL_EXHAUSTED),
          type("PoolAcquireTimeoutException", Hint.POOL_EXHAUSTED),
          type("CallNotPermittedException", Hint.BREAKER_OPEN),
          type("UnknownHostException", Hint.NAME_NOT_FOUND),
          type("UnresolvedAddressException", Hint.NAME_NOT_FOUND),
          type("NoRouteToHostException", Hint.UNREACHABLE),
          type("CertificateException", Hint.CERTIFICATE),
          type("SSLPeerUnverifiedException", Hint.CERTIFICATE),
          type("SSLHandshakeException", Hint.HANDSHAKE),
          type("CancellationException", Hint.ABORTED),
          type("FutureCancelledException", Hint.ABORTED),
          type("AsyncRequestNotUsableException", Hint.ABORTED),
          type("SseException", Hint.PROVIDER_IN_STREAM),
          type("RateLimitException", Hint.PROVIDER_RATE_LIMITED),
          type("ThrottlingException", Hint.PROVIDER_RATE_LIMITED),
          type("ModelStreamErrorException", Hint.PROVIDER_IN_STREAM),
          type("InternalServerException", Hint.PROVIDER_SERVER_ERROR),
          type("ServiceUnavailableException", Hint.PROVIDER_OVERLOADED),
          type("WebClientRequestException", Hint.WRAPPED_UNANSWERED),
          type("ResourceAccessException", Hint.WRAPPED_UNANSWERED),
          type("OpenAIIoException", Hint.WRAPPED),
          type("AnthropicIoException", Hint.WRAPPED),
          type("SdkClientException", Hint.WRAPPED),
          type("DataBufferLimitException", Hint.CLIENT_LIMIT),
          type("TooLongFrameException", Hint.CLIENT_LIMIT),
          type("TooLongHttpLineException", Hint.CLIENT_LIMIT),
          type("TooLongHttpHeaderException", Hint.CLIENT_LIMIT),
          type("MessageConstraintException", Hint.CLIENT_LIMIT),
          type("TooLongHttpContentException", Hint.CLIENT_LIMIT),
          type("TimeoutException", Hint.SOME_TIMER),
          type("ClosedChannelException", Hint.CONNECTION_LOST),
          type("EOFException", Hint.CONNECTION_LOST),
          type("PoolAcquirePendingLimitException", Hint.POOL_EXHAUSTED),
          type("ConnectException", Hint.DIAL_FAILED),
          type("HttpHostConnectException", Hint.DIAL_FAILED),
          type("GenAiIOException", Hint.WRAPPED),
          type("WebClientResponseException", Hint.WRAPPED));

  private static Fingerprint phrase(KnownPhrase phrase, Hint hint) {
    return Fingerprint.phrase(phrase, ClientFamily.JVM, hint);
  }

  private static Fingerprint type(String name, Hint hint) {
    return Fingerprint.type(name, ClientFamily.JVM, hint);
  }
}
