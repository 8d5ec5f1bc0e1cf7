// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.ResponseEvent.ErrorShape;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Closing;
import dev.lastbyte.core.facts.Completion;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.Exposure;
import dev.lastbyte.core.facts.Exposure.Effect;
import java.util.stream.Stream;

/**
 * Questions that the facts of an attempt have answered already, or whose capture was tried: to
 * advise it again would contradict them.
 */
final class SettledQuestions {

  private SettledQuestions() {}

  /** Whether nothing more is to be captured about {@code missing}. */
  static boolean hold(Missing missing, AttemptFacts facts) {
    return switch (missing) {
      case CLOSE_MARK ->
          facts.sideObservations().firstClose() != null && isMarkKnown(facts.closing().how());
      case ABORT_PROVENANCE -> isProvenanceTold(facts);
      case CONTENT -> wasFollowed(facts);
      case REQUEST -> facts.request() != null;
      case ENDING -> facts.sideObservations().applicationEnded() != null;
      case PROVIDER_REASON ->
          hasErrorBody(facts) || facts.ending() instanceof Ending.FailedInStream;
      case TOOL_EXECUTION -> !hasOpenTool(facts);
      case PROVIDER_TOOLS -> !isOpen(facts.exposure().atProvider());
      case SOCKET_BEFORE_REUSE ->
          facts.reuse() != null && (facts.reuse().wasSeenDead() || facts.reuse().wasSeenOpen());
      case CLOSING_HOP, CODE_MEANING, OUTCOME, CALL_IDENTITY, PROCESS_DEATH -> false;
    };
  }

  private static boolean isMarkKnown(Closing.How how) {
    return switch (how) {
      case FIN, RST, TLS_CLOSE_NOTIFY, TLS_TRUNCATED, RST_STREAM, WEBSOCKET_CLOSE -> true;
      case REFUSED, END_OF_MESSAGE, NONE, UNKNOWN -> false;
    };
  }

  private static boolean isProvenanceTold(AttemptFacts facts) {
    return Stream.concat(Stream.of(facts.ending()), facts.later().stream())
        .anyMatch(SettledQuestions::saysWho);
  }

  private static boolean saysWho(Ending ending) {
    return ending instanceof Ending.TimedOut
        || (ending instanceof Ending.Aborted abort
            && abort.seen().event().source() != AbortSource.UNATTRIBUTED);
  }

  private static boolean hasErrorBody(AttemptFacts facts) {
    var body = facts.responseAdvice().errorBody();
    return body != null && body.event().shape() != ErrorShape.UNKNOWN;
  }

  /** What a recorder followed until its process died it could follow. */
  private static boolean wasFollowed(AttemptFacts facts) {
    boolean seen =
        facts.sideObservations().lastContent() != null
            || (facts.ending() instanceof Ending.Lost && facts.response() != null);
    return seen && facts.completion().state() != Completion.State.UNKNOWABLE;
  }

  private static boolean hasOpenTool(AttemptFacts facts) {
    Exposure exposure = facts.exposure();
    return isOpen(exposure.told())
        || isOpen(exposure.unseen())
        || (isOpen(exposure.atProvider()) && facts.request() == null);
  }

  private static boolean isOpen(Effect effect) {
    return switch (effect) {
      case NONE, HARMLESS, DONE -> false;
      case POSSIBLE, STARTED, UNKNOWN -> true;
    };
  }
}
