// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Evidence;
import dev.lastbyte.core.diagnosis.LookAlikes;
import dev.lastbyte.core.diagnosis.Rival;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Closing;
import dev.lastbyte.core.facts.Completion;
import dev.lastbyte.core.facts.Delivery;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says for each rival of a finding what became of it. */
final class Rivals {

  /** A silence in content this short is how every stream pauses. */
  private static final long NO_STALL_NANOS = Duration.ofSeconds(1).toNanos();

  private final AttemptFacts facts;
  private final List<Rival> rivals = new ArrayList<>();

  private Rivals(AttemptFacts facts) {
    this.facts = facts;
  }

  static List<Rival> of(Cause winner, AttemptFacts facts) {
    var rivals = new Rivals(facts);
    for (Ending later : facts.later()) {
      if (mayBeTakenForCause(later, facts)) {
        Finding finding = Diagnoser.judge(later, facts);
        rivals.add(winner, new Rival(finding.cause(), Rival.Fate.CAME_LATER, finding.firstEvent()));
      }
    }
    for (Cause lookAlike : LookAlikes.of(winner)) {
      rivals.add(winner, rivals.judge(lookAlike));
    }
    return List.copyOf(rivals.rivals);
  }

  /** Our own closing after the end is cleanup, and what refuses a request ends like any message. */
  private static boolean mayBeTakenForCause(Ending later, AttemptFacts facts) {
    boolean ofRefusal =
        later instanceof Ending.MessageEnded && facts.ending() instanceof Ending.Refused;
    return !(later instanceof Ending.ClosedHere) && !ofRefusal;
  }

  private void add(Cause winner, Rival rival) {
    boolean said = rivals.stream().anyMatch(known -> known.cause() == rival.cause());
    if (rival.cause() != winner && !said && rival.cause() != Cause.UNKNOWN) {
      rivals.add(rival);
    }
  }

  private Rival judge(Cause rival) {
    return switch (rival.group()) {
      case ABORT -> againstAbort(rival);
      case WATCHDOG -> againstTimer(rival);
      case STREAM -> againstStream(rival);
      case CONN -> againstConnection(rival);
      case WAIT -> againstEmptyReply(rival);
      case NONE -> decided(rival, facts.completion().state() != Completion.State.UNKNOWABLE, null);
      case LOCAL, NET, SEND, HTTP, PROTO, PROVIDER, POLICY, TOOL, HOST ->
          decided(rival, false, null);
    };
  }

  private Rival againstEmptyReply(Cause rival) {
    if (facts.response() != null) {
      return decided(rival, true, facts.response());
    }
    boolean stale = wasSeenDead() && TimerMatches.of(facts).isEmpty();
    return decided(rival, stale, reused());
  }

  private boolean isFresh() {
    return facts.closing().by() == Closing.By.PROVIDER && facts.reuse() == null;
  }

  private Rival againstConnection(Cause rival) {
    boolean answered = facts.delivery() == Delivery.RECEIVED;
    return decided(rival, answered || isFresh(), facts.response());
  }

  private boolean wasSeenDead() {
    return facts.reuse() != null && facts.reuse().wasSeenDead();
  }

  private @Nullable Seen<?> reused() {
    return facts.reuse() == null ? null : facts.reuse().seen();
  }

  private Rival againstAbort(Cause rival) {
    var checked = facts.sideObservations().abortChecked();
    if (checked != null && !checked.event().aborted()) {
      return decided(rival, true, checked);
    }
    return decided(rival, providerClosedFirst(), facts.sideObservations().firstClose());
  }

  private Rival againstTimer(Cause rival) {
    if (!facts.sideObservations().quietTimers().isEmpty()) {
      return decided(rival, true, facts.sideObservations().quietTimers().getFirst());
    }
    return decided(rival, providerClosedFirst(), facts.sideObservations().firstClose());
  }

  private Rival againstStream(Cause rival) {
    return switch (rival) {
      case STREAM_RESET, STREAM_PREMATURE_EOF ->
          decided(rival, closeWasSeen(), facts.sideObservations().firstClose());
      case STREAM_SILENT_TRUNCATION ->
          decided(
              rival,
              facts.completion().state() == Completion.State.PROVEN || wasNoticed(),
              facts.sideObservations().firstClose());
      case STREAM_IDLE_CUT ->
          decided(rival, closeWasSeen() && !TimerMatches.of(facts).ofSilence(), null);
      case STREAM_TOTAL_CUT ->
          decided(rival, closeWasSeen() && !TimerMatches.of(facts).ofAge(), null);
      default -> decided(rival, contentFlowedUntilTheEnd(), null);
    };
  }

  private boolean contentFlowedUntilTheEnd() {
    return facts.sideObservations().lastContent() != null
        && facts.clocks().contentSilenceNanos() < NO_STALL_NANOS;
  }

  /** A cut that the client or the wire noticed is not a silent one. */
  private boolean wasNoticed() {
    return switch (facts.ending()) {
      case Ending.PeerEnded cut -> true;
      case Ending.BodyCut cut -> true;
      case Ending.BrokeOff broke -> true;
      case Ending.Hinted error -> true;
      default -> false; // The message may have ended by its own rules.
    };
  }

  /** Else its time is not known, and no clock speaks for or against a timer. */
  private boolean closeWasSeen() {
    return facts.closing().how() != Closing.How.UNKNOWN;
  }

  private boolean providerClosedFirst() {
    return facts.closing().by() == Closing.By.PROVIDER;
  }

  private static Rival decided(Cause rival, boolean ruledOut, @Nullable Seen<?> by) {
    Rival.Fate fate = ruledOut ? Rival.Fate.RULED_OUT : Rival.Fate.STILL_POSSIBLE;
    return new Rival(rival, fate, ruledOut && by != null ? by.id() : Evidence.ABSENCE);
  }
}
