// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

import java.util.Locale;

/**
 * Messages that are known to come from a program, not from a person. What they mean is no matter of
 * this list. Where a message holds several, the first in the order of this list says the most.
 */
public enum KnownPhrase implements Coded {
  // Relays that name their upstream. They stand first, since the words of clients follow in them.
  UPSTREAM_TIMED_OUT("upstream timed out"),
  UPSTREAM_REQUEST_TIMEOUT("upstream request timeout"),
  UPSTREAM_CONNECT_ERROR("upstream connect error or disconnect/reset"),
  UPSTREAM_CLOSED("upstream prematurely closed connection"),
  UPSTREAM_IDLE_TIMEOUT("upstream idle timeout"),
  UPSTREAM_TIMEOUT("upstream timeout"),
  UPSTREAM_RESPONSE_TIMEOUT("upstream response timeout"),
  UPSTREAM_READ_TIMEOUT("upstream read timeout"),
  UPSTREAM_STREAM_TIMEOUT("upstream stream timeout"),
  UPSTREAM_STREAM_IDLE_TIMEOUT("upstream stream idle timeout"),
  UPSTREAM_IS_TIMING_OUT("the upstream server is timing out"),
  UPSTREAM_RESET("upstream_reset_before_response_started"),
  UPSTREAM_REQUEST_TIMED_OUT("upstream request timed out"),
  UPSTREAM_READ_TIMED_OUT("upstream read timed out"),
  UPSTREAM_CONNECTION_TIMED_OUT("upstream connection timed out"),
  UPSTREAM_RESPONSE_TIMED_OUT("upstream response timed out"),
  UPSTREAM_CONNECT_TIMEOUT("upstream connect timeout"),
  UPSTREAM_CONNECTION_CLOSED("upstream connection closed"),
  UPSTREAM_CONNECTION_RESET("upstream connection reset"),
  UPSTREAM_CONNECTION_ERROR("upstream connection error"),
  UPSTREAM_CONNECTION_REFUSED("upstream connection refused"),
  UPSTREAM_SERVER_DISCONNECTED("upstream server disconnected"),
  UPSTREAM_UNAVAILABLE("upstream unavailable"),
  UPSTREAM_FETCH_FAILED("upstream fetch failed"),

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
  UNEXPECTED_FILE_END("unexpected end of file from server"),
  PREMATURE_EOF("premature eof"),
  BOGUS_CHUNK("bogus chunk size"),
  ILLEGAL_CHUNK("illegal character in chunk size"),
  LEADING_HEX("expected leading [0-9a-fa-f] character"),
  TLS_CLOSED_IN_HANDSHAKE("connection closed while ssl/tls handshake was in progress"),
  HANDSHAKE_TIMED_OUT("handshake timed out"),
  INBOUND_WITHOUT_NOTIFY("closing inbound before receiving peer's close_notify"),
  ACQUIRE_QUEUE_FULL("pending acquire queue has reached its maximum size"),
  BUFFER_LIMIT("exceeded limit on max bytes to buffer"),
  REACTOR_TIMEOUT("did not observe any item or terminal signal within"),
  EXECUTION_TIMEOUT("execution did not complete before the specified timeout"),
  OKHTTP_PING("sent ping but didn't receive pong within"),

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
  TLS_SOCKET_LOST("socket disconnected before secure tls connection was established"),
  READ_ETIMEDOUT("read etimedout"),
  WRITE_ECONNRESET("write econnreset"),
  CONNECT_ETIMEDOUT("connect etimedout"),
  CONNECT_ECONNREFUSED("connect econnrefused"),
  CONNECT_EHOSTUNREACH("connect ehostunreach"),
  CONNECT_ENETUNREACH("connect enetunreach"),
  H2_REFUSED("nghttp2_refused_stream"),
  H2_ERROR_CODE("stream closed with error code"),
  H2_SESSION_ERROR("session closed with error code"),
  H2_AFTER_GOAWAY("after receiving a goaway"),
  CONTENT_LENGTH_LIMIT("maxcontentlength size of"),
  NO_BODY("iterate over a response with no body"),
  STREAM_HAS_ENDED("stream has ended, this shouldn't happen"),
  WITHOUT_FINISH_REASON("without finish_reason"),
  WITHOUT_A_FINISH_REASON("without a finish_reason"),
  BEFORE_MESSAGE_STOP("before message_stop"),
  WITHOUT_MESSAGE_STOP("without message_stop"),
  ENDED_BEFORE_COMPLETED("ended before response.completed"),
  GOT_REQUEST_TIMEOUT("timeout awaiting 'request'"),
  GOT_RESPONSE_TIMEOUT("timeout awaiting 'response'"),
  GOT_SOCKET_TIMEOUT("timeout awaiting 'socket'"),
  GOT_READ_TIMEOUT("timeout awaiting 'read'"),
  GOT_CONNECT_TIMEOUT("timeout awaiting 'connect'"),
  GOT_LOOKUP_TIMEOUT("timeout awaiting 'lookup'"),
  GOT_TLS_TIMEOUT("timeout awaiting 'secureconnect'"),

