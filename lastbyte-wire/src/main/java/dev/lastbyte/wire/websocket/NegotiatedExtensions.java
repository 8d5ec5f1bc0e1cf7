// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.websocket;

import dev.lastbyte.wire.http.HeaderFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What both sides of a WebSocket agreed upon beyond RFC 6455.
 *
 * @param deflates whether messages may be compressed (permessage-deflate, RFC 7692)
 * @param clientForgets whether each message of the client is compressed on its own
 * @param serverForgets whether each message of the server is
 */
public record NegotiatedExtensions(boolean deflates, boolean clientForgets, boolean serverForgets) {

  private static final String DEFLATE = "permessage-deflate";

  /** Nothing. */
  public static final NegotiatedExtensions PLAIN = new NegotiatedExtensions(false, false, false);

  /**
   * What a server accepted.
   *
   * @return null if frames mean something that we do not know
   */
  public static @Nullable NegotiatedExtensions of(HeaderFields response) {
    int field = response.indexOf("sec-websocket-extensions", 0);
    if (field < 0) {
      return PLAIN;
    }
    boolean again = response.indexOf("sec-websocket-extensions", field + 1) >= 0;
    return again ? null : parse(response.value(field));
  }

  private static @Nullable NegotiatedExtensions parse(String accepted) {
    String[] parts = accepted.toLowerCase(Locale.ROOT).split(";", -1);
    if (!parts[0].strip().equals(DEFLATE)) {
      return null;
    }
    boolean client = false;
    boolean server = false;
    for (int i = 1; i < parts.length; i++) {
      switch (parts[i].split("=", 2)[0].strip()) {
        case "client_no_context_takeover" -> client = true;
        case "server_no_context_takeover" -> server = true;
        // A smaller window than the largest one is no matter to who inflates.
        case "client_max_window_bits", "server_max_window_bits" -> {}
        default -> {
          return null;
        }
      }
    }
    return new NegotiatedExtensions(true, client, server);
  }
}
