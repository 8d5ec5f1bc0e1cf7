// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

import java.util.Locale;

/**
 * Messages that are known to come from a program, not from a person. What they mean is no matter of
 * this list. Where a message holds several, the first in the order of this list says the most.
 */
public enum KnownPhrase implements Coded {
  // Java: JDK HttpClient, OkHttp, Reactor Netty, Apache HttpClient 5, the AWS SDK (measured).
  HEADER_PARSER_GOT_NOTHING("header parser received no bytes"),
  UNEXPECTED_END_OF_STREAM_ON("unexpected end of stream on"),
  UNEXPECTED_END_OF_STREAM("unexpected end of stream"),
  CHUNK_READING_LENGTH("chunked transfer encoding, state: reading_length"),
  CHUNK_READING_DATA("chunked transfer encoding, state: reading_data"),
  FIXED_LENGTH_SHORT("fixed content-length"),
  EOF_WHILE_READING("eof reached while reading"),
  NOT_PROCESSED_BY_PEER("request not processed by peer"),
  RST_STREAM_CANCELLED("received rst_stream: stream cancelled"),
  RST_STREAM_RECEIVED("received rst_stream"),
  GOAWAY_RECEIVED("goaway received"),
  SUBSCRIPTION_CANCELLED("subscription cancelled"),
  RESET_REFUSED_STREAM("stream was reset: refused_stream"),
  RESET_CANCEL("stream was reset: cancel"),
  STREAM_WAS_RESET("stream was reset"),
  CLOSED_BEFORE_RESPONSE("connection prematurely closed before response"),
  CLOSED_DURING_RESPONSE("connection prematurely closed during response"),
  FAILED_TO_RESPOND("failed to respond"),
  PREMATURE_END_OF_CHUNKED_BODY("premature end of chunk coded message body"),
  PREMATURE_END_OF_LENGTH_BODY("premature end of content-length delimited message body"),
  STREAM_RESET_BY_NUMBER("stream reset ("),
  CLOSED_DURING_THE_REQUEST("the connection was closed during the request"),
  ACQUIRE_TOOK_TOO_LONG("acquire operation took longer than"),
  POOL_ACQUIRE_PENDING("pool#acquire"),
  WAITING_FROM_POOL("timeout waiting for connection from pool"),
  PKIX_PATH("pkix path building failed"),
  NO_SUBJECT_ALTERNATIVE("no subject alternative"),
  HANDSHAKE_ENDED("remote host terminated the handshake"),
  HANDSHAKE_FAILURE("handshake_failure"),
  UNEXPECTED_LESS_THAN("unexpected character ('<'"),

  // JavaScript: undici, Node, Bun, the SDKs and agents on them.
  OTHER_SIDE_CLOSED("other side closed"),
  HEADERS_TIMEOUT_ERROR("headers timeout error"),
  BODY_TIMEOUT_ERROR("body timeout error"),
  CONNECT_TIMEOUT_ERROR("connect timeout error"),
  SOCKET_HANG_UP("socket hang up"),
  PREMATURE_CLOSE("premature close"),
  CLOSED_MID_RESPONSE("connection closed mid-response"),
  SSE_READ_TIMED_OUT("sse read timed out"),
  STREAM_IDLE_TIMEOUT("stream idle timeout"),
  ABORTED_DUE_TO_TIMEOUT("aborted due to timeout"),
  OPERATION_ABORTED("operation was aborted"),
  REQUEST_WAS_ABORTED("request was aborted"),
  UNEXPECTED_TOKEN_LESS_THAN("unexpected token '<'"),
  UNEXPECTED_TOKEN_BARE_LESS_THAN("unexpected token < in json"),
  INCOMPLETE_JSON_SEGMENT("incomplete json segment at the end"),
  UNEXPECTED_END_OF_JSON("unexpected end of json input"),
  ENDED_WITHOUT_CHUNKS("request ended without sending any chunks"),
  ENDED_WITHOUT_MESSAGE("stream ended without producing a message"),
  ENDED_WITHOUT_FINISH("without a finish reason"),
  MISSING_FINISH("missing finish reason"),
  MISSING_FINISH_OF_CHOICE("missing finish_reason"),
  CLOSED_BEFORE_FINISH("closed before a finish_reason"),
  EMPTY_RESPONSE_TEXT("ended with empty response text"),
  NO_ASSISTANT_MESSAGES("did not provide any assistant messages"),
  SELF_SIGNED_CERTIFICATE("self-signed certificate"),
  SELF_SIGNED_CERTIFICATE_OLD("self signed certificate"),
  LOCAL_ISSUER_CERTIFICATE("unable to get local issuer certificate"),
  TUNNEL_NOT_ESTABLISHED("tunneling socket could not be established"),