  // Agents: Codex, Claude Code, Gemini CLI, OpenCode, Cursor, Copilot.
  INCOMPLETE_RETURNED("incomplete response returned"),
  OUTPUT_TOKEN_MAXIMUM("output token maximum"),
  OUTPUT_LIMIT_REACHED("reached the max tokens limit"),
  RESPONSE_FAILED("response.failed event received"),
  HIGH_DEMAND("experiencing high demand"),
  OVERLOADED_ERRORS("529 overloaded errors"),
  LIMIT_REACHED("usage limit reached"),
  FIVE_HOUR_LIMIT("5-hour limit reached"),
  CAPACITY_EXHAUSTED("exhausted your capacity on this model"),
  DAILY_QUOTA("exhausted your daily quota"),
  TOKEN_HAS_EXPIRED("token has expired"),
  RUN_LOGIN("please run /login"),
  INTERRUPTED_BY_USER("interrupted by user"),
  ABORTED_BY_USER("aborted by user"),
  CANCELLED_BY_USER("cancelled by user"),
  CANCELED_BY_USER("canceled by user"),
  CONVERSATION_INTERRUPTED("conversation interrupted"),
  NO_RESPONSE_RETURNED("no response was returned"),
  NO_CHOICES("response contained no choices"),
  CONNECTION_STALLED("connection stalled"),
  CONNECT_EXHAUSTED("[resource_exhausted]"),
  CONNECT_UNAUTHENTICATED("[unauthenticated]"),

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
  H2_REFUSED_PROSE("refused stream before processing any application logic"),
  H2_STREAM_RECEIVED("stream error received"),
  H2_CONNECTION_RECEIVED("connection error received: not a result of an error"),
  KEEP_ALIVE_TIMED_OUT("keep-alive timed out"),
  TLS_HANDSHAKE_EOF("tls handshake eof"),
  FATAL_ALERT("received fatal alert"),
  LOOKUP_ADDRESS("failed to lookup address information"),
  WITHOUT_CLOSING_HANDSHAKE("without closing handshake"),
  CLOSED_NORMALLY("connection closed normally"),
  MESSAGE_TOO_LONG("message too long"),

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
  INVALID_CHUNK_LENGTH("invalidchunklength("),
  HANDSHAKE_OPERATION("handshake operation timed out"),
  READ_OPERATION("read operation timed out"),
  CHUNK_TOO_BIG("chunk too big"),
  CHUNK_EXCEEDS("chunk exceed the limit"),
  LINE_TOO_LONG("got more than"),
  AIOHTTP_CONNECT_TIMEOUT("connection timeout to host"),
  NO_PONG("no pong received"),
  PING_PONG_TIMED_OUT("ping/pong timed out"),
  CLIENT_HAS_BEEN_CLOSED("cannot send a request, as the client has been closed"),

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
  POST_EOF("\": eof"),
  GO_PING("http2: client connection lost"),
  GRPC_PING("keepalive ping failed to receive ack"),
  TOO_MANY_PINGS("too_many_pings"),
  GO_BODY_CLOSED("http2: response body closed"),
  GO_TLS_RECORD("first record does not look like a tls handshake"),
  GO_TLS_ALERT("remote error: tls"),
  GO_VERIFY_CERTIFICATE("failed to verify certificate"),
  GO_TOKEN_TOO_LONG("token too long"),
  GO_LOOKUP("dial tcp: lookup"),
  GRPC_EOF("error reading from server: eof"),
  GRPC_REFUSED("rst_stream with error code: refused_stream"),
  GRPC_RST("terminated by rst_stream"),
  FRAME_HEADER_EOF("failed to read frame header: eof"),
  CURL_OUTSTANDING("bytes remaining to read"),
  CURL_WEIRD("weird server reply"),
  CURL_HTTP09("received http/0.9 when not allowed"),

