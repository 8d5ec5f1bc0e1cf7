// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.http;

/** Ends the reading of a head. Never leaves this package. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.code(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
