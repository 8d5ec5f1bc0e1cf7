// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.LocalEvent.TimerFired;
import dev.lastbyte.core.event.LocalEvent.TimerKind;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table of runs: what flowed, how far calls came, what the owner said, and how they ended. */
final class ReportableRuns {

  static final long STEP_NANOS = 1_000_000;

  private enum Flow {
    NOTHING,
    TEXT
  }

  private enum Calls {
    NONE,
    BEGUN,
    READY,
    STARTED,
    STARTED_HARMLESS,
    REFUSED_BEFORE_WHOLE,
    DONE,
    TWO_READY,
    TWO_STARTED
  }

  private enum End {
    PROVIDER_FIN,
    PROVIDER_RESET,
    CLIENT_FIN,
    OWN_TIMER,
    USER_ABORT,
    SUPERSEDED,
    ERROR_TEXT,
    LOST
  }

  private final List<RunEvent> events = new ArrayList<>();

  private ReportableRuns() {}

  static List<RunLog> all() {
    List<RunLog> all = new ArrayList<>();
    for (Flow flow : Flow.values()) {
      for (Calls calls : Calls.values()) {
        for (End end : End.values()) {
          all.add(new ReportableRuns().run(flow, calls, end));
        }
      }
    }
    return all;
  }

  private RunLog run(Flow flow, Calls calls, End end) {
    add(Vantage.GATEWAY_UP, AttemptStarted::new);
    if (flow == Flow.TEXT) {
      add(Vantage.GATEWAY_UP, at -> new ContentFlowed(at, Content.TEXT, 3, 30, at.atNanos()));
    }
    add(calls);
    add(end);
    return new RunLog(new RunHeader(new Token("r-1"), 0, new Token("up")), events, 0);
  }

  private void add(Calls calls) {
    if (calls == Calls.NONE) {
      return;
    }
    begin(0, "call_1");
    switch (calls) {
      case NONE, BEGUN -> {}
      case READY -> ready(0);
      case STARTED -> {
        ready(0);
        start("call_1", ToolEffect.REMOTE_WRITE);
      }
      case STARTED_HARMLESS -> start("call_1", ToolEffect.READ_ONLY);
      case REFUSED_BEFORE_WHOLE -> end("call_1", ToolOutcome.INVALID_ARGUMENTS);
      case DONE -> {
        ready(0);
        start(null, ToolEffect.UNKNOWN);
        end(null, ToolOutcome.DONE);
      }
      case TWO_READY -> {
        ready(0);
        begin(1, "call_2");
        ready(1);
      }
      case TWO_STARTED -> {
        begin(1, "call_2");
        start("call_1", ToolEffect.READ_ONLY);
        start(null, ToolEffect.READ_ONLY);
        end(null, ToolOutcome.DONE);
      }
    }
  }

  private void add(End end) {
    switch (end) {
      case PROVIDER_FIN -> closed(Vantage.GATEWAY_UP, CloseMark.FIN);
      case PROVIDER_RESET -> closed(Vantage.GATEWAY_UP, CloseMark.RST);
      case CLIENT_FIN -> closed(Vantage.GATEWAY_DOWN, CloseMark.FIN);
      case OWN_TIMER -> {
        add(Vantage.AGENT, at -> new TimerFired(at, TimerKind.IDLE, 1));
        closed(Vantage.GATEWAY_DOWN, CloseMark.FIN);
      }
      case USER_ABORT -> abort(AbortSource.USER);
      case SUPERSEDED -> abort(AbortSource.SUPERSEDED);
      case ERROR_TEXT ->
          add(Vantage.AGENT, at -> new ErrorSurfaced(at, List.<ErrorLink>of(), Known.UNKNOWN));
      case LOST -> add(Vantage.GATEWAY_UP, ProcessLost::new);
    }
    if (end != End.LOST) {
      add(Vantage.GATEWAY_UP, RunEnded::new);
    }
  }

  private void abort(AbortSource source) {
    add(Vantage.AGENT, at -> new AbortRequested(at, source, null, null));
    closed(Vantage.GATEWAY_DOWN, CloseMark.FIN);
  }

  private void closed(Vantage side, CloseMark mark) {
    add(side, at -> new PeerClosed(at, mark, 100, 100));
  }

  private void begin(int index, String call) {
    add(
        Vantage.GATEWAY_UP,
        at -> new ToolCallStarted(at, index, new Token(call), new Token("write_file")));
  }

  private void ready(int index) {
    add(Vantage.GATEWAY_UP, at -> new ToolCallReady(at, index));
  }

  private void start(@Nullable String call, ToolEffect effect) {
    add(Vantage.AGENT, at -> new ToolStarted(at, call == null ? null : new Token(call), effect));
  }

  private void end(@Nullable String call, ToolOutcome outcome) {
    add(Vantage.AGENT, at -> new ToolEnded(at, call == null ? null : new Token(call), outcome));
  }

  private void add(Vantage vantage, Function<Stamp, RunEvent> event) {
    events.add(event.apply(new Stamp((events.size() + 1) * STEP_NANOS, 1, vantage)));
  }
}
