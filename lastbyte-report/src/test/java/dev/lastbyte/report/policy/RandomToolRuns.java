// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.policy;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.LocalEvent.TimerFired;
import dev.lastbyte.core.event.LocalEvent.TimerKind;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.RequestEvent.RequestBegan;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolMaterialised;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Random failed runs of up to three attempts whose tools came to all sorts of states, as far as
 * they were told. An id is one attempt's own, as providers make them.
 */
final class RandomToolRuns {

  static final List<String> TOOLS = List.of("a", "b", "c");

  static final int MOST_ATTEMPTS = 3;

  private final Random random;
  private final List<RunEvent> events = new ArrayList<>();
  private int attempt;

  RandomToolRuns(long seed) {
    this.random = new Random(seed);
  }

  RunLog next() {
    events.clear();
    int attempts = 1 + random.nextInt(MOST_ATTEMPTS);
    for (attempt = 1; attempt <= attempts; attempt++) {
      request();
      int calls = random.nextInt(4);
      for (int index = 0; index < calls; index++) {
        call(index, calls == 1);
      }
      ending();
    }
    return new RunLog(new RunHeader(new Token("r"), 0, null), events, 0);
  }

  private void request() {
    events.add(new AttemptStarted(stamp()));
    events.add(
        new RequestDescribed(
            stamp(), Dialect.OPENAI_CHAT, null, Known.YES, Known.NO, Known.NO, TOOLS.size(), 0));
    events.add(new RequestBegan(stamp()));
    events.add(new RequestSent(stamp(), 100));
    if (random.nextInt(4) == 0) {
      events.add(new ContentFlowed(stamp(), Content.TEXT, 1, 1, 0));
    }
  }

  /**
   * Any part of a call's life may be untold; only an attempt's single call may be without its id.
   */
  private void call(int index, boolean single) {
    Token id = single && random.nextInt(4) == 0 ? null : new Token("call_" + attempt + "_" + index);
    if (random.nextInt(5) > 0) {
      events.add(new ToolCallStarted(stamp(), index, id, tool()));
      maybe(new ToolCallReady(stamp(), index));
    }
    maybe(new ToolMaterialised(stamp(), id));
    maybe(new ToolStarted(stamp(), id, any(ToolEffect.values())));
    maybe(new ToolStarted(stamp(), id, any(ToolEffect.values())));
    maybe(new ToolEnded(stamp(), id, any(ToolOutcome.values())));
    maybe(new ToolResultSent(stamp(), id));
  }

  private void ending() {
    switch (random.nextInt(3)) {
      case 0 -> events.add(new PeerClosed(stamp(), any(CloseMark.values()), 0, 100));
      case 1 -> events.add(new TimerFired(stamp(), any(TimerKind.values()), 1));
      default -> events.add(new ProviderFailed(stamp(), any(ProviderFailure.values()), null, true));
    }
  }

  private void maybe(RunEvent event) {
    if (random.nextInt(3) == 0) {
      events.add(event);
    }
  }

  private @Nullable Token tool() {
    return random.nextInt(5) == 0 ? null : new Token(any(TOOLS.toArray(String[]::new)));
  }

  private Stamp stamp() {
    return new Stamp(
        events.size() * 1_000L, attempt, any(new Vantage[] {Vantage.CLIENT, Vantage.AGENT}));
  }

  private <T> T any(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
