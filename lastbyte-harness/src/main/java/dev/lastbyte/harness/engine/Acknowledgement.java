// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

/** Whether the client's kernel has what was written. */
public enum Acknowledgement {
  /** It was not asked for. */
  NOT_NEEDED("not_needed"),
  /** Our kernel knows. */
  PROVEN("proven"),
  /** It had time enough, and the kernel does not tell. */
  ASSUMED("assumed");

  private final String token;

  Acknowledgement(String token) {
    this.token = token;
  }

  /** The name in ledgers. */
  public String token() {
    return token;
  }
}
