// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.story;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.LocalClosed;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ConnectionEvent;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.event.LifeEvent;
import dev.lastbyte.core.event.LocalEvent;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.RequestEvent;
import dev.lastbyte.core.event.ResponseEvent;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.ToolEvent;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A run told line by line; every line happens ten milliseconds after the one before. */
public final class Story {

  private static final long STEP_NANOS = Duration.ofMillis(10).toNanos();
  private static final Token CALL = new Token("call_1");

  private final List<RunEvent> events = new ArrayList<>();
  private long now;
  private int attempt = 1;

  private Story() {}

  /** A run through the gateway whose request is the harmless usual one. */
  public static Story began() {
    return new Story().asking(Known.NO, Known.NO, 1).up(LifeEvent.AttemptStarted::new);
  }

  /** A run whose request asks for storage and tools of the provider as given. */
  public static Story beganAsking(Known stores, Known serverTools) {
    return new Story().asking(stores, serverTools, 1).up(LifeEvent.AttemptStarted::new);
  }

  /** A run whose request adds to what the provider keeps, or has it go on working. */
  public static Story beganStateful() {
    Story story = new Story();
    return story
        .seen(
            Vantage.GATEWAY_DOWN,
            at ->
                new RequestEvent.RequestDescribed(
                    at,
                    Dialect.OPENAI_RESPONSES,
                    null,
                    Known.YES,
                    Known.YES,
                    Known.NO,
                    1,
                    0,
                    Known.YES,
                    Known.NO,
                    null))
        .up(LifeEvent.AttemptStarted::new);
  }

  /** A run read from another program's log. */
  public static Story imported() {
    Story story = new Story();
    return story.seen(Vantage.IMPORT, LifeEvent.AttemptStarted::new);
  }

  /** The same request sent again: what follows is of the next attempt. */
  public Story again() {
    attempt++;
    return up(LifeEvent.AttemptStarted::new).asking(Known.NO, Known.NO, 1);
  }

  private Story asking(Known stores, Known serverTools, int tools) {
    return seen(
        Vantage.GATEWAY_DOWN,
        at ->
            new RequestEvent.RequestDescribed(
                at, Dialect.OPENAI_CHAT, null, Known.YES, stores, serverTools, tools, 0));
  }

  public Story seen(Vantage vantage, Function<Stamp, RunEvent> event) {
    events.add(event.apply(new Stamp(now, attempt, vantage)));
    now += STEP_NANOS;
    return this;
  }

  private Story up(Function<Stamp, RunEvent> event) {
    return seen(Vantage.GATEWAY_UP, event);
  }

  public Story agentSaid(Function<Stamp, RunEvent> event) {
    return seen(Vantage.AGENT, event);
  }

  public Story nameNotFound() {
    return up(ConnectionEvent.LookupStarted::new)
        .up(at -> new ConnectionEvent.LookupFailed(at, ConnectionEvent.LookupFailure.NOT_FOUND));
  }

  public Story dialled() {
    return up(ConnectionEvent.DialStarted::new);
  }

  public Story dialFailed(ConnectionEvent.DialFailure why) {
    return dialled().up(at -> new ConnectionEvent.DialFailed(at, why));
  }

  public Story connected() {
    return dialled().up(ConnectionEvent.Connected::new);
  }

  /** A connection that had been idle for half a minute, and was not looked at. */
  public Story reused() {
    return reusedAfter(Duration.ofSeconds(30));
  }

  public Story reusedAfter(Duration idle) {
    return up(at -> new ConnectionEvent.ConnectionReused(at, 2 * idle.toNanos(), idle.toNanos()));
  }

  /** A connection whose socket was looked at just before the request. */
  public Story reusedShowing(ConnectionEvent.SocketState looked) {
    long idle = Duration.ofSeconds(30).toNanos();
    return up(at -> new ConnectionEvent.ConnectionReused(at, 2 * idle, idle, looked, null));
  }

  public Story sending() {
    return up(RequestEvent.RequestBegan::new);
  }

  public Story sent() {
    return sending().up(at -> new RequestEvent.RequestSent(at, 900));
  }

  /** Connected, sent, and answered with a good event stream in chunks. */
  public Story streaming() {
    return connected().sent().status(200, Media.EVENT_STREAM);
  }

