// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.nio.charset.StandardCharsets;

/** A small whole answer in the server's own name. */
record Reply(String status, String contentType, String body) {

  static Reply error(String status, String message) {
    var error = new Json().with("message", message).with("type", "harness_error");
    return new Reply(status, "application/json", new Json().withRaw("error", error).toString());
  }

  /**
   * The answer as it goes onto the wire.
   *
   * @param headOnly whether the body stays away, as it must after HEAD (RFC 9110 §9.3.2)
   */
  String text(boolean keepAlive, boolean headOnly) {
    return "HTTP/1.1 "
        + status
        + "\r\ncontent-type: "
        + contentType
        + "\r\ncontent-length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + (keepAlive ? "\r\n\r\n" : "\r\nconnection: close\r\n\r\n")
        + (headOnly ? "" : body);
  }
}
