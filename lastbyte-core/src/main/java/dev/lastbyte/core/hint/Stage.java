// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.Coded;

/** How far an exchange had come for a program to say what it said. */
public enum Stage implements Coded {
  /** The text does not tell. */
  UNTOLD,
  /** The name was being looked up. */
  RESOLVING,
  /** The connection was being opened, or its proxy asked. */
  DIALLING,
  /** TLS was being agreed on. */
  HANDSHAKING,
  /** Somewhere before the response's headers: the request may have left or not. */
  UNANSWERED,
  /** After the request and before the response's headers. */
  AWAITING,
  /** After the response's headers. */
  ANSWERED;

  /** Whether it certainly lies before the response's headers. */
  public boolean beforeResponse() {
    return switch (this) {
      case RESOLVING, DIALLING, HANDSHAKING, UNANSWERED, AWAITING -> true;
      case UNTOLD, ANSWERED -> false;
    };
  }
}