  // .NET's HttpClient.
  RESPONSE_ENDED_SHORT("response ended prematurely, with at least"),
  RESPONSE_ENDED("response ended prematurely"),
  HTTP_CLIENT_TIMEOUT("due to the configured httpclient.timeout"),
  ACTIVELY_REFUSED("target machine actively refused it"),
  FORCIBLY_CLOSED("forcibly closed by the remote host"),
  SSL_NOT_ESTABLISHED("ssl connection could not be established"),
  REMOTE_CERTIFICATE("remote certificate is invalid"),
  H2_SERVER_RESET("http/2 server reset the stream"),
  H2_SERVER_CLOSED("http/2 server closed the connection"),
  WITHOUT_CLOSE_HANDSHAKE("without completing the close handshake"),

  // Apple's URLSession.
  HOSTNAME_NOT_FOUND("server with the specified hostname could not be found"),
  APPEARS_OFFLINE("internet connection appears to be offline"),
  CERTIFICATE_INVALID("the certificate for this server is invalid"),
  SSL_ERROR_OCCURRED("an ssl error has occurred"),

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
  SENT_PING_TIMEOUT("sent 1011 (internal error) keepalive ping timeout", Place.OPENS),
  RECEIVED_PING_TIMEOUT("received 1011 (internal error) keepalive ping timeout", Place.OPENS),
  SENT_OK("sent 1000 (ok)", Place.OPENS),
  RECEIVED_OK("received 1000 (ok)", Place.OPENS),
  SENT_GOING_AWAY("sent 1001 (going away)", Place.OPENS),
  RECEIVED_GOING_AWAY("received 1001 (going away)", Place.OPENS),
  SENT_PROTOCOL_ERROR("sent 1002 (protocol error)", Place.OPENS),
  RECEIVED_PROTOCOL_ERROR("received 1002 (protocol error)", Place.OPENS),
  SENT_UNSUPPORTED("sent 1003 (unsupported data)", Place.OPENS),
  RECEIVED_UNSUPPORTED("received 1003 (unsupported data)", Place.OPENS),
  SENT_INVALID_PAYLOAD("sent 1007 (invalid frame payload data)", Place.OPENS),
  RECEIVED_INVALID_PAYLOAD("received 1007 (invalid frame payload data)", Place.OPENS),
  SENT_POLICY("sent 1008 (policy violation)", Place.OPENS),
  RECEIVED_POLICY("received 1008 (policy violation)", Place.OPENS),
  SENT_TOO_BIG("sent 1009 (message too big)", Place.OPENS),
  RECEIVED_TOO_BIG("received 1009 (message too big)", Place.OPENS),
  SENT_INTERNAL("sent 1011 (internal error)", Place.OPENS),
  RECEIVED_INTERNAL("received 1011 (internal error)", Place.OPENS),
  RECEIVED_RESTART("received 1012 (service restart)", Place.OPENS),
  RECEIVED_TRY_AGAIN("received 1013 (try again later)", Place.OPENS),
  NO_FRAME_EITHER_WAY("no close frame received or sent"),
  OPEN_FILES("too many open files"),
  CANNOT_ASSIGN_ADDRESS("cannot assign requested address"),
  OPERATION_NOT_PERMITTED("connect: operation not permitted"),

