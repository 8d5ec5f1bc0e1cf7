// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.CloseEvent.WebSocketClosed;
import dev.lastbyte.core.event.ConnectionEvent.Connected;
import dev.lastbyte.core.event.ConnectionEvent.DialFailed;
import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.event.ConnectionEvent.DialStarted;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.LocalEvent.OutputRetracted;
import dev.lastbyte.core.event.LocalEvent.TimerFired;
import dev.lastbyte.core.event.LocalEvent.TimerKind;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.RequestEvent.RequestBegan;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.event.StreamEvent.Opacity;
import dev.lastbyte.core.event.StreamEvent.PieceArrived;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.StreamBroke;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One attempt as a run's log tells it: what was asked, what came, what tools did, how it ended. */
record AttemptKind(Request request, Show show, Tool tool, End end) {

  private static final Token CALL = new Token("call_1");
  private static final long STEP_NANOS = 1_000_000;

  /** What the request offers and leaves behind. */
  enum Request {
    NO_TOOLS,
    LOCAL_TOOLS,
    SERVER_TOOLS,
    SERVER_TOOLS_UNKNOWN,
    UNCLASSIFIED_TOOLS,
    STATEFUL
  }

  /** What a person saw. */
  enum Show {
    NOTHING,
    /** A counter of text that counted nothing. */
    NO_TEXT,
    REASONING,
    TEXT,
    TEXT_TAKEN_BACK,
    /** Text of which more came after it had been taken back. */
    TEXT_AFTER_TAKING_BACK,
    UNKNOWN_PIECE,
    OPAQUE
  }

  /** What tools did. */
  enum Tool {
    NONE,
    READ_ONLY_DONE,
    REFUSED,
    DROPPED,
    READY,
    STARTED,
    DONE,
    TIMED_OUT,
    INTERRUPTED,
    FAILED,
    /** Told by the application alone, and without ids. */
    TWO_WITHOUT_IDS,
    /** The provider ran a tool of its own, whatever the request was said to offer. */
    OF_THE_PROVIDER
  }

  /** How it ended. */
  enum End {
    DIAL_REFUSED,
    DIAL_TIMEOUT,
    CLOSED,
    RESET,
    STATUS_429,
    STATUS_529,
    STATUS_500,
    CREDENTIAL_EXPIRED,
    ERROR_IN_STREAM,
    TIMER,
    PING,
    CLIENT_LIMIT,
    ERROR_TEXT,
    BROKE,
    PROCESS_LOST,
    ABORTED,
    TIMER_THEN_ABORT
  }

  /** Every kind that can be. */
  static List<AttemptKind> endingInEveryWay() {
    List<AttemptKind> kinds = new ArrayList<>();
    for (Request request : Request.values()) {
      for (Show show : Show.values()) {
        for (Tool tool : Tool.values()) {
          for (End end : End.values()) {
            var kind = new AttemptKind(request, show, tool, end);
            if (kind.canBe()) {
              kinds.add(kind);
            }
          }
        }
      }
    }
    return kinds;
  }

  /**
   * Those that ask, show or do one thing only: what several do together is the worst of them, and
   * several attempts do several.
   */
  static List<AttemptKind> doingOneThing() {
    return endingInEveryWay().stream()
        .filter(kind -> {
          int things = kind.request == Request.LOCAL_TOOLS ? 0 : 1;
          things += kind.show == Show.NOTHING ? 0 : 1;
          things += kind.tool == Tool.NONE ? 0 : 1;
          return things <= 1;
        })
        .toList();
  }

  /** Those of them that ended as one that is followed by another usually does. */
  static List<AttemptKind> followed() {
    return doingOneThing().stream().filter(kind -> kind.end == End.CLOSED).toList();
  }

  static AttemptKind refusedAtTheDial() {
    return new AttemptKind(Request.NO_TOOLS, Show.NOTHING, Tool.NONE, End.DIAL_REFUSED);
  }

  private boolean wasSent() {
    return end != End.DIAL_REFUSED && end != End.DIAL_TIMEOUT;
  }

  private boolean wasAnswered() {
    return switch (end) {
      case DIAL_REFUSED, DIAL_TIMEOUT, STATUS_429, STATUS_529, STATUS_500, CREDENTIAL_EXPIRED ->
          false;
      case CLOSED,
          RESET,
          ERROR_IN_STREAM,
          TIMER,
          PING,
          CLIENT_LIMIT,
          ERROR_TEXT,
          BROKE,
          PROCESS_LOST ->
          true;
      case ABORTED, TIMER_THEN_ABORT -> true;
    };
  }

  private boolean canBe() {
    boolean holdsSomething = show != Show.NOTHING || tool != Tool.NONE;
    return wasAnswered() || !holdsSomething;
  }

