// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.facts.Closing.By;
import dev.lastbyte.core.facts.Closing.How;
import dev.lastbyte.core.hint.ErrorReading;
import java.util.List;

/** What the error that a program reported tells of its exchange, where nothing else was seen. */
final class ErrorHints {

  private ErrorHints() {}

  /** How far the exchange had come at the least for the program to say so. */
  static Phase phase(List<ErrorLink> chain) {
    return switch (ErrorReading.of(chain).stage()) {
      case UNTOLD, UNANSWERED -> Phase.PREPARE;
      case RESOLVING -> Phase.RESOLVE;
      case DIALLING -> Phase.CONNECT;
      case HANDSHAKING -> Phase.TLS;
      case AWAITING -> Phase.AWAIT_HEADERS;
      case ANSWERED -> Phase.AWAIT_FIRST_BYTE;
    };
  }

  /** Whether a text says that this side ended it: an abort, or a timer of its own. */
  static boolean speaksOfOurOwnSide(List<ErrorLink> chain) {
    return switch (ErrorReading.of(chain).hint()) {
      case CLOSED_HERE,
          ABORTED,
          GIVEN_UP,
          STREAM_CANCELLED,
          TOOL_STOPPED,
          HEADERS_TIMER,
          READ_TIMER,
          IDLE_TIMER,
          TOTAL_TIMER,
          SOME_TIMER ->
          true;
      default -> false; // Any other text speaks of another side, or of none.
    };
  }

  static Closing closing(List<ErrorLink> chain) {
    return switch (ErrorReading.of(chain).hint()) {
      case PEER_CLOSED, NO_ANSWER -> new Closing(By.REMOTE, How.UNKNOWN);
      case RESET -> new Closing(By.REMOTE, How.RST);
      case STREAM_RESET, NOT_PROCESSED -> new Closing(By.REMOTE, How.RST_STREAM);
      case DIAL_REFUSED -> new Closing(By.REMOTE, How.REFUSED);
      default -> new Closing(By.UNKNOWN, How.UNKNOWN); // No other text says who or how.
    };
  }
}