  // Intermediaries: nginx, Envoy, Cloudflare.
  NO_HEALTHY_UPSTREAM("no healthy upstream"),
  ENDPOINT_TIMED_OUT("endpoint request timed out"),
  A_TIMEOUT_OCCURRED("a timeout occurred"),
  SERVER_DID_NOT_RESPOND("the server didn't respond in time"),
  WITHIN_TIME_PERIOD("within the specified time period"),
  ENVOY_STREAM_TIMEOUT("stream timeout", Place.ALONE),
  NO_LIVE_UPSTREAMS("no live upstreams"),
  CONNECTING_TO_UPSTREAM("while connecting to upstream"),
  READING_FROM_UPSTREAM("while reading response header from upstream"),
  INVALID_UPSTREAM_RESPONSE("invalid response was received from the upstream server"),
  NO_SERVER_AVAILABLE("no server is available to handle this request"),
  INVALID_SERVER_RESPONSE("server returned an invalid or incomplete response"),
  WEB_SERVER_DOWN("web server is down"),
  UNKNOWN_WEB_SERVER_ERROR("web server is returning an unknown error"),
  ORIGIN_UNREACHABLE("origin is unreachable"),
  NO_SERVICES("services aren't available right now"),
  COULD_NOT_BE_SATISFIED("the request could not be satisfied"),
  CLOUDFLARE_CHALLENGE("just a moment..."),
  CLOUDFLARE_BLOCK("attention required!"),
  CLIENT_LEFT_NGINX("client prematurely closed connection"),
  CLIENT_DISCONNECTED("client disconnected"),
  CLIENT_CLOSED_REQUEST("client closed request"),

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

  // Engines: vLLM, SGLang, llama.cpp, Ollama, LM Studio.
  ENGINE_CORE("enginecore encountered an issue"),
  BACKGROUND_LOOP("background loop has errored already"),
  ENGINE_ITERATION("engine iteration timed out"),
  TASK_FINISHED("task finished unexpectedly"),
  ENGINE_LOOP_DEAD("engine loop is not running"),
  SCHEDULER_EXCEPTION("scheduler hit an exception"),
  CUDA_MEMORY("cuda out of memory"),
  CUDA_ERROR("cuda error"),
  RUNNER_STOPPED("model runner has unexpectedly stopped"),
  RUNNING_THE_MODEL("error was encountered while running the model"),
  MODEL_CRASHED("model has crashed without additional information"),
  LOADING_MODEL("loading model", Place.ALONE),
  SERVER_BUSY("server busy, please try again"),
  SLOT_UNAVAILABLE("slot unavailable"),
  INPUT_TOO_LARGE_TO_PROCESS("input is too large to process"),
  CONTEXT_WINDOW_EXCEEDED("exceeds the context window"),
  CONTEXT_LIMIT("exceed context limit"),
  TOKENS_ALLOWED("exceeds the maximum number of tokens allowed"),
  INPUT_TOO_LONG("input is too long for requested model"),
  CONTEXT_ERROR_NAME("contextwindowexceedederror"),
  CONTEXT_LENGTH_ONLY("context length is only"),
  AVAILABLE_CONTEXT("available context size"),
  CONTEXT_SIZE_EXCEEDED("context size has been exceeded"),
  ITEMS_NOT_PERSISTED("items are not persisted when"),
  PREVIOUS_RESPONSE("previous response with id"),
  TRIGGERING_AZURE("triggering azure openai"),
  FILTERING_POLICY("blocked by content filtering policy"),
  POLICY_ERROR_NAME("contentpolicyviolationerror"),
  INSUFFICIENT_BALANCE("insufficient balance"),
  PREPAYMENT_DEPLETED("prepayment credits are depleted"),
  MORE_CREDITS("requires more credits"),
  INSUFFICIENT_CREDITS("insufficient credits"),
  SPECIFIED_LIMITS("reached your specified api usage limits"),
  TOKENS_PER_DAY("too many tokens per day"),
  FREE_MODELS_PER_DAY("free-models-per-day"),
  BUDGET_EXCEEDED("budget has been exceeded"),
  CROSSED_BUDGET("crossed budget"),
  HOURLY_LIMIT("hourly usage limit"),
  SESSION_LIMIT("session usage limit"),
  WEEKLY_LIMIT("weekly usage limit"),
  MONTHLY_LIMIT("monthly usage limit"),
  PENDING_REQUESTS("maximum pending requests exceeded"),
  LLAMA_RUNNER("llama runner"),
  SYSTEM_MEMORY("requires more system memory"),
  OVERLOADED_ALONE("overloaded", Place.ALONE),
  CN_BALANCE("余额不足"),
  CN_ARREARS("欠费"),
  CN_TOO_MANY_VISITS("访问量过大"),
  CN_TOO_FREQUENT("请求过于频繁"),
  CN_RATE("速率限制"),
  CN_SENSITIVE("敏感内容"),

