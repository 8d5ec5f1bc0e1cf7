// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.ConnectionEvent;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.event.LifeEvent;
import dev.lastbyte.core.event.LocalEvent;
import dev.lastbyte.core.event.RequestEvent;
import dev.lastbyte.core.event.ResponseEvent;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent;
import dev.lastbyte.core.event.ToolEvent;
import dev.lastbyte.core.privacy.Token;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event as a line of a timeline. */
public final class EventWords {

  private EventWords() {}

  /** A clause without a full stop. */
  public static String clause(RunEvent event) {
    return switch (event) {
      case LifeEvent life -> life(life);
      case ConnectionEvent connection -> connection(connection);
      case RequestEvent request -> request(request);
      case ResponseEvent response -> response(response);
      case StreamEvent stream -> stream(stream);
      case ToolEvent tool -> tool(tool);
      case LocalEvent local -> local(local);
      case CloseEvent close -> close(close);
    };
  }

  private static String life(LifeEvent event) {
    return switch (event) {
      case LifeEvent.AttemptStarted started -> "attempt " + started.attempt() + " began";
      case LifeEvent.RetryScheduled retry ->
          "will try again: "
              + retry.why().code()
              + ", after "
              + Numbers.duration(retry.delayNanos());
      case LifeEvent.HostSlept slept ->
          "this machine slept for " + Numbers.duration(slept.aheadNanos());
      case LifeEvent.HostStalled stalled ->
          "this process stood still for " + Numbers.duration(stalled.forNanos());
      case LifeEvent.ShadowDrained drained ->
          "read on without the client for "
              + Numbers.duration(drained.forNanos())
              + ": "
              + AftermathWords.clause(drained.aftermath())
              + ", "
              + Numbers.count(drained.bytes(), "byte")
              + " more";
      case LifeEvent.RetryDeclined declined -> "will not try again: " + declined.why().code();
      case LifeEvent.RunEnded ended ->
          "run ended"
              + (ended.outcome() == LifeEvent.RunOutcome.UNKNOWN
                  ? ""
                  : ", " + ended.outcome().code());
      case LifeEvent.ProcessLost lost -> "the recording process was lost";
    };
  }

  private static String connection(ConnectionEvent event) {
    return switch (event) {
      case ConnectionEvent.LookupStarted started -> "name look-up began";
      case ConnectionEvent.LookupFailed failed -> "name look-up failed: " + failed.why().code();
      case ConnectionEvent.DialStarted started -> "dial began";
      case ConnectionEvent.DialFailed failed -> "dial failed: " + failed.why().code();
      case ConnectionEvent.Connected connected -> "connected";
      case ConnectionEvent.ProxyStarted started -> "proxy asked to connect";
      case ConnectionEvent.ProxyFailed failed -> "proxy failed: " + failed.why().code();
      case ConnectionEvent.GoAwayReceived away ->
          "server is closing the connection"
              + named(", code ", away.code())
              + ", our stream processed: "
              + away.processed().code();
      case ConnectionEvent.TlsStarted started -> "TLS handshake began";
      case ConnectionEvent.TlsFailed failed -> "TLS handshake failed: " + failed.why().code();
      case ConnectionEvent.TlsDone done -> "TLS handshake done";
      case ConnectionEvent.ConnectionReused reused ->
          "took a connection that was "
              + Numbers.duration(reused.ageNanos())
              + " old and idle for "
              + Numbers.duration(reused.idleNanos())
              + (reused.looked() == ConnectionEvent.SocketState.UNKNOWN
                  ? ""
                  : "; its socket was " + reused.looked().code());
    };
  }

