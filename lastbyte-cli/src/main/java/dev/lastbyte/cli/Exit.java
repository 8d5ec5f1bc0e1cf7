// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

/** The exit codes, which scripts rely on. */
final class Exit {

  /** Nothing failed. */
  static final int FINE = 0;

  /** A failure was diagnosed; for the demo, a diagnosis was not the expected one. */
  static final int FAILURE_DIAGNOSED = 1;

  /** The command line or what it names cannot be used. */
  static final int BAD_INPUT = 2;

  private Exit() {}
}
