// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

/** What was given cannot be used. The message is one line: what was given, what would be right. */
final class BadInput extends RuntimeException {

  private static final long serialVersionUID = 1;

  BadInput(String message) {
    super(message);
  }

  /** Takes over a message that is such a line already. */
  BadInput(Exception cause) {
    super(cause.getMessage(), cause);
  }

  BadInput(String message, Exception cause) {
    super(message, cause);
  }
}
