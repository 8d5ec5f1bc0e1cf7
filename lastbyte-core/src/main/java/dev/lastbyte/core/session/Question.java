// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.session;

import dev.lastbyte.core.privacy.Token;
import java.util.List;

/**
 * One question to a model, with every time that it was sent.
 *
 * @param sendings in order, never empty
 */
public record Question(List<Sending> sendings) {

  /** So many sendings are more than a careful client makes. */
  public static final int STORM = 10;

  /** How often it was sent, those included that are not among the sendings. */
  public int times() {
    return Math.max(sendings.size(), last().position().sending());
  }

  /** Whether it was sent so often that the retries are a trouble of their own. */
  public boolean isStorm() {
    return times() >= STORM;
  }

  /** The pauses between the end of one sending and the next, in nanoseconds. */
  public List<Long> pausesNanos() {
    return sendings.stream().skip(1).map(Sending::pauseNanos).toList();
  }

  /** Whether the last sending was answered. */
  public boolean answered() {
    return !last().diagnosis().failed();
  }

  /** The first sending. */
  public Sending first() {
    return sendings.getFirst();
  }

  /** The last sending, which decides. */
  public Sending last() {
    return sendings.getLast();
  }

  boolean holds(Token run) {
    return sendings.stream().anyMatch(sending -> sending.run().equals(run));
  }
}