  // Rust: reqwest, hyper, rustls, serde, and Codex on them.
  SSE_IDLE_TIMEOUT("idle timeout waiting for sse"),
  WEBSOCKET_IDLE_TIMEOUT("idle timeout waiting for websocket"),
  WEBSOCKET_CLOSED("websocket closed"),
  CLOSED_BEFORE_COMPLETED("closed before response.completed"),
  CLOSED_BEFORE_MESSAGE_COMPLETED("connection closed before message completed"),
  CONNECTION_NOT_READY("operation was canceled: connection was not ready"),
  NO_CLOSE_NOTIFY("without sending tls close_notify"),
  UNEXPECTED_EOF_IN_CHUNK("unexpected eof during chunk size line"),
  BODY_ENDED_BEFORE_LENGTH("end of file before message length reached"),
  ERROR_READING_BODY("error reading a body from connection"),
  DNS_ERROR("dns error"),
  INVALID_PEER_CERTIFICATE("invalid peer certificate"),
  TOOL_PARAMETERS_UNREADABLE("could not interpret tool use parameters"),
  UNKNOWN_VARIANT("unknown variant"),
  EOF_WHILE_PARSING("eof while parsing"),

  // Python: h11, httpcore, httpx, aiohttp, urllib3, the standard library.
  INCOMPLETE_CHUNKED_READ("incomplete chunked read"),
  INCOMPLETE_MESSAGE_BODY("without sending complete message body"),
  DISCONNECTED_WITHOUT_RESPONSE("server disconnected without sending a response"),
  SERVER_DISCONNECTED("server disconnected"),
  PAYLOAD_NOT_COMPLETED("response payload is not completed"),
  TRANSFER_LENGTH_UNMET("not enough data for satisfy"),
  TIMEOUT_READING_SOCKET("timeout on reading data from socket"),
  INCOMPLETE_READ("incompleteread("),
  CLOSED_WITHOUT_RESPONSE("remote end closed connection without response"),
  FAILED_TO_RESOLVE("failed to resolve"),
  GETADDRINFO_FAILED("getaddrinfo failed"),
  NAME_NOT_KNOWN("name or service not known"),
  NODENAME_NOR_SERVNAME("nodename nor servname provided"),
  NAME_RESOLUTION_TEMPORARY("temporary failure in name resolution"),
  CERTIFICATE_VERIFY_FAILED("certificate verify failed"),
  WRONG_VERSION_NUMBER("wrong version number"),
  EXPECTING_VALUE("expecting value: line"),

  // Go's net/http, gRPC, curl.
  GO_AWAITING_HEADERS("timeout awaiting response headers"),
  GO_CLIENT_TIMEOUT("client.timeout"),
  CONTEXT_DEADLINE("context deadline exceeded"),
  CONTEXT_CANCELED("context canceled"),
  IDLE_CONNECTION_CLOSED("server closed idle connection"),
  SERVER_SENT_GOAWAY("server sent goaway"),
  STREAM_ERROR_REFUSED("; refused_stream"),
  RECEIVED_FROM_PEER("; received from peer"),
  UNEXPECTED_EOF("unexpected eof"),
  NO_SUCH_HOST("no such host"),
  IO_TIMEOUT_DIALLING("dial tcp: i/o timeout"),
  TLS_HANDSHAKE_TIMEOUT("tls handshake timeout"),
  UNKNOWN_AUTHORITY("certificate signed by unknown authority"),
  CERTIFICATE_EXPIRED("certificate has expired"),
  HTTP_TO_HTTPS("server gave http response to https client"),
  MALFORMED_RESPONSE("malformed http response"),
  COULD_NOT_RESOLVE("could not resolve host"),
  TRANSFER_CLOSED("transfer closed with"),
  EMPTY_REPLY("empty reply from server"),
  NOT_CLOSED_CLEANLY("was not closed cleanly"),
  SSL_CERTIFICATE_PROBLEM("ssl certificate problem"),

