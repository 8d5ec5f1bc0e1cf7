// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import dev.lastbyte.core.facts.Seen;

/**
 * One reason for, or against, a diagnosis.
 *
 * @param claim what it says
 * @param event the event that shows it, from 1 in the order of the log, or {@value #ABSENCE} for
 *     something that was not seen though it would have been
 */
public record Evidence(Claim claim, int event) {

  /** The event number of an absence. */
  public static final int ABSENCE = 0;

  public static Evidence of(Claim claim, Seen<?> seen) {
    return new Evidence(claim, seen.id());
  }

  public static Evidence absent(Claim claim) {
    return new Evidence(claim, ABSENCE);
  }
}
