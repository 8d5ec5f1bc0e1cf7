// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.h2;

/** One field of a header block; names are in lower case, pseudo-fields begin with a colon. */
public record Field(String name, String value) {
  private static final int OVERHEAD = 32;

  /** What it counts for in a table, in bytes (RFC 7541 §4.1). */
  int size() {
    return name.length() + value.length() + OVERHEAD;
  }
}