  private static String request(RequestEvent event) {
    return switch (event) {
      case RequestEvent.RequestDescribed d ->
          "request: "
              + d.dialect().code()
              + named(", model ", d.model())
              + ", streaming "
              + d.streaming().code()
              + ", "
              + Numbers.count(d.toolsOffered(), "tool")
              + (d.serverTools() == Known.UNKNOWN ? " seen, and perhaps more" : "")
              + ", "
              + Numbers.count(d.toolResults(), "tool result");
      case RequestEvent.RequestBegan began -> "first request byte sent";
      case RequestEvent.RequestProgressed progressed ->
          "request sent as far as " + Numbers.count(progressed.bytes(), "byte");
      case RequestEvent.RequestSent sent -> "request sent, " + Numbers.count(sent.bytes(), "byte");
      case RequestEvent.ConversationSeen seen ->
          "carries conversation "
              + seen.conversation()
              + " of "
              + Numbers.count(seen.messages(), "message");
      case RequestEvent.RunLinked linked -> linked(linked);
    };
  }

  private static String linked(RequestEvent.RunLinked linked) {
    String what =
        switch (linked.link()) {
          case RETRY -> "the same question again, sending " + linked.number();
          case REPEAT -> "the same question as another time";
          case STEP -> "the conversation goes on, step " + linked.number();
        };
    return what
        + named(", after run ", linked.earlier())
        + (linked.afterNanos() == 0 ? "" : ", " + Numbers.duration(linked.afterNanos()) + " later")
        + named(", session ", linked.session())
        + ", told by "
        + linked.basis().code();
  }

  private static String response(ResponseEvent event) {
    return switch (event) {
      case ResponseEvent.ResponseStarted head ->
          "status "
              + head.status()
              + ", "
              + head.media().code()
              + ", "
              + head.framing().code()
              + (head.retryAfterNanos() == null
                  ? ""
                  : ", retry after " + Numbers.duration(head.retryAfterNanos()));
      case ResponseEvent.Correlated id -> id.correlation().code() + " " + id.value();
      case ResponseEvent.ErrorBodySeen body -> errorBody(body);
      case ResponseEvent.RetryAdvised advice -> advice(advice);
      case ResponseEvent.BodyBegan began -> "first body byte";
      case ResponseEvent.BodyEnded ended ->
          "body ended " + ended.how().code() + " after " + Numbers.count(ended.bytes(), "byte");
    };
  }

  private static String errorBody(ResponseEvent.ErrorBodySeen body) {
    boolean signed = body.signer() != ResponseEvent.Signer.UNKNOWN;
    return "error body: " + body.shape().code() + (signed ? " by " + body.signer().code() : "");
  }

  private static String advice(ResponseEvent.RetryAdvised advice) {
    return "about trying again, in "
        + advice.place().code()
        + (advice.again() == Known.UNKNOWN ? "" : ": " + advice.again().code())
        + (advice.afterNanos() == null ? "" : ": after " + Numbers.duration(advice.afterNanos()));
  }

  private static String stream(StreamEvent event) {
    return switch (event) {
      case StreamEvent.ContentFlowed flow ->
          flow.content().code()
              + " x "
              + flow.count()
              + ", "
              + Numbers.count(flow.bytes(), "byte")
              + " over "
              + Numbers.duration(flow.lastAtNanos() - flow.atNanos());
      case StreamEvent.PieceArrived piece -> "something of the response arrived";
      case StreamEvent.StreamBroke broke -> "the stream broke";
      case StreamEvent.ContentOpaque opaque -> "content cannot be followed: " + opaque.why().code();
      case StreamEvent.ToolCallStarted call ->
          "tool call "
              + call.index()
              + " began"
              + named(" ", call.tool())
              + named(" ", call.call());
      case StreamEvent.ToolCallReady call -> "tool call " + call.index() + " complete";
      case StreamEvent.FinishSeen finish ->
          "model stopped: "
              + finish.finish().code()
              + (finish.reason() == null ? "" : " (" + finish.reason() + ")");
      case StreamEvent.TerminalProven proof -> "whole response proven: " + proof.finish().code();
      case StreamEvent.SentinelSeen sentinel -> "end mark of the transport";
      case StreamEvent.ProviderFailed failed ->
          "provider error: " + failed.failure().code() + named(", code ", failed.code());
      case StreamEvent.Malformed malformed -> "protocol broken: " + malformed.what().code();
    };
  }

