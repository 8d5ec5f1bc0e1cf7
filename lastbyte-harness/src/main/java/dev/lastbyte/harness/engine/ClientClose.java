// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

/** Whether the client left before the exchange was over, and how. */
public enum ClientClose {
  STAYED("no"),
  FIN("fin"),
  RST("rst");

  private final String token;

  ClientClose(String token) {
    this.token = token;
  }

  /** The name in ledgers. */
  public String token() {
    return token;
  }
}