  public Story status(int status, Media media) {
    return up(at -> new ResponseEvent.ResponseStarted(at, status, Framing.CHUNKED, media, null));
  }

  public Story statusWithRetryAfter(int status, Duration wish) {
    return up(at ->
        new ResponseEvent.ResponseStarted(at, status, Framing.LENGTH, Media.JSON, wish.toNanos()));
  }

  public Story errorBody(ResponseEvent.ErrorShape shape, ResponseEvent.Signer signer) {
    return up(at -> new ResponseEvent.ErrorBodySeen(at, shape, signer));
  }

  /** A wish for a pause that stands in the error itself. */
  public Story bodyAsksFor(Duration pause) {
    return up(at ->
        new ResponseEvent.RetryAdvised(
            at, ResponseEvent.AdvicePlace.BODY, pause.toNanos(), Known.UNKNOWN));
  }

  public Story shouldRetry(boolean again) {
    return up(at ->
        new ResponseEvent.RetryAdvised(
            at, ResponseEvent.AdvicePlace.SHOULD_RETRY_HEADER, null, Known.of(again)));
  }

  public Story firstByte() {
    return up(ResponseEvent.BodyBegan::new);
  }

  public Story responseId(String id) {
    return up(at -> new ResponseEvent.Correlated(at, Correlation.RESPONSE_ID, new Token(id)));
  }

  public Story flowed(Content kind) {
    return up(at -> new StreamEvent.ContentFlowed(at, kind, 3, 300, at.atNanos() + 1));
  }

  public Story opaque() {
    return opaque(StreamEvent.Opacity.COMPRESSED);
  }

  public Story opaque(StreamEvent.Opacity why) {
    return up(at -> new StreamEvent.ContentOpaque(at, why));
  }

  public Story toolCallBegan() {
    return up(at -> new StreamEvent.ToolCallStarted(at, 0, CALL, null));
  }

  public Story toolCallReady(Token name) {
    return up(at -> new StreamEvent.ToolCallStarted(at, 0, CALL, name))
        .up(at -> new StreamEvent.ToolCallReady(at, 0));
  }

  public Story toolCallReady() {
    return toolCallBegan()
        .flowed(Content.TOOL_INPUT)
        .up(at -> new StreamEvent.ToolCallReady(at, 0));
  }

  public Story finishSeen(Finish finish) {
    return up(at -> new StreamEvent.FinishSeen(at, finish));
  }

  public Story proven(Finish finish) {
    return finishSeen(finish).up(at -> new StreamEvent.TerminalProven(at, finish));
  }

  public Story sentinel() {
    return up(StreamEvent.SentinelSeen::new);
  }

  public Story providerFailed(ProviderFailure failure, boolean inStream) {
    return up(at -> new StreamEvent.ProviderFailed(at, failure, null, inStream));
  }

  public Story bodyEnded(BodyEnd how) {
    boolean began = events.stream().anyMatch(Story::isOfABody);
    return up(at -> new ResponseEvent.BodyEnded(at, began ? 300 : 0, at.atNanos(), how));
  }

  private static boolean isOfABody(RunEvent event) {
    return event instanceof ResponseEvent.BodyBegan || event instanceof StreamEvent;
  }

  public Story providerClosed(CloseMark mark) {
    boolean answered = events.stream().anyMatch(ResponseEvent.class::isInstance);
    return up(at -> new PeerClosed(at, mark, answered ? 400 : 0, 900));
  }

  /** The body cut short and the connection's end, as the gateway records both. */
  public Story cut(CloseMark mark) {
    return bodyEnded(BodyEnd.CUT).providerClosed(mark);
  }

  public Story clientClosed() {
    return seen(Vantage.GATEWAY_DOWN, at -> new PeerClosed(at, CloseMark.FIN, 900, 400))
        .up(at -> new LocalClosed(at, CloseMark.FIN, 400, 900));
  }

  public Story timerFired(LocalEvent.TimerKind timer) {
    return agentSaid(at -> new LocalEvent.TimerFired(at, timer, STEP_NANOS));
  }

  public Story abortRequested(LocalEvent.AbortSource source) {
    return agentSaid(at -> new LocalEvent.AbortRequested(at, source, null, null));
  }

  public Story toolStarted(ToolEffect effect) {
    return agentSaid(at -> new ToolEvent.ToolStarted(at, CALL, effect));
  }

