// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

/** Where a run is observed. */
public enum Vantage {
  /** Below the SDK in the caller's process: sees its own connection, and not why it was left. */
  CLIENT("client"),
  /** A proxy alone. */
  GATEWAY("gateway"),
  /** A proxy whose caller reports its own timers, aborts and tools. */
  GATEWAY_AND_AGENT("gateway+agent");

  private final String token;

  Vantage(String token) {
    this.token = token;
  }

  /** The name in lists, such as {@code gateway+agent}. */
  public String token() {
    return token;
  }
}
