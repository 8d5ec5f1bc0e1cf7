// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

import java.util.Locale;

/** Where an event was seen. */
public enum Vantage implements Coded {
  /** The application: its tools, its timers, its aborts. */
  AGENT,
  /** Below the SDK, in the caller's process. */
  CLIENT,
  /** The side of our proxy that faces the client: its peer is the client. */
  GATEWAY_DOWN,
  /** The side of our proxy that faces the provider: its peer is the provider's side. */
  GATEWAY_UP,
  /** The fault server's own ledger. */
  PROVIDER,
  /** Read from another program's log. */
  IMPORT;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  @Override
  public String code() {
    return code;
  }

  /** Whether the peer of a connection seen from here is the provider's side. */
  public boolean facesProvider() {
    return switch (this) {
      case CLIENT, GATEWAY_UP, IMPORT, AGENT -> true;
      case GATEWAY_DOWN, PROVIDER -> false;
    };
  }
}
