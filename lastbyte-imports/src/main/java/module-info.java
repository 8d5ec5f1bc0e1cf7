// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** Other programs' logs into run logs. */
@NullMarked
module dev.lastbyte.imports {
  requires static org.jspecify;
  requires transitive dev.lastbyte.core;
  requires com.fasterxml.jackson.core;

  exports dev.lastbyte.imports;
}
