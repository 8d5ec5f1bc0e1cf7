// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.policy;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ConnectionEvent.DialFailed;
import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.event.ConnectionEvent.DialStarted;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.RequestEvent.RequestBegan;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Failed runs of one call: every part of its life told or not, in every attempt of up to three. */
final class ToolRunTable {

  private static final Token CALL = new Token("call_1");
  private static final Token TOOL = new Token("a");
  private static final RunHeader HEADER = new RunHeader(new Token("r"), 0, null);

  /** What was told of a call, each part by the one who saw it. */
  private record Life(
      boolean named,
      boolean ready,
      @Nullable ToolEffect started,
      @Nullable ToolOutcome ended,
      boolean resultSent) {}

  private final List<RunEvent> events = new ArrayList<>();
  private int attempt;

  private ToolRunTable() {}

  static List<RunLog> runs() {
    List<RunLog> runs = new ArrayList<>();
    for (Life life : lives()) {
      for (int attempts = 1; attempts <= 3; attempts++) {
        runs.add(new ToolRunTable().run(life, attempts, 1, false));
        runs.add(new ToolRunTable().run(life, attempts, attempts, false));
        if (attempts > 1) {
          runs.add(new ToolRunTable().run(life, attempts, 1, true));
        }
      }
    }
    return runs;
  }

  private static List<Life> lives() {
    List<Life> lives = new ArrayList<>();
    for (int bits = 0; bits < 8; bits++) {
      boolean named = (bits & 1) != 0;
      boolean ready = (bits & 2) != 0;
      for (ToolEffect started : orNone(ToolEffect.values())) {
        for (ToolOutcome ended : orNone(ToolOutcome.values())) {
          if (named || !ready) {
            lives.add(new Life(named, ready, started, ended, (bits & 4) != 0));
          }
        }
      }
    }
    return lives;
  }

  private static <T> List<@Nullable T> orNone(T[] values) {
    List<@Nullable T> all = new ArrayList<>(List.of(values));
    all.add(null);
    return all;
  }

  private RunLog run(Life life, int attempts, int holder, boolean lastIsRefused) {
    for (attempt = 1; attempt <= attempts; attempt++) {
      if (lastIsRefused && attempt == attempts) {
        refusedAtTheDial();
      } else {
        sent();
        if (attempt == holder) {
          tell(life);
        }
        events.add(new PeerClosed(at(Vantage.CLIENT), CloseMark.FIN, 0, 100));
      }
    }
    return new RunLog(HEADER, events, 0);
  }

  private void refusedAtTheDial() {
    events.add(new AttemptStarted(at(Vantage.CLIENT)));
    events.add(new DialStarted(at(Vantage.CLIENT)));
    events.add(new DialFailed(at(Vantage.CLIENT), DialFailure.REFUSED));
  }

  private void sent() {
    events.add(new AttemptStarted(at(Vantage.CLIENT)));
    events.add(
        new RequestDescribed(
            at(Vantage.CLIENT), Dialect.OPENAI_CHAT, null, Known.YES, Known.NO, Known.NO, 1, 0));
    events.add(new RequestBegan(at(Vantage.CLIENT)));
    events.add(new RequestSent(at(Vantage.CLIENT), 100));
  }

  private void tell(Life life) {
    if (life.named) {
      events.add(new ToolCallStarted(at(Vantage.CLIENT), 0, CALL, TOOL));
    }
    if (life.ready) {
      events.add(new ToolCallReady(at(Vantage.CLIENT), 0));
    }
    if (life.started != null) {
      events.add(new ToolStarted(at(Vantage.AGENT), CALL, life.started));
    }
    if (life.ended != null) {
      events.add(new ToolEnded(at(Vantage.AGENT), CALL, life.ended));
    }
    if (life.resultSent) {
      events.add(new ToolResultSent(at(Vantage.AGENT), CALL));
    }
  }

  private Stamp at(Vantage vantage) {
    return new Stamp(events.size() * 1_000_000L, attempt, vantage);
  }
}
