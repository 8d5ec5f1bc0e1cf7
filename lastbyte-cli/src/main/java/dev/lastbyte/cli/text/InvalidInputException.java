// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

/** What was given cannot be used. The message is one line: what was given, what would be right. */
public final class InvalidInputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public InvalidInputException(String message) {
    super(message);
  }

  /** Takes over a message that is such a line already. */
  public InvalidInputException(Exception cause) {
    super(cause.getMessage(), cause);
  }

  public InvalidInputException(String message, Exception cause) {
    super(message, cause);
  }
}