  /** Whether the world may have changed. */
  boolean mayHaveHadAnEffect() {
    boolean rejected = end == End.STATUS_429 || end == End.STATUS_529;
    boolean atProvider =
        wasSent()
            && !rejected
            && switch (request) {
              case NO_TOOLS, LOCAL_TOOLS -> false;
              case SERVER_TOOLS, SERVER_TOOLS_UNKNOWN, UNCLASSIFIED_TOOLS, STATEFUL -> true;
            };
    boolean here =
        switch (tool) {
          case NONE, READ_ONLY_DONE, REFUSED, DROPPED -> false;
          case READY,
              STARTED,
              DONE,
              TIMED_OUT,
              INTERRUPTED,
              FAILED,
              TWO_WITHOUT_IDS,
              OF_THE_PROVIDER ->
              true;
        };
    return atProvider || here || (offersTools() && contentIsUnknown());
  }

  private boolean contentIsUnknown() {
    return show == Show.UNKNOWN_PIECE || show == Show.OPAQUE || end == End.PROCESS_LOST;
  }

  /** Whether it took back what it and the attempts before it had shown. */
  boolean tookBack() {
    return show == Show.TEXT_TAKEN_BACK && end != End.PROCESS_LOST;
  }

  /** Whether a person saw, or may have seen, what would be seen again. */
  boolean standsOnTheScreen() {
    return switch (show) {
      case NOTHING, NO_TEXT, REASONING, TEXT_TAKEN_BACK -> end == End.PROCESS_LOST;
      case TEXT, TEXT_AFTER_TAKING_BACK, UNKNOWN_PIECE, OPAQUE -> true;
    };
  }

  boolean offersTools() {
    return request != Request.NO_TOOLS || tool != Tool.NONE;
  }

  boolean wasAborted() {
    return end == End.ABORTED || end == End.TIMER_THEN_ABORT;
  }

  /** Adds the attempt's events to a log. */
  void tell(int number, long beginNanos, List<RunEvent> log) {
    new Telling(number, beginNanos, log).tell(this);
  }

  /** Writes one attempt into a log, a millisecond after the other. */
  private static final class Telling {

    private final int number;
    private final List<RunEvent> log;
    private long now;

    Telling(int number, long beginNanos, List<RunEvent> log) {
      this.number = number;
      this.now = beginNanos;
      this.log = log;
    }

    void tell(AttemptKind kind) {
      add(Vantage.GATEWAY_UP, AttemptStarted::new);
      add(Vantage.GATEWAY_DOWN, at -> described(at, kind.request));
      add(Vantage.GATEWAY_UP, DialStarted::new);
      if (kind.wasSent()) {
        add(Vantage.GATEWAY_UP, Connected::new);
        add(Vantage.GATEWAY_UP, RequestBegan::new);
        add(Vantage.GATEWAY_UP, at -> new RequestSent(at, 900));
      }
      if (kind.wasAnswered() && (kind.show != Show.NOTHING || kind.tool != Tool.NONE)) {
        status(200);
        show(kind.show);
        tool(kind.tool);
      }
      end(kind.end);
    }

    private static RequestDescribed described(Stamp at, Request request) {
      Known server =
          switch (request) {
            case SERVER_TOOLS -> Known.YES;
            case SERVER_TOOLS_UNKNOWN -> Known.UNKNOWN;
            case NO_TOOLS, LOCAL_TOOLS, UNCLASSIFIED_TOOLS, STATEFUL -> Known.NO;
          };
      return new RequestDescribed(
          at,
          Dialect.OPENAI_RESPONSES,
          null,
          Known.YES,
          Known.YES,
          server,
          request == Request.NO_TOOLS || request == Request.UNCLASSIFIED_TOOLS ? 0 : 2,
          0,
          Known.of(request == Request.STATEFUL),
          Known.NO,
          request == Request.UNCLASSIFIED_TOOLS ? 1L : null);
    }

    private void show(Show show) {
      switch (show) {
        case NOTHING -> {}
        case NO_TEXT -> content(Content.TEXT, 0, now);
        case REASONING -> content(Content.REASONING, 3, now);
        case TEXT -> content(Content.TEXT, 3, now);
        case TEXT_TAKEN_BACK -> {
          content(Content.TEXT, 3, now);
          add(Vantage.AGENT, OutputRetracted::new);
        }
        case TEXT_AFTER_TAKING_BACK -> {
          content(Content.TEXT, 3, now + 5 * STEP_NANOS);
          add(Vantage.AGENT, OutputRetracted::new);
        }
        case UNKNOWN_PIECE -> add(Vantage.AGENT, PieceArrived::new);
        case OPAQUE -> add(Vantage.GATEWAY_UP, at -> new ContentOpaque(at, Opacity.COMPRESSED));
      }
    }

