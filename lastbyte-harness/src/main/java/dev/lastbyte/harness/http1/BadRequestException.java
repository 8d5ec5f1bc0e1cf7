// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http1;

import java.io.IOException;

/** A client sent something that is not HTTP/1.1, or more of it than we take. */
final class BadRequestException extends IOException {
  private static final long serialVersionUID = 1L;

  /** The message names the rule, and holds no content of the client's. */
  BadRequestException(String rule) {
    super(rule);
  }
}
