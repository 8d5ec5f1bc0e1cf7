// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/** Answers in the shapes of Ollama. */
final class OllamaSamples {

  private OllamaSamples() {}

  static final String THINKING = message("'content':'','thinking':'CANARY'", "'done':false");
  static final String TEXT = message("'content':'CANARY'", "'done':false");
  static final String CALLS =
      message(
          "'content':'','tool_calls':[{'function':{'name':'get_weather','arguments':"
              + "{'city':'CANARY'}}},{'id':'call_1','function':{'name':'f','arguments':{}}}]",
          "'done':false");

  static final String GENERATED =
      Samples.json(
          "{'model':'m','created_at':'2026-01-01T00:00:00Z','response':'CANARY','done':true,"
              + "'done_reason':'stop','context':[1,2,3],'eval_count':2}");

  static String done(String reason) {
    return message("'content':''", "'done':true,'done_reason':'" + reason + "','eval_count':2");
  }

  /** A line of a chat. */
  static String message(String message, String more) {
    return Samples.json(
        "{'model':'m','created_at':'2026-01-01T00:00:00Z','message':{'role':'assistant',"
            + message
            + "},"
            + more
            + "}\n");
  }

  static String streamHead() {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n\r\n";
  }

  static Map<String, byte[]> wholeResponses() {
    var all = new LinkedHashMap<String, byte[]>();
    all.put("ollama text", lines(THINKING + TEXT + TEXT + done("stop")));
    all.put("ollama tools", lines(CALLS + done("stop")));
    all.put("ollama error", lines(TEXT + "{\"error\":\"CANARY\"}\n"));
    all.put("ollama broken line", lines(TEXT + "{\"a\":tru\n" + "{\"a\":\"\n" + done("stop")));
    all.put("ollama document", Samples.document(200, GENERATED).getBytes(UTF_8));
    return all;
  }

  private static byte[] lines(String body) {
    return (streamHead() + body).getBytes(UTF_8);
  }
}
