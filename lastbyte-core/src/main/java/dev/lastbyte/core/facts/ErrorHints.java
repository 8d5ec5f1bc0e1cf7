// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.facts.Closing.By;
import dev.lastbyte.core.facts.Closing.How;
import java.util.List;

/** What the error that a program reported hints at. A hint, never proof. */
public final class ErrorHints {

  private ErrorHints() {}

  /** What the innermost telling level of an error chain speaks of. */
  public enum Hint {
    /** undici: the peer ended the connection. Measured for a FIN; other ends may look the same. */
    PEER_CLOSED,
    /** The kernel reported a reset. */
    RESET,
    /** An abort signal. */
    ABORT,
    NOTHING
  }

  /** The hint of an error chain, outermost level first. */
  public static Hint of(List<ErrorLink> chain) {
    for (ErrorLink link : chain.reversed()) {
      Hint hint = of(link.phrase());
      if (hint != Hint.NOTHING) {
        return hint;
      }
    }
    return Hint.NOTHING;
  }

  private static Hint of(KnownPhrase phrase) {
    return switch (phrase) {
      case OTHER_SIDE_CLOSED -> Hint.PEER_CLOSED;
      case CONNECTION_RESET, READ_ECONNRESET -> Hint.RESET;
      case OPERATION_ABORTED -> Hint.ABORT;
      case TERMINATED, FETCH_FAILED, NONE -> Hint.NOTHING;
    };
  }

  static Closing closing(List<ErrorLink> chain) {
    return switch (of(chain)) {
      case PEER_CLOSED -> new Closing(By.REMOTE, How.UNKNOWN);
      case RESET -> new Closing(By.REMOTE, How.RST);
      case ABORT, NOTHING -> new Closing(By.UNKNOWN, How.UNKNOWN);
    };
  }
}
