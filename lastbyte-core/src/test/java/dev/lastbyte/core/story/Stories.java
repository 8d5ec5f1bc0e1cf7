// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.story;

import static dev.lastbyte.core.event.CloseEvent.CloseMark.FIN;
import static dev.lastbyte.core.event.CloseEvent.CloseMark.RST;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.Map.entry;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.event.CloseEvent.ResetCode;
import dev.lastbyte.core.event.CloseEvent.WebSocketClosed;
import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.event.ConnectionEvent.LookupFailure;
import dev.lastbyte.core.event.ConnectionEvent.ProxyFailure;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailure;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.LocalEvent.SetupFailure;
import dev.lastbyte.core.event.LocalEvent.TimerKind;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.Vantage;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/** One story for every cause: what has to be seen for it to be the diagnosis. */
public final class Stories {

  private Stories() {}

  private static Story text() {
    return Story.began().streaming().firstByte().flowed(Content.TEXT);
  }

  private static Story responseWith(ProviderFailure failure, int status) {
    return Story.began()
        .connected()
        .sent()
        .status(status, Media.JSON)
        .providerFailed(failure, false)
        .bodyEnded(BodyEnd.WHOLE);
  }

  private static Story told(ToolOutcome outcome) {
    return Story.began()
        .askedForATool()
        .toolStarted(ToolEffect.PROCESS)
        .toolEnded(outcome)
        .applicationEnded();
  }

  private static Story aborted(AbortSource source) {
    return text().abortRequested(source).clientClosed();
  }

