// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import dev.lastbyte.core.diagnosis.Cause;

/** What ended an attempt, as a sentence. */
public final class CauseWords {

  private CauseWords() {}

  /** A whole sentence. */
  public static String sentence(Cause cause) {
    return switch (cause) {
      case NONE -> "The response ended as it should.";
      case UNKNOWN -> "What ended the attempt is not known.";

      case LOCAL_CONFIG -> "The client's configuration did not allow the request.";
      case LOCAL_SETUP -> "The request could not be set up on this side.";
      case LOCAL_POOL_TIMEOUT -> "The client's connection pool had no connection to give in time.";
      case LOCAL_RETRY_BUDGET -> "The client's retry budget was used up.";
      case LOCAL_BREAKER_OPEN -> "The client's circuit breaker was open.";

      case NET_DNS_NOT_FOUND -> "The provider's name has no address.";
      case NET_DNS_TEMPORARY -> "The name server could not answer for now.";
      case NET_DNS_TIMEOUT -> "The name server did not answer in time.";
      case NET_OFFLINE -> "This machine had no network.";
      case NET_CONNECT_REFUSED -> "The provider's address refused the connection.";
      case NET_CONNECT_TIMEOUT -> "The provider's address did not answer the dial in time.";
      case NET_UNREACHABLE -> "There was no route to the provider's address.";
      case NET_PROXY_CONNECT -> "The proxy could not open the connection.";
      case NET_PROXY_AUTH -> "The proxy demanded a login.";
      case NET_TLS_HANDSHAKE -> "The TLS handshake broke.";
      case NET_TLS_CERTIFICATE -> "The server's certificate was not accepted.";

      case CONN_STALE_REUSE ->
          "A connection taken from the pool was dead: it had been closed at its far end.";
      case CONN_REFUSED_STREAM -> "The server refused the stream before it worked on it.";
      case CONN_GOAWAY ->
          "The server was closing the connection, and did not serve the stream to its end.";

      case SEND_RESET -> "The connection was reset while the request was being sent.";
      case SEND_INCOMPLETE -> "The connection was closed while the request was being sent.";
      case WAIT_EMPTY_REPLY ->
          "The provider's side closed the connection without one byte of a response.";

      case HTTP_REDIRECT -> "The response was a redirect that nobody followed.";
      case HTTP_CLIENT_ERROR -> "The response's status says that the request was wrong.";
      case HTTP_SERVER_ERROR -> "The response's status says that the server failed.";
      case HTTP_UNEXPECTED_MEDIA -> "The response is a web page, not what this API sends.";

      case PROTO_MALFORMED -> "The bytes on the connection break the rules of HTTP.";
      case PROTO_GRAMMAR -> "The response's events break the rules of the API.";

      case PROTO_CLIENT_LIMIT ->
          "What came is longer than the client's own parser takes, and the client gave up.";

      case STREAM_RESET -> "The far end reset the connection before the response was whole.";
      case STREAM_PREMATURE_EOF ->
          "The far end closed the connection before the response was whole.";
      case STREAM_SILENT_TRUNCATION ->
          "The response ended cleanly by HTTP's rules, but the API's own proof of a whole response"
              + " never came: most clients report this as success.";
      case STREAM_IDLE_CUT -> "The stream was cut after a silence of a known timer's length.";
      case STREAM_TOTAL_CUT -> "The stream was cut at an age of a known timer's length.";
      case STREAM_STALLED_CONTENT -> "The stream stayed open and content stopped coming.";
      case STREAM_EMPTY_COMPLETION -> "The response is whole, and holds nothing.";
      case STREAM_LATE_CLOSE ->
          "The connection was cut after the whole response had arrived: no harm done.";

      case PROVIDER_AUTH -> "The provider did not accept the credentials.";
      case PROVIDER_CREDENTIAL_EXPIRED -> "The provider says that the credential has expired.";
      case PROVIDER_FORBIDDEN -> "The provider does not allow this account to do that.";
      case PROVIDER_NOT_FOUND ->
          "The provider does not know what was asked for, such as the model.";
      case PROVIDER_INVALID_REQUEST -> "The provider calls the request invalid.";
      case PROVIDER_CONTEXT_OVERFLOW -> "The request is larger than the model's context.";
      case PROVIDER_TOO_LARGE -> "The request is larger than the provider takes.";
      case PROVIDER_RATE_LIMITED -> "The provider's rate limit was reached.";
      case PROVIDER_QUOTA -> "The account's quota is used up.";
      case PROVIDER_PLAN_WINDOW ->
          "The plan's usage window is used up; it opens again at a known time.";
      case PROVIDER_BILLING -> "The account has a billing problem.";
      case PROVIDER_OVERLOADED -> "The provider was overloaded or unavailable.";
      case PROVIDER_SERVER_ERROR -> "The provider failed inside.";
      case PROVIDER_BAD_GATEWAY -> "A gateway could not get a response from the provider.";
      case PROVIDER_GATEWAY_TIMEOUT -> "A gateway or the provider gave up waiting.";
      case PROVIDER_CONFLICT -> "The provider reports a conflict with another request.";
      case PROVIDER_STATE_LOST ->
          "The provider no longer has the state that the request builds on.";
      case PROVIDER_IN_STREAM_ERROR -> "The provider sent an error inside the stream.";
      case PROVIDER_CANCELLED -> "The far side says that the request was cancelled.";
      case PROVIDER_OUTPUT_LIMIT -> "The response was cut by the limit on its output.";
      case PROVIDER_INCOMPLETE -> "The provider ended the response short of its end, and said so.";

      case POLICY_CONTENT_FILTER -> "A content filter stopped the response.";
      case POLICY_REFUSAL -> "The model refused.";

      case ABORT_USER -> "The user asked for the end.";
      case ABORT_PARENT -> "A parent agent asked for the end.";
      case ABORT_LIFECYCLE -> "The program was being reloaded or shut down.";
      case ABORT_SUPERSEDED -> "A newer request replaced this one.";
      case ABORT_LOOP_GUARD -> "A loop guard ended it.";
      case ABORT_BUDGET -> "A budget was used up.";
      case ABORT_DOWNSTREAM_GONE -> "The client went away first, and nothing says why.";
      case ABORT_UNATTRIBUTED -> "The client aborted, and nothing says who asked for it.";

      case WATCHDOG_CONNECT -> "The client's own timer for connecting fired.";
      case WATCHDOG_HEADERS -> "The client's own timer for the response's headers fired.";
      case WATCHDOG_FIRST_CONTENT -> "The client's own timer for the first content fired.";
      case WATCHDOG_IDLE -> "The client's own idle timer fired.";
      case WATCHDOG_TOTAL -> "The client's own limit for the whole request was reached.";
      case WATCHDOG_PING -> "A ping of the client's own was not answered in time.";
      case WATCHDOG_TOOL -> "The client's own timer for a tool fired.";

      case TOOL_INVALID_ARGUMENTS -> "The tool's arguments were not valid.";
      case TOOL_FAILED -> "The tool failed.";
      case TOOL_TIMEOUT -> "The tool took too long.";
      case TOOL_INTERRUPTED -> "The tool was interrupted.";
      case TOOL_RESULT_LOST -> "The tool's result never reached the model.";
      case TOOL_DUPLICATE_EFFECT -> "The same tool call was executed again.";

      case HOST_SUSPENDED -> "This machine slept.";
      case HOST_STALLED -> "This machine stalled.";
      case HOST_PROCESS_LOST -> "The recording process died during the run.";
    };
  }
}