  // Texts that only wrap another, or that many causes share. They stand last: the rest says more.
  WITHOUT_DONE("without [done]"),
  STREAM_ENDED_WITHOUT("stream ended without"),
  STREAM_CLOSED_WITHOUT("stream closed without"),
  STREAM_ENDED_BEFORE("stream ended before"),
  STREAM_ENDED_EARLY("stream ended unexpectedly"),
  STREAM_ENDED_PREMATURELY("stream ended prematurely"),
  WRITE_EPIPE("write epipe"),
  H2_CANCEL("nghttp2_cancel"),
  NODE_FETCH_TIMEOUT("network timeout at"),
  AXIOS_TIMEOUT("timeout of"),
  INCORRECT_HEADER_CHECK("incorrect header check"),
  INVALID_DISTANCE("invalid distance too far back"),
  UNTERMINATED_STRING("unterminated string in json"),
  JSON_PARSE_ERROR("json parse error"),
  BUN_CANNOT_CONNECT("unable to connect. is the computer able to access the url"),
  BUN_TYPO("was there a typo in the url or port"),
  CANNOT_CONNECT_TO_API("unable to connect to api"),
  REQUEST_ABORTED_BARE("request aborted", Place.ALONE),
  CONNECTION_CLOSED("connection closed", Place.ALONE),
  INPUT_STREAM_ERROR("error in input stream"),
  BODY_STREAM_ERROR("error in body stream"),
  NETWORK_CONNECTION_LOST("network connection was lost"),
  CONNECT_UNAVAILABLE("[unavailable]"),
  CONNECT_DEADLINE("[deadline_exceeded]"),
  CONNECT_CANCELED("[canceled]"),
  PARSING_HEADER("parsing http/1.1 header"),
  NEWLINE_NOT_FOUND("\\n not found: limit="),
  GO_REQUEST_CANCELED("net/http: request canceled"),
  GRPC_CLOSING("transport is closing"),
  GRPC_ALL_ADDRESSES("failed to connect to all addresses"),
  CURL_FAILED_TO_CONNECT("failed to connect to"),
  CURL_COULD_NOT_CONNECT("couldn't connect to server"),
  CURL_COULD_NOT_CONNECT_NEW("could not connect to server"),
  CURL_RECV("recv failure"),
  CURL_SEND("send failure"),
  IO_TIMEOUT("i/o timeout"),
  H2_STREAM_ERROR("stream error: stream id"),
  DIAL_TCP("dial tcp"),
  DID_NOT_RESPOND("did not properly respond after a period of time"),
  HOST_SOFTWARE("aborted by the software in your host machine"),
  TRANSPORT_CONNECTION("unable to read data from the transport connection"),
  COPYING_CONTENT("error while copying content to a stream"),
  UNEXPECTED_END_OF_FILE("unexpected end of file"),
  DEADLINE_ELAPSED("deadline has elapsed"),
  BODY_ERROR("request or response body error"),
  RUST_TRYING_TO_CONNECT("error trying to connect"),
  CLIENT_ERROR_CONNECT("client error (connect)"),
  HTTP2_ERROR("http2 error"),
  WRITE_OPERATION("write operation timed out"),
  CLOSING_TRANSPORT("cannot write to closing transport"),
  EOF_IN_VIOLATION("eof occurred in violation of protocol"),
  UNEXPECTED_EOF_WHILE_READING("unexpected_eof_while_reading"),
  CANNOT_CONNECT_TO_HOST("cannot connect to host"),
  ALL_ATTEMPTS_FAILED("all connection attempts failed"),
  NEW_CONNECTION("failed to establish a new connection"),
  CONNECT_CALL_FAILED("connect call failed"),
  BARE_TIMED_OUT("timed out", Place.ALONE),
  RECEIVED_BAD_GATEWAY("received 1014 (bad gateway)", Place.OPENS),
  SOFTWARE_ABORT("software caused connection abort"),
  PROVIDER_RETURNED_ERROR("provider returned error"),
  UPSTREAM_ERROR("upstream error", Place.ALONE),
  GATEWAY_TIMEOUT_PAGE("gateway timeout"),
  GATEWAY_TIME_OUT_PAGE("gateway time-out"),
  BAD_GATEWAY_PAGE("bad gateway"),
  DECODING_BODY("error decoding response body"),
  SOCKET_CLOSED_UNEXPECTEDLY("socket connection was closed unexpectedly"),
  SOCKET_CLOSED("socket closed"),
  REQUEST_TIMED_OUT("request timed out"),
  OPERATION_TIMED_OUT("operation timed out"),
  TERMINATED("terminated", Place.ALONE),
  FETCH_FAILED("fetch failed", Place.OPENS),
  TCP_CONNECT_ERROR("tcp connect error"),
  ERROR_SENDING_REQUEST("error sending request"),
  STREAM_DISCONNECTED("stream disconnected before completion"),
  STREAM_FAILED("stream failed", Place.OPENS),
  REQUEST_FAILED("request failed", Place.OPENS),
  PROCESS_SUCCESSFUL_RESPONSE("failed to process successful response"),
  FAILED_TO_PIPE("failed to pipe response"),
  TOOL_EXECUTION_ABORTED("tool execution aborted"),
  NO_OUTPUT_GENERATED("no output generated"),
  WEBSOCKET_NEVER_OPEN("closed before the connection was established"),
  UNEXPECTED_SERVER_RESPONSE("unexpected server response"),
  NODE_ABORTED("aborted", Place.ALONE),
  CONNECTION_ERROR("connection error", Place.ALONE),
  FETCH_RESOURCE("networkerror when attempting to fetch resource"),
  FAILED_TO_FETCH("failed to fetch", Place.ALONE),
  NETWORK_ERROR("network error", Place.ALONE),
  LOAD_FAILED("load failed", Place.ALONE),
  CONNECTION_FAILED_VPN("check your internet connection or vpn"),
  EXCEEDED_RETRY_LIMIT("exceeded retry limit"),
  API_STREAMING_FAILED("api streaming failed"),
  YOUR_REQUEST_FAILED("your request failed"),
  SUPPRESSED("suppressed: java.net"),
  UNABLE_TO_EXECUTE("unable to execute http request"),
  CLOSED_NETWORK_CONNECTION("use of closed network connection"),
  BAD_HANDSHAKE("websocket: bad handshake"),
  IMMEDIATE_CONNECT_FAIL("immediate connect fail for"),
  TASK_CANCELED("a task was canceled"),
  ONE_OR_MORE_ERRORS("one or more errors occurred"),
  DOTNET_SENDING("an error occurred while sending the request"),
  OPERATION_CANCELED("operation was canceled"),
  CLIENT_ERROR_SEND("client error (sendrequest)"),
  STREAM_HAS_BEEN_CLOSED("content, but the stream has been closed"),
  MULTIPLE_EXCEPTIONS("multiple exceptions"),
  CONNECTION_BROKEN("connection broken:"),
  CONNECTION_ABORTED("connection aborted", Place.ALONE),
  MAX_RETRIES("max retries exceeded with url"),
  NGINX_PAGE("<center>nginx"),
  OPENRESTY_PAGE("<center>openresty"),
  DOCTYPE("<!doctype html"),
  HTML_TAG("<html"),
  WRITTEN_BY_CLOUDFRONT("generated by cloudfront"),
  AZURE_GATEWAY_PAGE("microsoft-azure-application-gateway"),
  GOOGLE_PAGE("(server error)!!1"),

