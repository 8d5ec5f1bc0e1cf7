// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.nio.charset.StandardCharsets;

/** How the body of an answer says where it ends (RFC 9112 §6.3). */
public enum Framing {
  /** Chunked transfer coding: whole only when the last chunk came (RFC 9112 §7.1). */
  CHUNKED("chunked", "transfer-encoding: chunked\r\n"),
  /** No length at all: the end of the connection is the end of the body (RFC 9112 §6.3, rule 8). */
  CLOSE_DELIMITED("close-delimited", "connection: close\r\n");

  private final String token;
  private final String header;

  Framing(String token, String header) {
    this.token = token;
    this.header = header;
  }

  /** The name in ledgers and in the suffix of a scenario, such as {@code close-delimited}. */
  public String token() {
    return token;
  }

  /** The header line that announces this framing, with its line end. */
  String header() {
    return header;
  }

  /** The payload as it goes onto the wire: one whole chunk, or just as it is. */
  String frame(String payload) {
    return switch (this) {
      case CHUNKED -> {
        int size = payload.getBytes(StandardCharsets.UTF_8).length;
        yield Integer.toHexString(size) + "\r\n" + payload + "\r\n";
      }
      case CLOSE_DELIMITED -> payload;
    };
  }
}
