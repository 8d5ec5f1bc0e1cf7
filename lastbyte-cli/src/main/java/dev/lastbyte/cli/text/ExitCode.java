// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

/** The exit codes, which scripts rely on. */
public final class ExitCode {

  /** Nothing failed. */
  public static final int OK = 0;

  /** A failure was diagnosed; for the demo, a diagnosis was not the expected one. */
  public static final int FAILURE_DIAGNOSED = 1;

  /** The command line or what it names cannot be used. */
  public static final int BAD_INPUT = 2;

  private ExitCode() {}
}
