// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.Vantage;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which piece of terminal evidence decides: the first. Two pieces of one moment may tell of the
 * same end from two places, and then the one that sees more decides:
 *
 * <ul>
 *   <li>an application's error and what the wire shows: the wire;
 *   <li>the client's leaving, or an error that speaks of our own side's end, and the application's
 *       word on its abort or timer: the application's word.
 * </ul>
 *
 * <p>What is told more than {@link #SAME_MOMENT} later is of another moment. An error after which
 * the same program still received content ended nothing.
 */
final class FirstEvidence {

  /** How far apart two reports of one end may stand; a person needs longer to react. */
  static final Duration SAME_MOMENT = Duration.ofSeconds(1);

  private FirstEvidence() {}

  /**
   * What decides.
   *
   * @param end the piece whose moment is that of the end
   */
  record Decision(Endings.Evidence decisive, Endings.Evidence end) {}

  static Decision of(List<Endings.Evidence> found, AttemptEvents events) {
    List<Endings.Evidence> lasting =
        found.stream().filter(evidence -> !wasOutlived(evidence, events)).toList();
    List<Endings.Evidence> rest = lasting.isEmpty() ? found : lasting;
    Endings.Evidence first = rest.getFirst();
    Endings.Evidence decisive =
        switch (first.ending()) {
          case Ending.ClientGone gone -> explained(first, rest, Endings.Evidence::isLocal);
          case Ending.ClosedHere here when isClient(here.seen().event().vantage()) ->
              explained(first, rest, Endings.Evidence::isLocal);
          case Ending.Hinted hinted -> {
            boolean ofOurs = ErrorHints.speaksOfOurOwnSide(hinted.seen().event().chain());
            yield explained(
                first, rest, evidence -> seesMore(evidence) || (ofOurs && evidence.isLocal()));
          }
          case Ending.BrokeOff broke -> explained(first, rest, FirstEvidence::seesMore);
          default -> first; // What was observed needs no explanation.
        };
    return new Decision(decisive, decisive.isLocal() ? first : decisive);
  }

  private static Endings.Evidence explained(
      Endings.Evidence first, List<Endings.Evidence> all, Predicate<Endings.Evidence> by) {
    for (Endings.Evidence evidence : all) {
      boolean sameMoment = evidence.atNanos() - first.atNanos() <= SAME_MOMENT.toNanos();
      if (sameMoment && by.test(evidence)) {
        return evidence;
      }
    }
    return first;
  }

  /** Whether evidence shows the exchange itself, and not only what a program says of it. */
  private static boolean seesMore(Endings.Evidence evidence) {
    return switch (evidence.ending()) {
      case Ending.Hinted error -> false;
      case Ending.BrokeOff broke -> false;
      case Ending.Aborted abort -> false;
      case Ending.TimedOut timer -> false;
      case Ending.Lost lost -> false;
      case Ending.ClosedHere here -> false; // The cleanup of this side.
      case Ending.Unseen unseen -> false;
      case Ending.NotBegun failed -> true;
      case Ending.NoAddress failed -> true;
      case Ending.NoConnection failed -> true;
      case Ending.NoProxy failed -> true;
      case Ending.NoHandshake failed -> true;
      case Ending.TurnedAway away -> true;
      case Ending.Refused refused -> true;
      case Ending.FailedInStream failed -> true;
      case Ending.PeerEnded ended -> true;
      case Ending.Broken broken -> true;
      case Ending.BodyCut cut -> true;
      case Ending.MessageEnded ended -> true;
      case Ending.Finished finished -> true;
      case Ending.ClientGone gone -> false; // It may have left because of the error.
    };
  }

  private static boolean wasOutlived(Endings.Evidence evidence, AttemptEvents events) {
    boolean told =
        evidence.ending() instanceof Ending.Hinted || evidence.ending() instanceof Ending.BrokeOff;
    return told
        && events.first(
                ContentFlowed.class,
                flow -> isClient(flow.vantage()) && flow.lastAtNanos() > evidence.atNanos())
            != null;
  }

  /** Whether it is the program that uses the response. */
  private static boolean isClient(Vantage vantage) {
    return switch (vantage) {
      case AGENT, CLIENT, IMPORT -> true;
      case GATEWAY_DOWN, GATEWAY_UP, PROVIDER -> false;
    };
  }
}