  private static String tool(ToolEvent event) {
    return switch (event) {
      case ToolEvent.ToolMaterialised task ->
          "tool call taken on"
              + named(" ", task.call())
              + (task.effect() == ToolEvent.ToolEffect.UNKNOWN
                  ? ""
                  : ", effect " + task.effect().code());
      case ToolEvent.ToolStarted started ->
          "tool started" + named(" ", started.call()) + ", effect " + started.effect().code();
      case ToolEvent.ToolEnded ended ->
          "tool ended" + named(" ", ended.call()) + ": " + ended.outcome().code();
      case ToolEvent.ToolResultSent sent -> "tool result sent" + named(" ", sent.call());
      case ToolEvent.ToolRepeated repeated ->
          "the tool had run before"
              + named(", call ", repeated.call())
              + named(", in run ", repeated.earlier());
    };
  }

  private static String local(LocalEvent event) {
    return switch (event) {
      case LocalEvent.TimerArmed armed ->
          "own timer set: "
              + armed.timer().code()
              + threshold(armed.thresholdNanos())
              + ", by "
              + armed.source().code();
      case LocalEvent.SetupFailed failed -> "client could not begin: " + failed.why().code();
      case LocalEvent.OutputShown shown -> "output shown";
      case LocalEvent.OutputRetracted retracted -> "output taken back";
      case LocalEvent.TimerFired fired ->
          "own timer fired: " + fired.timer().code() + threshold(fired.thresholdNanos());
      case LocalEvent.TimerQuiet quiet ->
          "own timer had not fired: " + quiet.timer().code() + threshold(quiet.thresholdNanos());
      case LocalEvent.AbortRequested asked ->
          "abort asked for by: "
              + asked.source().code()
              + named(", because ", asked.why())
              + named(", from ", asked.from());
      case LocalEvent.AbortChecked checked ->
          "abort signal was " + (checked.aborted() ? "set" : "not set");
      case LocalEvent.ErrorSurfaced error ->
          "error reported: "
              + error.chain().stream().map(EventWords::level).collect(Collectors.joining(" <- "))
              + switch (error.retryable()) {
                case YES -> ", may be tried again";
                case NO -> ", final";
                case UNKNOWN -> "";
              };
    };
  }

  private static String level(ErrorLink link) {
    String phrase = link.phrase() == KnownPhrase.NONE ? "" : " \"" + link.phrase().text() + "\"";
    return (link.type() == null ? "error" : link.type().value()) + named(" ", link.code()) + phrase;
  }

  private static String close(CloseEvent event) {
    return switch (event) {
      case CloseEvent.PeerClosed closed ->
          "peer closed: "
              + closed.mark().code()
              + bytes(closed.received(), closed.sent())
              + (closed.requestReached() == Known.NO ? "; before the request reached it" : "");
      case CloseEvent.StreamReset reset ->
          "stream reset " + side(reset.fromPeer()) + ": " + reset.code().code();
      case CloseEvent.WebSocketClosed closed ->
          "websocket closed " + side(closed.fromPeer()) + ": " + closed.code();
      case CloseEvent.LocalClosed closed ->
          "closed here: " + closed.mark().code() + bytes(closed.received(), closed.sent());
    };
  }

  private static String side(boolean peer) {
    return peer ? "by the peer" : "here";
  }

  private static String bytes(long received, long sent) {
    return " after "
        + Numbers.count(received, "byte")
        + " in, "
        + Numbers.count(sent, "byte")
        + " out";
  }

  private static String threshold(long nanos) {
    return nanos == 0 ? "" : " at " + Numbers.duration(nanos);
  }

  private static String named(String before, @Nullable Token token) {
    return token == null ? "" : before + token;
  }
}
