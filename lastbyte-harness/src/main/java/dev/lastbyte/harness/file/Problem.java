// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

/**
 * What is wrong in a file: what was given, and what would be right.
 *
 * @param line from 1
 * @param column from 1
 */
public record Problem(String file, int line, int column, String says) {

  /** All of it in one line, as editors and terminals make a link of it. */
  @Override
  public String toString() {
    return "%s:%d:%d: %s".formatted(file, line, column, says);
  }
}