  /** No message, or none of the catalogue. */
  NONE("");

  /** Where in a message a phrase counts. Everywhere it counts by whole words only. */
  private enum Place {
    ANYWHERE,
    /** At the begin of a clause: of the message, or behind a mark such as a colon. */
    OPENS,
    /** As a clause of its own: words that are too common to mean anything within a sentence. */
    ALONE
  }

  private static final String BEFORE_CLAUSE = ":;,.|>=(-[{\"'`\u2190";
  private static final String BEHIND_CLAUSE = ":;,.|<=()]}\"'`!";

  private final String text;
  private final Place place;

  KnownPhrase(String text) {
    this(text, Place.ANYWHERE);
  }

  KnownPhrase(String text, Place place) {
    this.text = text;
    this.place = place;
  }

  /** The phrase in lower case; empty for {@link #NONE}. */
  public String text() {
    return text;
  }

  /** The phrase that a message holds; {@link #NONE} if none. */
  public static KnownPhrase in(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    for (KnownPhrase phrase : values()) {
      if (phrase != NONE && phrase.placeIn(lower) >= 0) {
        return phrase;
      }
    }
    return NONE;
  }

  /**
   * Where the phrase begins in a text in lower case, the first time that it stands there in whole
   * words and in a place where it counts; -1 if it does not.
   */
  public int placeIn(String lower) {
    int at = lower.indexOf(text);
    while (at >= 0 && !countsAt(at, lower)) {
      at = lower.indexOf(text, at + 1);
    }
    return at;
  }

