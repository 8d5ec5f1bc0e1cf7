// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

/**
 * Status lines and headers, as a provider sends them. There is no {@code date} (RFC 9110 §6.6.1
 * wants one), so that every answer of a script has the same bytes.
 */
final class Heads {

  private Heads() {}

  /** The head of a stream of server-sent events. */
  static Step.Head stream(Dialect dialect, Framing framing) {
    return new Step.Head(
        "HTTP/1.1 200 OK\r\n"
            + "content-type: text/event-stream; charset=utf-8\r\n"
            + "cache-control: no-cache\r\n"
            + requestId(dialect)
            + framing.header()
            + "\r\n");
  }

  /**
   * The head of a JSON body.
   *
   * @param status code and reason, such as {@code 200 OK}
   * @param more further header lines, each with its line end, or nothing
   */
  static Step.Head json(String status, String more, Dialect dialect, Framing framing) {
    return new Step.Head(
        "HTTP/1.1 "
            + status
            + "\r\ncontent-type: application/json\r\n"
            + more
            + requestId(dialect)
            + framing.header()
            + "\r\n");
  }

  private static String requestId(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT, OPENAI_RESPONSES -> "x-request-id: req_lastbyte1\r\n";
      case ANTHROPIC_MESSAGES -> "request-id: req_lastbyte1\r\n";
    };
  }
}
