// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import dev.lastbyte.core.event.Dialect;
import java.util.List;

class OllamaContractTest extends DialectContract {

  private static final String CALL =
      "'tool_calls':[{'function':{'name':'get_weather','arguments':{'city':'CANARY'}}}]";

  /** The last line without its end: an object counts with its last brace. */
  private static final byte[] DONE = bytes(OllamaSamples.done("stop").strip());

  @Override
  Dialect dialect() {
    return Dialect.OLLAMA;
  }

  @Override
  String path() {
    return "/api/chat";
  }

  @Override
  String request() {
    return Samples.json(
        "{'model':'model-1','messages':[{'role':'user','content':'CANARY'},"
            + "{'role':'tool','tool_name':'f','content':'CANARY'}],"
            + "'tools':[{'type':'function','function':{'name':'f','description':'CANARY'}}]}");
  }

  @Override
  String streamHead() {
    return OllamaSamples.streamHead();
  }

  @Override
  List<byte[]> text() {
    return List.of(bytes(OllamaSamples.TEXT), bytes(OllamaSamples.TEXT), DONE);
  }

  @Override
  List<byte[]> toolCall() {
    return List.of(bytes(OllamaSamples.message("'content':''," + CALL, "'done':false")), DONE);
  }

  @Override
  byte[] error() {
    return bytes("{\"error\":\"CANARY\"}\n");
  }

  @Override
  String document() {
    return OllamaSamples.message("'content':'CANARY'," + CALL, "'done':true,'done_reason':'stop'")
        .strip();
  }
}
