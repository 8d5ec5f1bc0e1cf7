// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import dev.lastbyte.core.event.Coded;

/**
 * Another cause that looks like the one diagnosed, and what became of it.
 *
 * @param event the event that decided against it, from 1, or {@link Evidence#ABSENCE}
 */
public record Rival(Cause cause, Fate fate, int event) {

  /** Why a rival lost, or that it did not. */
  public enum Fate implements Coded {
    /** Its evidence is there, and came after the end. */
    CAME_LATER,
    /** An observation speaks against it. */
    RULED_OUT,
    /** Nothing speaks against it but that something else has better evidence. */
    STILL_POSSIBLE
  }
}
