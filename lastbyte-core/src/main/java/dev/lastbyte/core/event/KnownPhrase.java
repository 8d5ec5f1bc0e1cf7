// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

import java.util.Locale;

/** Messages that are known to come from a program, not from a person. */
public enum KnownPhrase implements Coded {
  /** undici, the body stream was destroyed; a symptom of a cut and of an abort alike. */
  TERMINATED("terminated"),
  /** undici {@code SocketError}: the peer ended the connection. */
  OTHER_SIDE_CLOSED("other side closed"),
  /** undici, before the response: anything from DNS to a dead connection. */
  FETCH_FAILED("fetch failed"),
  /** The kernel's word for a reset. */
  CONNECTION_RESET("connection reset"),
  READ_ECONNRESET("read econnreset"),
  /** The web platform's word for an abort. */
  OPERATION_ABORTED("operation was aborted"),
  /** No message, or none of the catalogue. */
  NONE("");

  private final String text;

  KnownPhrase(String text) {
    this.text = text;
  }

  /** The phrase in lower case; empty for {@link #NONE}. */
  public String text() {
    return text;
  }

  /** The phrase that a message holds; {@link #NONE} if none. */
  public static KnownPhrase in(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    for (KnownPhrase phrase : values()) {
      if (phrase != NONE && lower.contains(phrase.text)) {
        return phrase;
      }
    }
    return NONE;
  }
}