  private boolean countsAt(int begin, String lower) {
    int end = begin + text.length();
    boolean whole =
        !(begin > 0 && isWord(lower.charAt(begin - 1)) && isWord(text.charAt(0)))
            && !(end < lower.length()
                && isWord(lower.charAt(end))
                && isWord(text.charAt(text.length() - 1)));
    return whole
        && switch (place) {
          case ANYWHERE -> true;
          case OPENS -> opensClause(begin, lower);
          case ALONE -> opensClause(begin, lower) && endsClause(end, lower);
        };
  }

  private static boolean opensClause(int begin, String lower) {
    int at = begin - 1;
    while (at >= 0 && lower.charAt(at) == ' ') {
      at--;
    }
    return at < 0 || lower.charAt(at) < ' ' || BEFORE_CLAUSE.indexOf(lower.charAt(at)) >= 0;
  }

  private static boolean endsClause(int end, String lower) {
    int at = end;
    while (at < lower.length() && lower.charAt(at) == ' ') {
      at++;
    }
    return at == lower.length()
        || lower.charAt(at) < ' '
        || BEHIND_CLAUSE.indexOf(lower.charAt(at)) >= 0;
  }

  /** Where words are not set apart, every place is a word's end. */
  private static boolean isWord(char c) {
    return (Character.isLetterOrDigit(c) && !Character.isIdeographic(c)) || c == '_';
  }
}
