// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Step;
import java.util.List;

/**
 * Errors that the Responses API has on a WebSocket alone; each is the only event of its response.
 */
public final class WebSocketErrors {

  private WebSocketErrors() {}

  /** The connection is as old as one may become: sixty minutes. */
  public static List<Step.Event> connectionLimit() {
    return error(
        "websocket_connection_limit_reached",
        "Responses websocket connection limit reached (60 minutes). Create a new websocket"
            + " connection to continue.",
        "null");
  }

  /** The response that was to be continued is not in this connection's memory. */
  public static List<Step.Event> previousResponseNotFound() {
    return error(
        "previous_response_not_found",
        "Previous response with id 'resp_lastbyte0' not found.",
        "\"previous_response_id\"");
  }

  private static List<Step.Event> error(String code, String message, String param) {
    return List.of(
        Sse.named(
            "error",
            "error",
            """
            {"type":"error","status":400,"error":{"type":"invalid_request_error","code":"%s",\
            "message":"%s","param":%s}}\
            """
                .formatted(code, message, param)));
  }
}
