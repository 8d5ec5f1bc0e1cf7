// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.websocket;

import java.io.IOException;

/** A client broke a rule, for which it is told off with a close code (RFC 6455 §7.4.1). */
final class WebSocketException extends IOException {
  static final int PROTOCOL = 1002;
  static final int UNSUPPORTED = 1003;
  static final int NOT_UTF_8 = 1007;
  static final int POLICY = 1008;
  static final int TOO_BIG = 1009;

  private static final long serialVersionUID = 1L;

  private final int closeCode;

  /** The message names the rule, and holds no content of the client's. */
  WebSocketException(int closeCode, String rule) {
    super(rule);
    this.closeCode = closeCode;
  }

  int closeCode() {
    return closeCode;
  }
}
