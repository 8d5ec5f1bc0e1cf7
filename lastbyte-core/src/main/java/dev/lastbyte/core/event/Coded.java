// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

import java.util.Locale;

/** A closed word with a stable spelling outside Java. Implemented by enums only. */
public interface Coded {

  /** The enum constant's own name. */
  String name();

  /** The stable spelling: lower case with underscores, unless the enum says otherwise. */
  default String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