  // The words of the kernel and the sockets, which every runtime passes on.
  READ_TIMED_OUT("read timed out"),
  CONNECT_TIMED_OUT("connect timed out"),
  CONNECTION_TIMED_OUT("connection timed out"),
  READ_ECONNRESET("read econnreset"),
  CONNECTION_RESET("connection reset"),
  BROKEN_PIPE("broken pipe"),
  CONNECTION_REFUSED("connection refused"),
  NO_ROUTE("no route to host"),
  NETWORK_UNREACHABLE("network is unreachable"),
  PROXY_AUTH_REQUIRED("proxy authentication required"),

  // Intermediaries: nginx, Envoy, Cloudflare.
  UPSTREAM_TIMED_OUT("upstream timed out"),
  UPSTREAM_REQUEST_TIMEOUT("upstream request timeout"),
  UPSTREAM_CONNECT_ERROR("upstream connect error or disconnect/reset"),
  UPSTREAM_CLOSED("upstream prematurely closed connection"),
  NO_HEALTHY_UPSTREAM("no healthy upstream"),

  // Providers' own prose, where it is as fixed as a code.
  ERROR_WHILE_PROCESSING("an error occurred while processing your request"),
  CONTENT_MANAGEMENT_POLICY("content management policy"),
  NO_LONGER_STREAMED("can no longer be streamed"),
  MAXIMUM_CONTEXT("maximum context length"),
  PROMPT_TOO_LONG("prompt is too long"),
  CREDIT_BALANCE("credit balance is too low"),
  CURRENT_QUOTA("exceeded your current quota"),
  USAGE_LIMIT("hit your usage limit"),
  RATE_LIMIT_REACHED("rate limit reached for"),
  MODEL_OVERLOADED("the model is overloaded"),
  MODEL_AT_CAPACITY("model is at capacity"),
  RUNNER_TERMINATED("llama runner process has terminated"),
  FINISH_REASON_ERROR("finish_reason=error"),
  FINISH_REASON_ERROR_JSON("\"finish_reason\":\"error\""),
  ERROR_EVENT("data: {\"error\""),

  // Texts that only wrap another, or that many causes share. They stand last: the rest says more.
  DECODING_BODY("error decoding response body"),
  SOCKET_CLOSED_UNEXPECTEDLY("socket connection was closed unexpectedly"),
  SOCKET_CLOSED("socket closed"),
  REQUEST_TIMED_OUT("request timed out"),
  OPERATION_TIMED_OUT("operation timed out"),
  TERMINATED("terminated"),
  FETCH_FAILED("fetch failed"),
  TCP_CONNECT_ERROR("tcp connect error"),
  ERROR_SENDING_REQUEST("error sending request"),
  STREAM_DISCONNECTED("stream disconnected before completion"),
  STREAM_FAILED("stream failed"),
  REQUEST_FAILED("request failed"),
  PROCESS_SUCCESSFUL_RESPONSE("failed to process successful response"),
  FAILED_TO_PIPE("failed to pipe response"),
  TOOL_EXECUTION_ABORTED("tool execution aborted"),
  NO_OUTPUT_GENERATED("no output generated"),

  /** No message, or none of the catalogue. */
  NONE("");

  private final String text;

  KnownPhrase(String text) {
    this.text = text;
  }

  /** The phrase in lower case; empty for {@link #NONE}. */
  public String text() {
    return text;
  }

  /** The phrase that a message holds; {@link #NONE} if none. */
  public static KnownPhrase in(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    for (KnownPhrase phrase : values()) {
      if (phrase != NONE && lower.contains(phrase.text)) {
        return phrase;
      }
    }
    return NONE;
  }
}
