// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Rejection;

/** Whether the provider keeps the response, and whether it can be asked for. */
enum Storage {
  NOT_STORED,
  /** It keeps it, and we hold the id. */
  KNOWN_ID,
  MAYBE_STORED;

  static Storage of(AttemptFacts facts) {
    if (!facts.delivery().mayBeProcessed() || Rejection.isCertain(facts)) {
      return NOT_STORED;
    }
    Known stores = facts.request() == null ? Known.UNKNOWN : facts.request().event().stores();
    if (stores == Known.NO) {
      return NOT_STORED;
    }
    return stores == Known.YES && hasResponseId(facts) ? KNOWN_ID : MAYBE_STORED;
  }

  private static boolean hasResponseId(AttemptFacts facts) {
    return facts.correlations().stream().anyMatch(id -> id.kind() == Correlation.RESPONSE_ID);
  }
}
