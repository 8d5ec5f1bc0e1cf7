// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same name is not the same call, and what is not known to have run may have run. */
class CallIdentityTest {

  private final List<RunEvent> events = new ArrayList<>();

  private Stamp at(int attempt) {
    return new Stamp(events.size(), attempt, Vantage.AGENT);
  }

  private CallIdentityTest ran(int attempt, String id, String arguments, ToolOutcome outcome) {
    var call = new Token(id);
    events.add(new ToolCallStarted(at(attempt), 0, call, new Token("send_mail")));
    events.add(
        new ToolCallReady(at(attempt), 0, arguments.isEmpty() ? null : new Token(arguments)));
    events.add(new TerminalProven(at(attempt), Finish.TOOL_CALLS));
    events.add(new ToolStarted(at(attempt), call, ToolEffect.REMOTE_WRITE));
    events.add(new ToolEnded(at(attempt), call, outcome));
    events.add(new ToolResultSent(at(attempt), call));
    return this;
  }

  private String told() {
    var log = new RunLog(new RunHeader(new Token("r"), 0, null), events, 0);
    Diagnosis diagnosis = Diagnoser.diagnose(RunFacts.of(log));
    return diagnosis.cause().code() + ", " + diagnosis.confidence().code();
  }

  @Test
  void oneIdWithOtherArguments_isAnotherCall() {
    assertThat(
            ran(1, "call_0", "h1", ToolOutcome.DONE)
                .ran(2, "call_0", "h2", ToolOutcome.DONE)
                .told())
        .isEqualTo("none, proven");
  }

  @Test
  void oneIdAndUnknownArguments_areLikelyOneCall() {
    assertThat(ran(1, "call_0", "", ToolOutcome.DONE).ran(2, "call_0", "", ToolOutcome.DONE).told())
        .isEqualTo("tool.duplicate_effect, likely");
  }

  @Test
  void equalArguments_areOneCall_whateverItsId() {
    assertThat(ran(1, "a", "h1", ToolOutcome.DONE).ran(2, "b", "h1", ToolOutcome.DONE).told())
        .isEqualTo("tool.duplicate_effect, proven");
  }

  @Test
  void equalCallAfterAnUncertainOutcome_mayHaveRunTwice() {
    for (ToolOutcome uncertain : List.of(ToolOutcome.TIMED_OUT, ToolOutcome.INTERRUPTED)) {
      var run = new CallIdentityTest();
      run.ranWithoutResult(1, "a", uncertain);
      assertThat(run.ran(2, "b", "h1", ToolOutcome.DONE).told())
          .isEqualTo("tool.duplicate_effect, likely");
    }
  }

  private void ranWithoutResult(int attempt, String id, ToolOutcome outcome) {
    ran(attempt, id, "h1", outcome);
    events.removeLast();
  }
}
