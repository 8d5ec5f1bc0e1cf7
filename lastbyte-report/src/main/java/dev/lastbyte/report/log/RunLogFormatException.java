// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import java.io.IOException;

/** The input is no run log that can be read here. The message says what would be. */
public final class RunLogFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  public RunLogFormatException(String message) {
    super(message);
  }
}
