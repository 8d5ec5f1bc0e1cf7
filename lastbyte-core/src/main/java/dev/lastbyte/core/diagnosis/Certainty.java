// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import dev.lastbyte.core.event.Coded;

/** How sure a statement is, from least to most. */
public enum Certainty implements Coded {
  /** Nothing speaks for it more than for its rivals. */
  UNKNOWN,
  /** Evidence allows it. */
  POSSIBLE,
  /** Evidence speaks for it, and something that would prove it is missing. */
  LIKELY,
  /** Own observation shows it. */
  PROVEN
}