  private static final Map<Cause, Story> BY_CAUSE =
      Map.ofEntries(
          entry(Cause.NONE, text().proven(Finish.STOP).bodyEnded(BodyEnd.WHOLE)),
          entry(Cause.UNKNOWN, Story.began()),
          entry(Cause.LOCAL_CONFIG, Story.began().setupFailed(SetupFailure.CONFIGURATION)),
          entry(Cause.LOCAL_SETUP, Story.began().setupFailed(SetupFailure.PREPARATION)),
          entry(Cause.LOCAL_POOL_TIMEOUT, Story.began().setupFailed(SetupFailure.POOL_TIMEOUT)),
          entry(Cause.LOCAL_RETRY_BUDGET, Story.began().setupFailed(SetupFailure.RETRY_BUDGET)),
          entry(Cause.LOCAL_BREAKER_OPEN, Story.began().setupFailed(SetupFailure.BREAKER_OPEN)),
          entry(Cause.NET_DNS_NOT_FOUND, Story.began().lookupFailed(LookupFailure.NOT_FOUND)),
          entry(Cause.NET_DNS_TEMPORARY, Story.began().lookupFailed(LookupFailure.TEMPORARY)),
          entry(Cause.NET_DNS_TIMEOUT, Story.began().lookupFailed(LookupFailure.TIMEOUT)),
          entry(Cause.NET_OFFLINE, Story.began().dialFailed(DialFailure.OFFLINE)),
          entry(Cause.NET_CONNECT_REFUSED, Story.began().dialFailed(DialFailure.REFUSED)),
          entry(Cause.NET_CONNECT_TIMEOUT, Story.began().dialFailed(DialFailure.TIMEOUT)),
          entry(Cause.NET_UNREACHABLE, Story.began().dialFailed(DialFailure.UNREACHABLE)),
          entry(Cause.NET_PROXY_CONNECT, Story.began().proxyFailed(ProxyFailure.REFUSED)),
          entry(Cause.NET_PROXY_AUTH, Story.began().proxyFailed(ProxyFailure.AUTH)),
          entry(Cause.NET_TLS_HANDSHAKE, Story.began().tlsFailed(TlsFailure.HANDSHAKE)),
          entry(Cause.NET_TLS_CERTIFICATE, Story.began().tlsFailed(TlsFailure.CERTIFICATE)),
          entry(Cause.CONN_STALE_REUSE, Story.began().reused().sent().providerClosed(RST)),
          entry(
              Cause.CONN_REFUSED_STREAM,
              Story.began().connected().sent().streamReset(ResetCode.REFUSED_STREAM)),
          entry(Cause.CONN_GOAWAY, Story.began().connected().sent().goAway(Known.NO)),
          entry(Cause.SEND_RESET, Story.began().connected().sending().providerClosed(RST)),
          entry(Cause.SEND_INCOMPLETE, Story.began().connected().sending().providerClosed(FIN)),
          entry(Cause.WAIT_EMPTY_REPLY, Story.began().connected().sent().providerClosed(FIN)),
          entry(
              Cause.HTTP_REDIRECT,
              Story.began().connected().sent().status(307, Media.OTHER).bodyEnded(BodyEnd.WHOLE)),
          entry(
              Cause.HTTP_CLIENT_ERROR,
              Story.began().connected().sent().status(418, Media.OTHER).bodyEnded(BodyEnd.WHOLE)),
          entry(
              Cause.HTTP_SERVER_ERROR,
              Story.began().connected().sent().status(501, Media.OTHER).bodyEnded(BodyEnd.WHOLE)),
          entry(
              Cause.HTTP_UNEXPECTED_MEDIA,
              Story.began().connected().sent().status(200, Media.HTML).bodyEnded(BodyEnd.WHOLE)),
          entry(
              Cause.PROTO_MALFORMED,
              Story.began().connected().sent().malformed(Malformation.HTTP_FRAMING)),
          entry(
              Cause.PROTO_GRAMMAR,
              text()
                  .finishSeen(Finish.STOP)
                  .malformed(Malformation.GRAMMAR)
                  .bodyEnded(BodyEnd.WHOLE)),
          entry(
              Cause.PROTO_CLIENT_LIMIT,
              text()
                  .seen(
                      Vantage.GATEWAY_DOWN,
                      at -> new WebSocketClosed(at, WebSocketClosed.TOO_BIG, true))),
          entry(Cause.STREAM_RESET, text().cut(RST)),
          entry(Cause.STREAM_PREMATURE_EOF, text().cut(FIN)),
          entry(Cause.STREAM_SILENT_TRUNCATION, text().bodyEnded(BodyEnd.WHOLE)),
          entry(Cause.STREAM_IDLE_CUT, text().after(ofSeconds(60)).providerClosed(FIN)),
          entry(
              Cause.STREAM_TOTAL_CUT,
              text()
                  .after(ofSeconds(299).plusMillis(860))
                  .flowed(Content.TEXT)
                  .after(ofMillis(70))
                  .providerClosed(RST)),
          entry(Cause.STREAM_STALLED_CONTENT, text().after(ofMinutes(20)).abortSignalWasClear()),
          entry(
              Cause.STREAM_EMPTY_COMPLETION,
              Story.began().streaming().proven(Finish.STOP).bodyEnded(BodyEnd.WHOLE)),
          entry(Cause.STREAM_LATE_CLOSE, text().proven(Finish.STOP).cut(FIN)),
          entry(Cause.PROVIDER_AUTH, responseWith(ProviderFailure.AUTH, 401)),
          entry(
              Cause.PROVIDER_CREDENTIAL_EXPIRED,
              responseWith(ProviderFailure.CREDENTIAL_EXPIRED, 401)),
          entry(Cause.PROVIDER_FORBIDDEN, responseWith(ProviderFailure.FORBIDDEN, 403)),
          entry(Cause.PROVIDER_NOT_FOUND, responseWith(ProviderFailure.NOT_FOUND, 404)),
          entry(Cause.PROVIDER_INVALID_REQUEST, responseWith(ProviderFailure.INVALID_REQUEST, 400)),
          entry(
              Cause.PROVIDER_CONTEXT_OVERFLOW, responseWith(ProviderFailure.CONTEXT_OVERFLOW, 400)),
          entry(Cause.PROVIDER_TOO_LARGE, responseWith(ProviderFailure.TOO_LARGE, 413)),
          entry(Cause.PROVIDER_RATE_LIMITED, responseWith(ProviderFailure.RATE_LIMITED, 429)),
          entry(Cause.PROVIDER_QUOTA, responseWith(ProviderFailure.QUOTA, 429)),
          entry(Cause.PROVIDER_PLAN_WINDOW, responseWith(ProviderFailure.PLAN_WINDOW, 429)),
          entry(Cause.PROVIDER_BILLING, responseWith(ProviderFailure.BILLING, 402)),
          entry(Cause.PROVIDER_OVERLOADED, responseWith(ProviderFailure.OVERLOADED, 529)),
          entry(Cause.PROVIDER_SERVER_ERROR, responseWith(ProviderFailure.SERVER_ERROR, 500)),
          entry(Cause.PROVIDER_BAD_GATEWAY, responseWith(ProviderFailure.BAD_GATEWAY, 502)),
          entry(Cause.PROVIDER_GATEWAY_TIMEOUT, responseWith(ProviderFailure.GATEWAY_TIMEOUT, 504)),
          entry(Cause.PROVIDER_CONFLICT, responseWith(ProviderFailure.CONFLICT, 409)),
          entry(Cause.PROVIDER_STATE_LOST, responseWith(ProviderFailure.STATE_LOST, 400)),
          entry(Cause.PROVIDER_IN_STREAM_ERROR, text().providerFailed(ProviderFailure.OTHER, true)),
          entry(Cause.PROVIDER_CANCELLED, responseWith(ProviderFailure.CANCELLED, 499)),
          entry(Cause.PROVIDER_OUTPUT_LIMIT, text().proven(Finish.LENGTH).bodyEnded(BodyEnd.WHOLE)),
          entry(
              Cause.PROVIDER_INCOMPLETE,
              text().proven(Finish.CONTEXT_WINDOW).bodyEnded(BodyEnd.WHOLE)),
          entry(
              Cause.POLICY_CONTENT_FILTER,
              text().proven(Finish.CONTENT_FILTER).bodyEnded(BodyEnd.WHOLE)),
          entry(Cause.POLICY_REFUSAL, text().proven(Finish.REFUSAL).bodyEnded(BodyEnd.WHOLE)),
          entry(Cause.ABORT_USER, aborted(AbortSource.USER)),
          entry(Cause.ABORT_PARENT, aborted(AbortSource.PARENT)),
          entry(Cause.ABORT_LIFECYCLE, aborted(AbortSource.LIFECYCLE)),
          entry(Cause.ABORT_SUPERSEDED, aborted(AbortSource.SUPERSEDED)),
          entry(Cause.ABORT_LOOP_GUARD, aborted(AbortSource.LOOP_GUARD)),
          entry(Cause.ABORT_BUDGET, aborted(AbortSource.BUDGET)),
          entry(Cause.ABORT_DOWNSTREAM_GONE, text().clientClosed()),
          entry(Cause.ABORT_UNATTRIBUTED, aborted(AbortSource.UNATTRIBUTED)),
          entry(Cause.WATCHDOG_CONNECT, Story.began().dialled().timerFired(TimerKind.CONNECT)),
          entry(
              Cause.WATCHDOG_HEADERS,
              Story.began().connected().sent().timerFired(TimerKind.HEADERS)),
          entry(
              Cause.WATCHDOG_FIRST_CONTENT,
              Story.began().streaming().timerFired(TimerKind.FIRST_CONTENT)),
          entry(Cause.WATCHDOG_IDLE, text().timerFired(TimerKind.IDLE)),
          entry(Cause.WATCHDOG_TOTAL, text().timerFired(TimerKind.TOTAL)),
          entry(Cause.WATCHDOG_PING, text().timerFired(TimerKind.PING)),
          entry(Cause.WATCHDOG_TOOL, text().timerFired(TimerKind.TOOL)),
          entry(Cause.TOOL_INVALID_ARGUMENTS, told(ToolOutcome.INVALID_ARGUMENTS)),
          entry(Cause.TOOL_FAILED, told(ToolOutcome.FAILED)),
          entry(Cause.TOOL_TIMEOUT, told(ToolOutcome.TIMED_OUT)),
          entry(Cause.TOOL_INTERRUPTED, told(ToolOutcome.INTERRUPTED)),
          entry(Cause.TOOL_RESULT_LOST, told(ToolOutcome.DONE)),
          entry(
              Cause.TOOL_DUPLICATE_EFFECT,
              Story.began()
                  .askedForATool()
                  .toolStarted(ToolEffect.REMOTE_WRITE)
                  .toolDone()
                  .toolStarted(ToolEffect.REMOTE_WRITE)
                  .toolDone()),
          entry(
              Cause.HOST_SUSPENDED,
              text().after(ofSeconds(1)).hostSlept(ofMinutes(40)).providerClosed(RST)),
          entry(
              Cause.HOST_STALLED,
              text()
                  .after(ofSeconds(31))
                  .hostStalled(ofSeconds(30))
                  .timerFired(TimerKind.IDLE, ofSeconds(30))),
          entry(Cause.HOST_PROCESS_LOST, Story.began().processLost()));

  /** The story of a cause. */
  public static Story of(Cause cause) {
    return Objects.requireNonNull(BY_CAUSE.get(cause), () -> "no story of " + cause);
  }

  /** All of them. */
  public static Collection<Story> all() {
    return BY_CAUSE.values();
  }
}
