// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

/** An answer that may be missing. Absence of evidence is {@link #UNKNOWN}, never {@link #NO}. */
public enum Known implements Coded {
  NO,
  YES,
  UNKNOWN;

  /** {@link #YES} or {@link #NO}. */
  public static Known of(boolean value) {
    return value ? YES : NO;
  }

  /** Whether it is the case or could be: what a careful reader must assume. */
  public boolean possible() {
    return this != NO;
  }
}
