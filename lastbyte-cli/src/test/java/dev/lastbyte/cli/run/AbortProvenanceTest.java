// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.run.ReceivedSignal.Kind;
import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.event.RequestEvent.RequestBegan;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the end of a command tells of the runs that were open. On the clock of these stories the
 * client had gone after ten seconds, and the run began at zero.
 */
class AbortProvenanceTest {

  private static final double GONE_AT = 10;
  private static final int SIGKILLED = 137;

  private static long nanos(double seconds) {
    return Math.round(seconds * TimeUnit.SECONDS.toNanos(1));
  }

  private static RunLog closedBy(Vantage vantage) {
    List<RunEvent> events =
        List.of(
            new RequestBegan(new Stamp(1, 1, Vantage.GATEWAY_UP)),
            new PeerClosed(new Stamp(nanos(GONE_AT), 1, vantage), CloseMark.FIN, 9, 9),
            new RunEnded(new Stamp(nanos(GONE_AT), Stamp.WHOLE_RUN, Vantage.GATEWAY_UP)));
    return new RunLog(new RunHeader(new Token("r"), 0, null), events, 0);
  }

  private static CommandEnd end(int exit, double atSeconds, ReceivedSignal... signals) {
    return new CommandEnd(exit, nanos(atSeconds), List.of(signals));
  }

  private static ReceivedSignal signal(Kind kind, double atSeconds) {
    return new ReceivedSignal(kind, nanos(atSeconds));
  }

  private static @Nullable AbortRequested provenance(CommandEnd end) {
    return AbortProvenance.of(closedBy(Vantage.GATEWAY_DOWN), nanos(GONE_AT), end);
  }

  private static Diagnosis diagnosis(CommandEnd end) {
    List<RunEvent> more = new ArrayList<>();
    AbortRequested abort = provenance(end);
    if (abort != null) {
      more.add(abort);
    }
    return Diagnoser.diagnose(RunFacts.of(closedBy(Vantage.GATEWAY_DOWN).plus(more)));
  }

  @Test
  void anInterruptBeforeTheClientLeft_isTheUsersAbort() {
    for (double before : new double[] {-0.2, 0, 0.001, 0.5, 4.9}) {
      Diagnosis diagnosis = diagnosis(end(130, 10, signal(Kind.INT, GONE_AT - before)));

      assertThat(diagnosis.cause()).as("%s s before", before).isEqualTo(Cause.ABORT_USER);
      assertThat(diagnosis.confidence()).isEqualTo(Certainty.PROVEN);
    }
  }

  @Test
  void aTermination_orAHangup_isTheLifecycles() {
    assertThat(diagnosis(end(143, 10, signal(Kind.TERM, 9.9))).cause())
        .isEqualTo(Cause.ABORT_LIFECYCLE);
    assertThat(diagnosis(end(129, 10, signal(Kind.HUP, 9.9))).cause())
        .isEqualTo(Cause.ABORT_LIFECYCLE);
  }

  @Test
  void aCommandThatWasKilled_endedWhatWasOpen() {
    Diagnosis diagnosis = diagnosis(end(SIGKILLED, 10.1));

    assertThat(diagnosis.cause()).isEqualTo(Cause.ABORT_LIFECYCLE);
    assertThat(diagnosis.confidence()).isEqualTo(Certainty.PROVEN);
  }

  @Test
  void aSignalLongBefore_orAfter_explainsNothing() {
    assertThat(diagnosis(end(0, 60, signal(Kind.INT, 1))).cause())
        .isEqualTo(Cause.ABORT_DOWNSTREAM_GONE);
    assertThat(diagnosis(end(130, 60, signal(Kind.INT, 60))).cause())
        .isEqualTo(Cause.ABORT_DOWNSTREAM_GONE);
  }

  @Test
  void aSignalLongBefore_explainsWhatItsOwnExitEnded() {
    assertThat(diagnosis(end(143, 10, signal(Kind.TERM, 1))).cause())
        .isEqualTo(Cause.ABORT_LIFECYCLE);
  }

  @Test
  void aCommandThatEndedByItself_mayHaveGivenUpForItsOwnReasons() {
    assertThat(provenance(end(1, 10))).isNull();
    assertThat(provenance(end(SIGKILLED, 60))).isNull();
  }

  @Test
  void aProviderThatClosed_isNotExplainedByASignal() {
    RunLog log = closedBy(Vantage.GATEWAY_UP);

    assertThat(AbortProvenance.of(log, nanos(GONE_AT), end(130, 10, signal(Kind.INT, 9.9))))
        .isNull();
  }
}
