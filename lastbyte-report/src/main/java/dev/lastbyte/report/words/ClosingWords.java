// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import dev.lastbyte.core.facts.Closing;

/** Who closed first and how, as a clause. */
public final class ClosingWords {

  private ClosingWords() {}

  /** A clause without a full stop. */
  public static String clause(Closing closing) {
    return who(closing.by()) + how(closing.how());
  }

  private static String who(Closing.By by) {
    return switch (by) {
      case PROVIDER -> "the provider's side";
      case CLIENT -> "the client";
      case GATEWAY -> "the gateway";
      case REMOTE -> "the far end of the connection";
      case NOBODY -> "nobody";
      case UNKNOWN -> "not known";
    };
  }

  private static String how(Closing.How how) {
    return switch (how) {
      case FIN -> ", with a FIN";
      case RST -> ", with a reset";
      case TLS_CLOSE_NOTIFY -> ", with an orderly end of TLS";
      case TLS_TRUNCATED -> ", without the orderly end of TLS";
      case RST_STREAM -> ", by resetting the stream";
      case WEBSOCKET_CLOSE -> ", by closing the WebSocket";
      case REFUSED -> ", by refusing the dial";
      case END_OF_MESSAGE -> ", by ending its message";
      case NONE -> "";
      case UNKNOWN -> ", in a way that was not seen";
    };
  }
}
