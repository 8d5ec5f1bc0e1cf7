// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.session;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.privacy.Token;
import org.jspecify.annotations.Nullable;

/** What a client did that no single run shows. */
public sealed interface ClientPattern {

  /** It sent a question more than once. */
  record Retried(Question question) implements ClientPattern {}

  /**
   * It executed a tool call again that an earlier attempt had made already.
   *
   * @param run the attempt whose call was the second one
   * @param earlier the attempt that had made it before, or null if that is not known
   */
  record RanAgain(Token run, @Nullable Token earlier) implements ClientPattern {}

  /**
   * It went on and on from answers that had all failed in the same way.
   *
   * @param first the first run that failed so
   * @param steps how many questions in a row did, at least {@link #FEWEST}
   * @param cause of which the first failed, and so each of the others
   */
  record Looped(Token first, int steps, Cause cause) implements ClientPattern {

    /** Fewer in a row are bad luck. */
    public static final int FEWEST = 3;
  }
}
