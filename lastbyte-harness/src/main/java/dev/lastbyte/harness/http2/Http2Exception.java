// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

import java.io.IOException;

/** A client broke a rule that ends the whole connection (RFC 9113 §5.4.1). */
final class Http2Exception extends IOException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  /** The message names the rule, and holds no content of the client's. */
  Http2Exception(ErrorCode code, String rule) {
    super(rule);
    this.code = code;
  }

  ErrorCode code() {
    return code;
  }
}
