// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Secrets in every place that a request, a response or an agent offers; all hold one word. */
record Planted(Path data) {

  /** In every planted value, so that one search finds a leak of any of them. */
  private static final String WORD = "planted";

  static final String LAST_OF_BODY = "\"metadata\":{\"user_id\":\"planted-user\"}}";

  String path() {
    return "/up/planted/v1/messages?key=planted-query&path=/home/planted";
  }

  String headers() {
    return """
    Authorization: Bearer sk-planted-authorization
    x-api-key: sk-ant-planted-key
    x-client-request-id: /home/planted/request
    User-Agent: planted-agent/1.0 (/home/planted)
    Cookie: planted=cookie
    x-stainless-os: planted-os
    """;
  }

  String body() {
    return """
    {"model":"sk-planted-model","stream":true,"max_tokens":9,"system":"planted system prompt",\
    "messages":[{"role":"user","content":"planted prompt of planted.person@example.com"},\
    {"role":"user","content":[{"type":"tool_result","tool_use_id":"planted-use",\
    "content":"/home/planted/result"}]}],\
    "tools":[{"name":"planted_tool","description":"planted","input_schema":{"planted":1}}],\
    """
        + LAST_OF_BODY;
  }

  String error() {
    return """
    {"type":"error_surfaced","message":"planted message","chain":[{"type":"/home/planted/Error",\
    "code":"planted.person@example.com","phrase":"terminated","message":"planted"}]}\
    """;
  }

  String tool() {
    return """
    {"type":"tool_started","call":"sk-planted-call","effect":"process",\
    "arguments":{"planted":true},"name":"planted"}\
    """;
  }

  /** All that a person can export. */
  Map<String, String> exports() throws IOException, InterruptedException {
    Map<String, String> exports = new LinkedHashMap<>();
    for (String command : new String[] {"runs", "runs --json", "show last", "show last --json"}) {
      String[] args = (command + " --data " + data).split(" ");
      exports.put(command, String.join("\n", Program.lastbyte(data, args).end().out()));
    }
    return exports;
  }

  /** All that is on disk. */
  Map<String, String> files() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(data)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  void assertNowhereIn(Map<String, String> places) {
    assertThat(places).isNotEmpty();
    assertThat(places)
        .allSatisfy((place, text) -> assertThat(text).as(place).doesNotContainIgnoringCase(WORD));
  }
}
