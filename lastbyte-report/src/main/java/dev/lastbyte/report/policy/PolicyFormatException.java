// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.policy;

import java.io.IOException;

/** The input is no retry policy. The message is one line: what was given, what would be right. */
public final class PolicyFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  PolicyFormatException(String message) {
    super(message);
  }
}
