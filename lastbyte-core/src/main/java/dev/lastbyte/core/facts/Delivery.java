// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.Coded;

/** What the provider's side certainly received. */
public enum Delivery implements Coded {
  /** No byte of the request left this machine. */
  NOTHING,
  /** Some bytes of it left. */
  PARTIAL,
  /** All bytes of it left; whether they arrived is not known. */
  SENT,
  /** The provider's side answered, so it has the request. */
  RECEIVED,
  /** The provider's side proved that it did not process the request. */
  UNPROCESSED,
  UNKNOWN;

  /** Whether the provider may have begun to work. */
  public boolean mayBeProcessed() {
    return switch (this) {
      case NOTHING, UNPROCESSED -> false;
      case PARTIAL, SENT, RECEIVED, UNKNOWN -> true;
    };
  }
}
