// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.List;

/** What a search for a run by its id, or by the first characters of it, came to. */
public sealed interface Lookup {

  /** The run. */
  record Found(RunLog log) implements Lookup {}

  /** No run has such an id. */
  record Missing() implements Lookup {}

  /**
   * Several runs begin so.
   *
   * @param candidates the first of them in the order of their ids, at most {@value #MAX_CANDIDATES}
   */
  record Ambiguous(List<Token> candidates) implements Lookup {

    /** The most candidates named. */
    public static final int MAX_CANDIDATES = 10;
  }
}
