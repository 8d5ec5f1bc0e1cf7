// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ConnectionEvent;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent;
import dev.lastbyte.core.event.LocalEvent;
import dev.lastbyte.core.event.RequestEvent;
import dev.lastbyte.core.event.ResponseEvent;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.List;

/** Run logs to report on. */
final class Runs {

  private static final long MILLI = 1_000_000;

  private Runs() {}

  /** Text, and then the provider's side closed. */
  static RunLog cutInText() {
    Stamp at = new Stamp(0, 1, Vantage.GATEWAY_UP);
    return log(
        List.of(
            new LifeEvent.AttemptStarted(at),
            new RequestEvent.RequestDescribed(
                new Stamp(1 * MILLI, 1, Vantage.GATEWAY_DOWN),
                Dialect.OPENAI_CHAT,
                new Token("gpt-5.5"),
                Known.YES,
                Known.NO,
                Known.NO,
                2,
                0),
            new ConnectionEvent.Connected(up(2)),
            new RequestEvent.RequestBegan(up(3)),
            new RequestEvent.RequestSent(up(4), 812),
            new ResponseEvent.ResponseStarted(
                up(300),
                200,
                ResponseEvent.Framing.CHUNKED,
                ResponseEvent.Media.EVENT_STREAM,
                null),
            new ResponseEvent.Correlated(
                up(300), ResponseEvent.Correlation.REQUEST_ID, new Token("req_1")),
            new StreamEvent.ContentFlowed(
                up(400), StreamEvent.Content.TEXT, 42, 8_000, 1_900 * MILLI),
            new ResponseEvent.BodyEnded(up(2_000), 8_000, 1_900 * MILLI, ResponseEvent.BodyEnd.CUT),
            new PeerClosed(up(2_000), CloseMark.FIN, 8_400, 812)));
  }

  /** Text, and then the client is gone. */
  static RunLog leftByItsClient() {
    return log(
        List.of(
            new LifeEvent.AttemptStarted(up(0)),
            new StreamEvent.ContentFlowed(
                up(400), StreamEvent.Content.TEXT, 42, 8_000, 1_900 * MILLI),
            new PeerClosed(
                new Stamp(2_000 * MILLI, 1, Vantage.GATEWAY_DOWN), CloseMark.FIN, 812, 8_400)));
  }

  /** As many attempts as given, each with as many events as are kept of one. */
  static RunLog huge(int attempts) {
    List<RunEvent> events = new ArrayList<>();
    Token longest = new Token("x".repeat(Token.MAX_LENGTH));
    for (int attempt = 1; attempt <= attempts; attempt++) {
      for (int i = 0; i < RunLog.MAX_EVENTS_PER_ATTEMPT; i++) {
        Stamp at = new Stamp(attempt * 1_000L * MILLI + i, attempt, Vantage.GATEWAY_UP);
        events.add(
            i % 2 == 0
                ? new LocalEvent.TimerQuiet(at, LocalEvent.TimerKind.IDLE, MILLI)
                : new StreamEvent.ToolCallStarted(at, i, longest, longest));
      }
      events.add(
          new PeerClosed(
              new Stamp(attempt * 1_000L * MILLI + 900, attempt, Vantage.GATEWAY_UP),
              CloseMark.RST,
              1,
              1));
    }
    return log(events);
  }

  /** Its recording process died. */
  static RunLog startOnly() {
    return log(List.of(new LifeEvent.AttemptStarted(up(0)), new LifeEvent.ProcessLost(up(0))));
  }

  private static RunLog log(List<RunEvent> events) {
    return new RunLog(
        new RunHeader(new Token("run-1"), 1_780_000_000_000L, new Token("openai")), events, 0);
  }

  private static Stamp up(long millis) {
    return new Stamp(millis * MILLI, 1, Vantage.GATEWAY_UP);
  }
}
