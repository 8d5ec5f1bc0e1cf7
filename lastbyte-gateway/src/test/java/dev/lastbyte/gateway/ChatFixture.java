// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.RequestEvent.RunLinked;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.store.Lookup;

/** A conversation over Chat Completions, as a client and a provider have it. */
final class ChatFixture {

  private static final String EVENTS = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
  static final String ASK = "{\"role\":\"user\",\"content\":\"what is the time\"}";

  private ChatFixture() {}

  static String question(String... messages) {
    return "{\"model\":\"m\",\"stream\":true,\"messages\":["
        + String.join(",", messages)
        + "],\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}]}";
  }

  static RawProvider.Script completion(String... deltas) {
    return peer -> {
      peer.readMessage();
      var stream = new StringBuilder(EVENTS);
      for (String delta : deltas) {
        stream.append("data: {\"choices\":[{\"index\":0,").append(delta).append("}]}\n\n");
      }
      peer.send(stream.toString());
    };
  }

  static String text(String text) {
    return "\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null";
  }

  static String call(String id) {
    return "\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\""
        + id
        + "\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]},"
        + "\"finish_reason\":null";
  }

  static String finish(String reason) {
    return "\"delta\":{},\"finish_reason\":\"" + reason + "\"";
  }

  /** An assistant's message that made a call, and the message with its result. */
  static String[] toolTurn(String... ids) {
    String[] messages = new String[ids.length * 2];
    for (int i = 0; i < ids.length; i++) {
      messages[2 * i] =
          "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\""
              + ids[i]
              + "\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}";
      messages[2 * i + 1] =
          "{\"role\":\"tool\",\"tool_call_id\":\"" + ids[i] + "\",\"content\":\"done\"}";
    }
    return messages;
  }

  static RunLog ask(TestBed bed, String body, String... headers) throws Exception {
    return askAt("up", bed, body, headers);
  }

  /** The same, at an upstream of that name. */
  static RunLog askAt(String upstream, TestBed bed, String body, String... headers)
      throws Exception {
    try (var client = bed.client()) {
      client.send(
          "POST /"
              + upstream
              + "/v1/chat/completions HTTP/1.1\r\nHost: h\r\nContent-Length: "
              + body.length()
              + "\r\n"
              + String.join("", headers)
              + "\r\n"
              + body);
      client.readToEnd();
      return bed.nextRun();
    }
  }

  static RunLinked link(RunLog log) {
    return TestBed.only(log, RunLinked.class);
  }

  static Token idOf(RunLog log) {
    return log.header().run();
  }

  static RunLog stored(TestBed bed, RunLog log) throws Exception {
    if (bed.store().runs().find(idOf(log).value()) instanceof Lookup.Found found) {
      return found.log();
    }
    throw new AssertionError("not stored: " + idOf(log));
  }
}