  public Story toolDone() {
    return agentSaid(at -> new ToolEvent.ToolEnded(at, CALL, ToolEvent.ToolOutcome.DONE));
  }

  public Story errorReported(KnownPhrase... phrases) {
    List<ErrorLink> chain = new ArrayList<>();
    for (KnownPhrase phrase : phrases) {
      chain.add(new ErrorLink(new Token("TypeError"), null, phrase));
    }
    return seen(Vantage.IMPORT, at -> new LocalEvent.ErrorSurfaced(at, chain));
  }

  public Story abortSignalWasClear() {
    return seen(Vantage.IMPORT, at -> new LocalEvent.AbortChecked(at, false));
  }

  public Story timerWasQuiet(LocalEvent.TimerKind timer) {
    return seen(Vantage.IMPORT, at -> new LocalEvent.TimerQuiet(at, timer, STEP_NANOS));
  }

  public Story streamBroke() {
    return agentSaid(StreamEvent.StreamBroke::new);
  }

  public Story pieceArrived() {
    return agentSaid(StreamEvent.PieceArrived::new);
  }

  public Story retryDeclined(LifeEvent.RetryHold why) {
    return agentSaid(at -> new LifeEvent.RetryDeclined(at, why));
  }

  public Story applicationEnded(LifeEvent.RunOutcome outcome) {
    return agentSaid(at -> new LifeEvent.RunEnded(at, outcome));
  }

  public Story processLost() {
    return up(LifeEvent.ProcessLost::new);
  }

  public Story after(Duration pause) {
    now += pause.toNanos();
    return this;
  }

  public Story setupFailed(LocalEvent.SetupFailure why) {
    return seen(Vantage.CLIENT, at -> new LocalEvent.SetupFailed(at, why));
  }

  public Story lookupFailed(ConnectionEvent.LookupFailure why) {
    return up(ConnectionEvent.LookupStarted::new)
        .up(at -> new ConnectionEvent.LookupFailed(at, why));
  }

  public Story proxyFailed(ConnectionEvent.ProxyFailure why) {
    return dialled()
        .up(ConnectionEvent.ProxyStarted::new)
        .up(at -> new ConnectionEvent.ProxyFailed(at, why));
  }

  public Story tlsFailed(ConnectionEvent.TlsFailure why) {
    return connected()
        .up(ConnectionEvent.TlsStarted::new)
        .up(at -> new ConnectionEvent.TlsFailed(at, why));
  }

  public Story goAway(Known processed) {
    return up(at -> new ConnectionEvent.GoAwayReceived(at, null, processed));
  }

  public Story streamReset(CloseEvent.ResetCode code) {
    return up(at -> new CloseEvent.StreamReset(at, code, true));
  }

  public Story malformed(StreamEvent.Malformation what) {
    return up(at -> new StreamEvent.Malformed(at, what));
  }

  public Story hostSlept(Duration ahead) {
    return seen(Vantage.CLIENT, at -> new LifeEvent.HostSlept(at, ahead.toNanos()));
  }

  public Story hostStalled(Duration pause) {
    return seen(Vantage.CLIENT, at -> new LifeEvent.HostStalled(at, pause.toNanos()));
  }

  public Story timerFired(LocalEvent.TimerKind timer, Duration threshold) {
    return agentSaid(at -> new LocalEvent.TimerFired(at, timer, threshold.toNanos()));
  }

  public Story closedHere(Vantage vantage) {
    return seen(vantage, at -> new LocalClosed(at, CloseMark.FIN, 0, 0));
  }

  public Story toolEnded(ToolEvent.ToolOutcome outcome) {
    return agentSaid(at -> new ToolEvent.ToolEnded(at, CALL, outcome));
  }

  public Story resultSent() {
    return agentSaid(at -> new ToolEvent.ToolResultSent(at, CALL));
  }

  public Story applicationEnded() {
    return agentSaid(LifeEvent.RunEnded::new);
  }

  /** A whole response that asked for one tool. */
  public Story askedForATool() {
    return streaming().toolCallReady().proven(Finish.TOOL_CALLS).bodyEnded(BodyEnd.WHOLE);
  }

  public RunLog log() {
    return new RunLog(new RunHeader(new Token("run-1"), 0, null), events, 0);
  }

  public AttemptFacts facts() {
    return AttemptFacts.of(log(), 1);
  }
}
