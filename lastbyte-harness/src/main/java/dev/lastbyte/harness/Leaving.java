// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

/** Whether the client left before the exchange was over, and how. */
enum Leaving {
  STAYED("no"),
  FIN("fin"),
  RST("rst");

  private final String token;

  Leaving(String token) {
    this.token = token;
  }

  String token() {
    return token;
  }
}
