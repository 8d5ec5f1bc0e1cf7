// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Rejection;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.facts.Seen;
import org.jspecify.annotations.Nullable;

/**
 * What a request leaves behind at the provider. A stored response that is never asked for is cost,
 * not an effect; a conversation that it was added to, or work that goes on, is one.
 */
enum Storage {
  /** Nothing that a second request would change once more. */
  NOTHING_LASTING,
  /** The provider keeps the response, and we hold its id. */
  KNOWN_ID,
  MAYBE_LASTING;

  /** What the attempts of a run left behind; the response to ask for is the last one's. */
  static Storage of(RunFacts run) {
    for (AttemptFacts earlier : run.attempts().subList(0, run.attempts().size() - 1)) {
      if (of(earlier) == MAYBE_LASTING || isLeftRunning(earlier)) {
        return MAYBE_LASTING;
      }
    }
    return of(run.last());
  }

  private static boolean isLeftRunning(AttemptFacts facts) {
    return of(facts) == KNOWN_ID && described(facts, Known.YES);
  }

  private static Storage of(AttemptFacts facts) {
    if (!facts.delivery().mayBeProcessed() || Rejection.isCertain(facts)) {
      return NOTHING_LASTING;
    }
    Seen<RequestDescribed> request = facts.request();
    Known stores = request == null ? Known.UNKNOWN : request.event().stores();
    if (stores == Known.YES && hasResponseId(facts)) {
      return KNOWN_ID;
    }
    return isLasting(request) ? MAYBE_LASTING : NOTHING_LASTING;
  }

  private static boolean described(AttemptFacts facts, Known stateful) {
    return facts.request() != null && facts.request().event().stateful() == stateful;
  }

  /** A recorder that can say whether a request stores knows the request, and what it asks for. */
  private static boolean isLasting(@Nullable Seen<RequestDescribed> request) {
    if (request == null) {
      return true;
    }
    return switch (request.event().stateful()) {
      case YES -> true;
      case NO -> false;
      case UNKNOWN -> request.event().stores() == Known.UNKNOWN;
    };
  }

  private static boolean hasResponseId(AttemptFacts facts) {
    return facts.correlations().stream().anyMatch(id -> id.kind() == Correlation.RESPONSE_ID);
  }
}