    private void tool(Tool tool) {
      switch (tool) {
        case NONE -> {}
        case READ_ONLY_DONE -> {
          ready();
          started(CALL, ToolEffect.READ_ONLY);
          ended(CALL, ToolOutcome.DONE);
        }
        case REFUSED -> {
          ready();
          ended(CALL, ToolOutcome.INVALID_ARGUMENTS);
        }
        case DROPPED -> {
          ready();
          ended(CALL, ToolOutcome.DROPPED);
        }
        case READY -> ready();
        case STARTED -> {
          ready();
          started(CALL, ToolEffect.PROCESS);
        }
        case DONE -> ran(ToolOutcome.DONE);
        case TIMED_OUT -> ran(ToolOutcome.TIMED_OUT);
        case INTERRUPTED -> ran(ToolOutcome.INTERRUPTED);
        case FAILED -> ran(ToolOutcome.FAILED);
        case TWO_WITHOUT_IDS -> {
          started(null, ToolEffect.PROCESS);
          started(null, ToolEffect.READ_ONLY);
          ended(null, ToolOutcome.DONE);
        }
        case OF_THE_PROVIDER -> content(Content.SERVER_TOOL, 2, now);
      }
    }

    private void ran(ToolOutcome outcome) {
      ready();
      started(CALL, ToolEffect.REMOTE_WRITE);
      ended(CALL, outcome);
    }

    private void ready() {
      add(Vantage.GATEWAY_UP, at -> new ToolCallStarted(at, 0, CALL, new Token("send_mail")));
      add(Vantage.GATEWAY_UP, at -> new ToolCallReady(at, 0));
    }

    private void started(@Nullable Token call, ToolEffect effect) {
      add(Vantage.AGENT, at -> new ToolStarted(at, call, effect));
    }

    private void ended(@Nullable Token call, ToolOutcome outcome) {
      add(Vantage.AGENT, at -> new ToolEnded(at, call, outcome));
    }

    private void content(Content kind, long count, long lastAtNanos) {
      add(Vantage.GATEWAY_UP, at -> new ContentFlowed(at, kind, count, 100 * count, lastAtNanos));
    }

    private void status(int status) {
      add(
          Vantage.GATEWAY_UP,
          at -> new ResponseStarted(at, status, Framing.CHUNKED, Media.EVENT_STREAM, null));
    }

    private void end(End end) {
      now += 10 * STEP_NANOS;
      switch (end) {
        case DIAL_REFUSED -> add(Vantage.GATEWAY_UP, at -> new DialFailed(at, DialFailure.REFUSED));
        case DIAL_TIMEOUT -> add(Vantage.GATEWAY_UP, at -> new DialFailed(at, DialFailure.TIMEOUT));
        case CLOSED -> closed(CloseMark.FIN);
        case RESET -> closed(CloseMark.RST);
        case STATUS_429 -> status(429);
        case STATUS_529 -> status(529);
        case STATUS_500 -> status(500);
        case ERROR_IN_STREAM ->
            add(
                Vantage.GATEWAY_UP,
                at -> new ProviderFailed(at, ProviderFailure.OVERLOADED, null, true));
        case CREDENTIAL_EXPIRED -> {
          status(401);
          add(
              Vantage.GATEWAY_UP,
              at -> new ProviderFailed(at, ProviderFailure.CREDENTIAL_EXPIRED, null, false));
        }
        case TIMER -> timer(TimerKind.IDLE);
        case PING -> timer(TimerKind.PING);
        case CLIENT_LIMIT ->
            add(Vantage.GATEWAY_DOWN, at -> new WebSocketClosed(at, WebSocketClosed.TOO_BIG, true));
        case ERROR_TEXT -> {
          var link = new ErrorLink(new Token("TypeError"), null, KnownPhrase.OTHER_SIDE_CLOSED);
          add(Vantage.AGENT, at -> new ErrorSurfaced(at, List.of(link)));
        }
        case BROKE -> add(Vantage.AGENT, StreamBroke::new);
        case PROCESS_LOST -> add(Vantage.GATEWAY_UP, ProcessLost::new);
        case ABORTED -> aborted();
        case TIMER_THEN_ABORT -> {
          timer(TimerKind.IDLE);
          now += 2_000 * STEP_NANOS;
          aborted();
        }
      }
    }

    private void closed(CloseMark mark) {
      add(Vantage.GATEWAY_UP, at -> new PeerClosed(at, mark, 0, 900));
    }

    private void timer(TimerKind which) {
      add(Vantage.AGENT, at -> new TimerFired(at, which, STEP_NANOS));
    }

    private void aborted() {
      add(Vantage.AGENT, at -> new AbortRequested(at, AbortSource.USER, null, null));
    }

    private void add(Vantage vantage, Function<Stamp, RunEvent> event) {
      log.add(event.apply(new Stamp(now, number, vantage)));
      now += STEP_NANOS;
    }
  }
}
