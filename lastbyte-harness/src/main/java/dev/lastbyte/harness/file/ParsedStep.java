// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

/** One step of a file: what it does to a script in the making. */
interface ParsedStep {

  /**
   * Adds to the script.
   *
   * @throws Misfit if it cannot stand there, or not in that dialect
   */
  void write(ScriptBuilder builder);

  /** A step that cannot stand where it stands. The message says what would be right. */
  final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misfit(String says) {
      super(says);
    }
  }

  /** A step, and where it stands in its file. */
  record Placed(YamlValue at, ParsedStep line) {}
}
