// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.http2;

/** A head that HTTP/1.1 has no form for, and HTTP/2 calls malformed (RFC 9113 §8.2.1). */
final class InvalidHeadException extends Exception {

  private static final long serialVersionUID = 1;

  InvalidHeadException() {
    super("a head with bytes that no field may hold", null, false, false);
  }
}
